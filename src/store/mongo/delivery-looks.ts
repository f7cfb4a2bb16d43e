import { z } from 'zod';

import type { Deliveries, Delivery } from '../../domain/ports/deliveries.ts';
import { noDeliveries } from '../no-deliveries.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import { deliveryKind, deliveryState, toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** What asks about many rows and changes nothing. */
export type DeliveryLooks = Pick<
  Deliveries,
  'reply' | 'latest' | 'stuck' | 'doubtful' | 'countSending' | 'count' | 'outcomes'
>;

export function createDeliveryLooks(backing: Backing): DeliveryLooks {
  const { seal, time } = backing;
  const rows = openCollection(backing, deliveryKind);
  const toAll = (found: readonly DeliveryRow[]): readonly Delivery[] => found.map((each) => toDelivery(seal, each));
  const hotFor = async (state: 'sending' | 'uncertain', ageMs: number, limit: number): Promise<readonly Delivery[]> => {
    const changedAt = { $lt: new Date((await time.read()) - ageMs) };
    return toAll(await rows.find({ hot: true, state, doubtOver: false, changedAt }, { sort: { changedAt: 1 }, limit }));
  };
  return {
    reply: async (address, seq) => {
      const found = await rows.findOne({ address, seq });
      return found === null ? null : toDelivery(seal, found);
    },
    latest: async (address, limit) => toAll(await rows.find({ address }, { sort: { number: -1 }, limit })),
    stuck: (ageMs, limit) => hotFor('sending', ageMs, limit),
    doubtful: (ageMs, limit) => hotFor('uncertain', ageMs, limit),
    countSending: (of) =>
      'source' in of
        ? rows.count({ source: of.source, state: 'sending' })
        : rows.count({ hot: true, state: 'sending', dependsOn: of.on, dependsVersion: { $lt: of.versionBelow } }),
    count: async (source) => {
      const group = { _id: '$state', count: { $sum: 1 } };
      const counted = await rows.aggregate([{ $match: { source } }, { $group: group }], stateCount);
      return { ...noDeliveries, ...Object.fromEntries(counted.map(({ _id: state, count }) => [state, count])) };
    },
    outcomes: async (source) => {
      const group = { _id: { state: '$state', code: '$code' }, count: { $sum: 1 } };
      const counted = await rows.aggregate([{ $match: { source } }, { $group: group }], outcomeCount);
      const found = counted.map(({ _id: { state, code = null }, count }) => ({ state, code, count }));
      return found.toSorted((a, b) => order(a.state, b.state) || order(a.code ?? '', b.code ?? ''));
    },
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const outcomeCount = z.object({
  _id: z.object({ state: deliveryState, code: z.string().nullish() }),
  count: z.number(),
});

const stateCount = z.object({ _id: deliveryState, count: z.number() });
