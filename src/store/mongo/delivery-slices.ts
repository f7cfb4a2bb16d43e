import { randomUUID } from 'node:crypto';

import type { Deliveries, Delivery, Lane } from '../../domain/ports/deliveries.ts';
import { FORGOTTEN } from '../delivery-body.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Collection, Filter, Sort, Update } from './collection.ts';
import { deliveryKind, toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { WAITING, become } from './delivery-state.ts';

/**
 * What changes many rows, a slice at a time: ids are found first, then changed under the same conditions, so that what
 * another process did in between stands. Ranges are asked by a time that the server said before.
 */
export type DeliverySlices = Pick<Deliveries, 'claim' | 'expire' | 'closeSource' | 'forget' | 'purge'>;

export function createDeliverySlices(backing: Backing): DeliverySlices {
  const { time } = backing;
  const rows = openCollection(backing, deliveryKind);

  const purgeLane = async (lane: Lane, before: number, limit: number): Promise<number> => {
    const old: Filter<DeliveryRow> = { lane, finalAt: { $exists: true, $lt: new Date(before) } };
    const ids = limit > 0 ? await findIds(rows, old, { finalAt: 1 }, limit) : [];
    return ids.length === 0 ? 0 : rows.remove({ ...old, _id: { $in: ids } });
  };
  const closeSlice = async (
    filter: Filter<DeliveryRow>,
    update: Update<DeliveryRow>,
    limit: number,
  ): Promise<number> => {
    const ids = await findIds(rows, filter, {}, limit);
    if (ids.length === 0) return 0;
    const closed = await rows.updateAll({ ...filter, _id: { $in: ids } }, update);
    // A short slice means to its caller that nothing is left, so what somebody else closed meanwhile is made up for.
    return closed < ids.length ? closed + (await closeSlice(filter, update, limit - closed)) : closed;
  };

  return {
    claim: createClaim(backing),
    expire: createExpire(backing),
    closeSource: (source, state, limit, runBelow = Number.MAX_SAFE_INTEGER) =>
      closeSlice(
        { source, state: { $in: WAITING }, run: { $lt: runBelow } },
        { ...become(state, { code: 'source' }), $currentDate: { finalAt: true } },
        limit,
      ),
    forget: async (address) => {
      const body = FORGOTTEN;
      await rows.updateAll(
        { address, lane: 'bulk', waiting: true },
        { ...become('skipped', { code: 'forgotten', body }), $currentDate: { finalAt: true } },
      );
      await rows.updateAll({ address, finalAt: { $exists: true } }, { $set: { body } });
    },
    purge: async (replyAgeMs, pushAgeMs, limit) => {
      const now = await time.read();
      const replies = await purgeLane('reply', now - replyAgeMs, limit);
      return replies + (await purgeLane('bulk', now - pushAgeMs, limit - replies));
    },
  };
}

async function findIds(
  rows: Collection<DeliveryRow>,
  filter: Filter<DeliveryRow>,
  sort: Sort<DeliveryRow>,
  limit: number,
): Promise<readonly string[]> {
  const found = await rows.pick(['_id'], filter, { sort, limit });
  return found.map(({ _id }) => _id);
}

interface Slice {
  readonly filter: Filter<DeliveryRow>;
  readonly sort: Sort<DeliveryRow>;
  readonly update: (takenBy: string) => Update<DeliveryRow>;
}

/** Changes up to `limit` rows and gives those that this call changed, whoever else was at it. */
function createTakeSlice(backing: Backing): (slice: Slice, limit: number) => Promise<readonly Delivery[]> {
  const { seal } = backing;
  const rows = openCollection(backing, deliveryKind);
  return async function takeSlice({ filter, sort, update }, limit) {
    const ids = await findIds(rows, filter, sort, limit);
    if (ids.length === 0) return [];
    const takenBy = randomUUID();
    await rows.updateAll({ ...filter, _id: { $in: ids } }, update(takenBy));
    const taken = await rows.find({ _id: { $in: ids }, takenBy }, { sort });
    // Others took all of a full page: there may be more behind it.
    if (taken.length === 0 && ids.length === limit) return takeSlice({ filter, sort, update }, limit);
    return taken.map((each) => toDelivery(seal, each));
  };
}

function createClaim(backing: Backing): Deliveries['claim'] {
  const takeSlice = createTakeSlice(backing);
  return async (account, lane, { limit, leaseMs, except }) => {
    const now = await backing.time.read();
    const free: readonly Filter<DeliveryRow>[] = [
      { state: 'pending' },
      { state: 'claimed', changedAt: { $lt: new Date(now - leaseMs) } },
    ];
    return takeSlice(
      {
        filter: { waiting: true, account, lane, due: { $lte: new Date(now) }, source: { $nin: except }, $or: free },
        sort: { due: 1, seq: 1, _id: 1 },
        update: (takenBy) => ({ ...become('claimed', { takenBy }), $currentDate: { changedAt: true } }),
      },
      limit,
    );
  };
}

function createExpire(backing: Backing): Deliveries['expire'] {
  const takeSlice = createTakeSlice(backing);
  return async (limit) =>
    takeSlice(
      {
        filter: { waiting: true, until: { $lte: new Date(await backing.time.read()) } },
        sort: { until: 1, _id: 1 },
        update: (takenBy) => ({
          ...become('expired', { code: 'until', takenBy }),
          $currentDate: { finalAt: true },
        }),
      },
      limit,
    );
}
