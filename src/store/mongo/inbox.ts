import { z } from 'zod';

import type { Arrival, Inbox, InboxRow } from '../../domain/ports/inbox.ts';
import { openArrival, sealArrival } from '../inbox-body.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import { inboxKind } from './inbox-row.ts';
import type { InboxDocument } from './inbox-row.ts';
import type { QueryShape } from './query-shape.ts';

const CLOSED = ['done', 'aside'] as const;
const addressOnly = z.object({ _id: z.string() });

/** The inbox as a collection. All rows of one call have one time: within it, the platform's order and the id decide. */
export function createInbox(backing: Backing): Inbox {
  const { seal, time } = backing;
  const rows = openCollection(backing, inboxKind);

  const toNew = (arrival: Arrival, at: Date) => {
    const { id, address, account, order, group } = arrival;
    const body = sealArrival(seal, arrival);
    const row = { address, account, position: order, album: group, at, state: 'new' as const, body };
    return { filter: { _id: id }, update: { $setOnInsert: row } };
  };
  const toRow = ({ _id: id, address, account, position, album, at, body }: InboxDocument): InboxRow => {
    if (body === undefined) throw new Error('an inbox row waits without its body');
    const row = { id, address, account, order: position, group: album, at: at.getTime() };
    return { ...row, ...openArrival(seal, id, body) };
  };
  const before = async (ageMs: number): Promise<Date> => new Date((await time.read()) - ageMs);

  return {
    accept: async (arrivals) => {
      const at = new Date(time.now());
      const made = await rows.upsertMany(arrivals.map((each) => toNew(each, at)));
      return made.map((isNew) => (isNew ? 'new' : 'known'));
    },
    waiting: async (address, limit) => {
      const sort = { position: 1, at: 1, _id: 1 } as const;
      return (await rows.find({ state: 'new', address }, { sort, limit })).map(toRow);
    },
    close: async (keys) => {
      const ids = (as: 'done' | 'aside'): string[] => keys.filter((key) => key.as === as).map((key) => key.id);
      const [done, aside] = [ids('done'), ids('aside')];
      if (done.length > 0) {
        await rows.updateAll({ _id: { $in: done }, state: 'new' }, { $set: { state: 'done' }, $unset: { body: true } });
      }
      if (aside.length > 0) await rows.updateAll({ _id: { $in: aside }, state: 'new' }, { $set: { state: 'aside' } });
    },
    neglected: async (ageMs, limit) => {
      const found = await rows.aggregate(
        [
          { $match: { state: 'new', at: { $lt: await before(ageMs) } } },
          { $group: { _id: '$address', first: { $min: '$at' } } },
          { $sort: { first: 1, _id: 1 } },
          { $limit: limit },
        ],
        addressOnly,
      );
      return found.map((each) => each._id);
    },
    countAside: () => rows.count({ state: 'aside' }),
    purge: async (ageMs, limit) => {
      const old = { state: { $in: CLOSED }, at: { $lt: await before(ageMs) } };
      const found = await rows.pick(['_id'], old, { sort: { at: 1 }, limit });
      return found.length === 0 ? 0 : rows.remove({ _id: { $in: found.map((row) => row._id) } });
    },
  };
}

export const inboxShapes: readonly QueryShape[] = [
  { name: 'inbox.accept', collection: 'inbox', filter: ['_id'], sort: [], index: '_id_' },
  {
    name: 'inbox.waiting',
    collection: 'inbox',
    filter: ['address', 'state'],
    sort: ['position', 'at', '_id'],
    index: 'waiting',
  },
  { name: 'inbox.close', collection: 'inbox', filter: ['_id', 'state'], sort: [], index: '_id_' },
  { name: 'inbox.neglected', collection: 'inbox', filter: ['at', 'state'], sort: [], index: 'state' },
  { name: 'inbox.countAside', collection: 'inbox', filter: ['state'], sort: [], index: 'state' },
  { name: 'inbox.purge', collection: 'inbox', filter: ['at', 'state'], sort: ['at'], index: 'state' },
];
