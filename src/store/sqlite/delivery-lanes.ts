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
  const countWaiting = (now: number): readonly Backlog[] =>
    [...waitingLanes()].flatMap(({ account, lane }) => {
      const { count, due } = sql.waitingIn.get(account, lane) ?? { count: 0, due: null };
      if (due === null) return [];
      return [{ account, lane, state: 'waiting' as const, count, lateMs: Math.max(0, now - due) }];
    });

  return {
    dueLanes: async () => {
      const now = clock.now();
      return [...waitingLanes()].filter(({ account, lane }) => sql.dueIn.get(account, lane, now) !== null);
    },
    backlog: async () => [
      ...countWaiting(clock.now()),
      ...[...sql.sending.all(), ...sql.uncertain.all()].map((row) => ({ ...row, lateMs: 0 })),
    ],
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
    waitingIn: database.prepare<{ count: number; due: number | null }>(
      `select count(*) as count, min(due) as due from delivery
       where state in ('pending', 'claimed') and account = ? and lane = ?`,
    ),
    sending: database.prepare<Omit<Backlog, 'lateMs'>>(
      `select account, lane, state, count(*) as count from delivery where state = 'sending' group by account, lane`,
    ),
    uncertain: database.prepare<Omit<Backlog, 'lateMs'>>(
      `select account, lane, state, count(*) as count from delivery where state = 'uncertain' group by account, lane`,
    ),
  };
}
