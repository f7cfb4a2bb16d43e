import type { Backlog, Deliveries, Lane } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import type { Database } from './open-store.ts';

/** The methods that ask what there is to do in each lane. */
export type DeliveryLanes = Pick<Deliveries, 'dueLanes' | 'backlog'>;

export function createDeliveryLanes({ database, clock }: Backing): DeliveryLanes {
  const sql = prepareStatements(database);

  /** From account to account over the index: one of them may have a million rows waiting. */
  function* waitingLanes(): Generator<{ readonly account: string; readonly lane: Lane }> {
    for (let next = sql.nextAccount.get(''); next !== null; next = sql.nextAccount.get(next.account))
      for (const lane of LANES) yield { account: next.account, lane };
  }
  const lateMs = ({ account, lane, state }: Omit<Backlog, 'lateMs'>, now: number): number =>
    state === 'waiting' ? Math.max(0, now - (sql.oldest.get(account, lane)?.due ?? now)) : 0;

  return {
    dueLanes: async () => {
      const now = clock.now();
      return [...waitingLanes()].filter(({ account, lane }) => sql.dueIn.get(account, lane, now) !== null);
    },
    backlog: async () => {
      const now = clock.now();
      return sql.counts.all().map((row) => ({ ...row, lateMs: lateMs(row, now) }));
    },
  };
}

const LANES: readonly Lane[] = ['reply', 'bulk'];

function prepareStatements(database: Database) {
  return {
    nextAccount: database.prepare<{ account: string }>(
      `select account from delivery where state in ('pending', 'claimed') and account > ? order by account limit 1`,
    ),
    dueIn: database.prepare<{ id: string }>(
      `select id from delivery
       where state in ('pending', 'claimed') and account = ? and lane = ? and due <= ? limit 1`,
    ),
    counts: database.prepare<Omit<Backlog, 'lateMs'>>(
      `select account, lane, iif(state in ('sending', 'uncertain'), state, 'waiting') as state, sum(count) as count
       from tally where state in ('pending', 'claimed', 'sending', 'uncertain') group by 1, 2, 3 having sum(count) > 0`,
    ),
    oldest: database.prepare<{ due: number }>(
      `select due from delivery where state in ('pending', 'claimed') and account = ? and lane = ? order by due limit 1`,
    ),
  };
}
