import { z } from 'zod';

import type { Backlog, Deliveries, Lane } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import { deliveryKind, lane } from './delivery-row.ts';

/** The methods that ask what there is to do in each lane. */
export type DeliveryLanes = Pick<Deliveries, 'dueLanes' | 'backlog'>;

const LANES: readonly Lane[] = lane.options;

interface AccountLane {
  readonly account: string;
  readonly lane: Lane;
}

export function createDeliveryLanes(backing: Backing): DeliveryLanes {
  const { time } = backing;
  const rows = openCollection(backing, deliveryKind);

  /** From account to account over the index: one of them may have a million rows waiting. */
  async function* waitingLanes(): AsyncGenerator<AccountLane> {
    for (let account = await nextAccount(''); account !== null; account = await nextAccount(account))
      for (const each of LANES) yield { account, lane: each };
  }
  const nextAccount = async (after: string): Promise<string | null> => {
    const order = { sort: { account: 1 }, limit: 1 } as const;
    const [found] = await rows.pick(['account'], { waiting: true, account: { $gt: after } }, order);
    return found?.account ?? null;
  };
  /** When the oldest row of a lane is due; null: none waits. */
  const firstDue = async (of: AccountLane): Promise<number | null> => {
    const [found] = await rows.pick(['due'], { waiting: true, ...of }, { sort: { due: 1 }, limit: 1 });
    return found?.due.getTime() ?? null;
  };
  const countWaiting = async (now: number, of: AccountLane): Promise<readonly Backlog[]> => {
    const due = await firstDue(of);
    if (due === null) return [];
    const count = await rows.count({ waiting: true, ...of });
    return [{ ...of, state: 'waiting', count, lateMs: Math.max(0, now - due) }];
  };
  const countHot = async (): Promise<readonly Backlog[]> => {
    const _id = { account: '$account', lane: '$lane', state: '$state' };
    const stages = [{ $match: { hot: true } }, { $group: { _id, count: { $sum: 1 } } }];
    const counted = await rows.aggregate(stages, hotCount);
    return counted.map(({ _id: of, count }) => ({ ...of, count, lateMs: 0 }));
  };

  return {
    dueLanes: async () => {
      const now = await time.read();
      const due: AccountLane[] = [];
      for await (const each of waitingLanes()) {
        const first = await firstDue(each);
        if (first !== null && first <= now) due.push(each);
      }
      return due;
    },
    backlog: async () => {
      const now = await time.read();
      const waiting: Backlog[] = [];
      for await (const each of waitingLanes()) waiting.push(...(await countWaiting(now, each)));
      return [...waiting, ...(await countHot())];
    },
  };
}

const hotCount = z.object({
  _id: z.object({ account: z.string(), lane, state: z.enum(['sending', 'uncertain']) }),
  count: z.number(),
});
