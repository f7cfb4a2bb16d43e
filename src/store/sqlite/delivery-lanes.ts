import type { Backlog, Deliveries, Lane } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { DeliveryTexts } from './delivery-texts.ts';
import type { Database } from './open-store.ts';

/** The methods that ask what there is to do in each lane, take it, or close it unsent. */
export type DeliveryLanes = Pick<Deliveries, 'claim' | 'closeSource' | 'dueLanes' | 'backlog'>;

/**
 * What waits stands in an index by account, lane and source. Whoever looks goes from one to the next of them, so that a million
 * rows of one are stepped over and not walked.
 */
export function createDeliveryLanes({ database, group, seal, clock }: Backing, texts: DeliveryTexts): DeliveryLanes {
  const sql = prepareStatements(database);

  function* waitingLanes(): Generator<LaneKey> {
    for (let next = sql.nextAccount.get(''); next !== null; next = sql.nextAccount.get(next.account))
      for (const lane of LANES) yield { account: next.account, lane };
  }
  function* sourcesIn({ account, lane }: LaneKey): Generator<string> {
    for (let next = sql.nextSource.get(account, lane, ''); next !== null;) {
      yield next.source;
      next = sql.nextSource.get(account, lane, next.source);
    }
  }
  const isDue = (lane: LaneKey, now: number): boolean => {
    for (const source of sourcesIn(lane)) if ((oldestDue(lane, source) ?? Infinity) <= now) return true;
    return false;
  };
  const oldestDue = ({ account, lane }: LaneKey, source: string): number | null =>
    sql.oldest.get(account, lane, source)?.due ?? null;
  const lateMs = ({ account, lane, state }: Omit<Backlog, 'lateMs'>, now: number): number => {
    if (state !== 'waiting') return 0;
    const dues = [...sourcesIn({ account, lane })].map((source) => oldestDue({ account, lane }, source) ?? now);
    return Math.max(0, now - Math.min(now, ...dues));
  };

  return {
    claim: (account, lane, { limit, leaseMs, except }) =>
      group.write(() => {
        const now = clock.now();
        const found = [...sourcesIn({ account, lane })]
          .filter((source) => !except.includes(source))
          .flatMap((source) => sql.claimable.all(account, lane, source, now, now - leaseMs, limit));
        return found
          .toSorted((a, b) => a.due - b.due || (a.seq ?? 0) - (b.seq ?? 0) || a.number - b.number)
          .slice(0, limit)
          .map(({ number }) => sql.claim.get(now, number))
          .filter((row) => row !== null)
          .map((row) => toDelivery(seal, row, texts.open(row)));
      }),
    closeSource: (source, state, limit, runBelow = Number.MAX_SAFE_INTEGER) =>
      group.write(() => {
        let closed = 0;
        for (const { account, lane } of waitingLanes())
          closed += sql.closeSource.run(state, clock.now(), account, lane, source, runBelow, limit - closed);
        return closed;
      }),
    dueLanes: async () => {
      const now = clock.now();
      return [...waitingLanes()].filter((lane) => isDue(lane, now));
    },
    backlog: async () => {
      const now = clock.now();
      return sql.counts.all().map((row) => ({ ...row, lateMs: lateMs(row, now) }));
    },
  };
}

interface LaneKey {
  readonly account: string;
  readonly lane: Lane;
}

const LANES: readonly Lane[] = ['reply', 'bulk'];

/** Not yet with the platform; the index of what waits has the same words. */
const WAITING = `state in ('pending', 'claimed')`;
const WAITING_OF = `${WAITING} and account = ? and lane = ? and source = ?`;

function prepareStatements(database: Database) {
  return {
    nextAccount: database.prepare<{ account: string }>(
      `select account from delivery where ${WAITING} and account > ? order by account limit 1`,
    ),
    nextSource: database.prepare<{ source: string }>(
      `select source from delivery where ${WAITING} and account = ? and lane = ? and source > ? order by source limit 1`,
    ),
    oldest: database.prepare<{ due: number }>(`select due from delivery where ${WAITING_OF} order by due limit 1`),
    claimable: database.prepare<{ number: number; due: number; seq: number | null }>(
      `select number, due, seq from delivery
       where ${WAITING_OF} and due <= ? and (state = 'pending' or changed_at < ?) order by due, seq limit ?`,
    ),
    claim: database.prepare<DeliveryRow>(
      `update delivery set state = 'claimed', changed_at = ? where number = ? returning *`,
    ),
    closeSource: database.prepare(
      `update delivery set state = ?, code = 'source', final_at = ? where number in (
         select number from delivery where ${WAITING_OF} and run < ? limit ?)`,
    ),
    counts: database.prepare<Omit<Backlog, 'lateMs'>>(
      `select account, lane, iif(state in ('sending', 'uncertain'), state, 'waiting') as state, sum(count) as count
       from tally where state in ('pending', 'claimed', 'sending', 'uncertain') group by 1, 2, 3 having sum(count) > 0`,
    ),
  };
}
