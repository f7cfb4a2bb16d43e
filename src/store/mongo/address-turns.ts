import type { Address, AddressTurns } from '../../domain/ports/addresses.ts';
import { sealChat } from '../address-parts.ts';
import { addressKind, toAddress, toCommit, toTalking, unheard } from './address-row.ts';
import type { AddressRow } from './address-row.ts';
import { assign } from './assign.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import { hasPassed } from './judge-time.ts';
import { readBack } from './read-back.ts';

export function createAddressTurns(backing: Backing): AddressTurns {
  const { seal, time } = backing;
  const rows = openCollection(backing, addressKind);
  const open = (found: AddressRow | null): Address | null => (found === null ? null : toAddress(seal, found));

  return {
    ...createHold(backing),
    meet: async (id, { contact, account, chat }) =>
      void (await rows.insert({
        ...unheard,
        _id: id,
        contact,
        account,
        chat: sealChat(seal, id, chat),
      })),
    read: async (id) => open(await rows.findOne({ _id: id })),
    replies: async (id) => {
      const [found] = await rows.pick(['lastReply', 'nextReply'], { _id: id });
      return found ?? null;
    },
    standings: async (ids) => {
      const found = await rows.pick(['_id', 'heardAt', 'dead'], { _id: { $in: ids } });
      return new Map(found.map(({ _id, heardAt, dead }) => [_id, { heardAt: heardAt?.getTime() ?? null, dead }]));
    },
    ofContact: async (contact) => {
      const found = await rows.find({ contact }, { sort: { _id: 1 } });
      return found.map((each) => toAddress(seal, each));
    },
    talking: async ({ after, limit }) => {
      const filter = { _id: { $gt: after }, session: { $exists: true } };
      const found = await rows.pick(['_id', 'session'], filter, { sort: { _id: 1 }, limit });
      return found.flatMap(({ _id: id, session }) => (session === undefined ? [] : [toTalking(seal, id, session)]));
    },
    ring: async (id) => void (await rows.update({ _id: id }, { $inc: { bell: 1 } })),
    disown: async (leaseMs) =>
      void (await rows.updateAll(
        { open: true, owner: { $exists: true }, $expr: hasPassed('ownedAt', leaseMs) },
        { ...assign<AddressRow>({ owner: null, next: null }), $inc: { crashes: 1 } },
      )),
    unfinished: async (limit) =>
      toIds(await rows.pick(['_id'], { open: true, owner: { $exists: false } }, { sort: { ownedAt: 1 }, limit })),
    due: async (limit) => {
      const next = { $exists: true, $lte: new Date(await time.read()) };
      return toIds(await rows.pick(['_id'], { next, owner: { $exists: false } }, { sort: { next: 1 }, limit }));
    },
  };
}

const toIds = (found: readonly { readonly _id: string }[]): readonly string[] => found.map(({ _id }) => _id);

/** What a holder does; each write names its holder by token or fence, so that one whose answer is lost can be read back. */
function createHold(backing: Backing): Pick<AddressTurns, 'take' | 'commit' | 'renew' | 'release'> {
  const { seal } = backing;
  const rows = openCollection(backing, addressKind);
  return {
    take: (id, owner) =>
      readBack<Address | 'busy' | 'absent'>(
        async () => {
          const taken = await rows.change(
            { _id: id, owner: { $exists: false } },
            { $set: { owner, open: true }, $inc: { fence: 1 }, $currentDate: { ownedAt: true } },
          );
          if (taken !== null) return toAddress(seal, taken);
          return (await rows.count({ _id: id })) === 0 ? 'absent' : 'busy';
        },
        async () => {
          const found = await rows.findOne({ _id: id, owner });
          return found === null ? undefined : toAddress(seal, found);
        },
      ),
    commit: (id, { fence, turn }, commit) =>
      readBack(
        () =>
          rows.update(
            { _id: id, fence, turn },
            { ...toCommit(seal, id, commit), $inc: { turn: 1 }, $currentDate: { ownedAt: true } },
          ),
        async () => {
          const [found] = await rows.pick(['fence', 'turn'], { _id: id });
          if (found?.fence !== fence) return false;
          return found.turn === turn ? undefined : found.turn === turn + 1;
        },
      ),
    renew: async (id, fence) =>
      void (await rows.update({ _id: id, fence, owner: { $exists: true } }, { $currentDate: { ownedAt: true } })),
    release: (id, { fence, bell }, { next, stumbled }) =>
      readBack(
        () =>
          rows.update(
            { _id: id, fence, bell: stumbled ? { $gte: 0 } : bell },
            {
              ...assign<AddressRow>({
                owner: null,
                open: null,
                did: [],
                owed: null,
                next: next === null ? null : new Date(next),
              }),
              $inc: { crashes: Number(stumbled) },
            },
          ),
        async () => {
          const [found] = await rows.pick(['fence', 'open'], { _id: id });
          if (found?.fence !== fence) return false;
          // Whoever disowns a holder leaves it open: only a release closes it.
          return found.open === true ? undefined : true;
        },
      ),
  };
}
