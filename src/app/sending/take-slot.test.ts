import { expect, test } from 'vitest';

import type { Channel } from '../../domain/channel.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import { createLead } from './lead.ts';
import type { Delivering, Pass } from './sending.ts';
import { reachSlot } from './take-slot.ts';

interface Case {
  readonly lane?: 'reply' | 'bulk';
  /** When gate, mark and look were over; the slot is at 60, and the pass began at 0. */
  readonly readyAt: number;
  /** What a new slot is away; null: frozen. */
  readonly nextIn?: number | null;
}

/** Whether the call may begin, when, and of which lanes further slots were taken for it. */
async function reach({ lane = 'reply', readyAt, nextIn = 0 }: Case) {
  let now = readyAt;
  const taken: string[] = [];
  const use = {
    lead: createLead(60),
    clock: {
      monotonic: () => now,
      wall: () => now,
      after: (ms: number, then: () => void) => {
        now += ms;
        then();
      },
    },
    slots: {
      take: async (_account: string, of: string) => {
        taken.push(of);
        return nextIn;
      },
    },
  };
  const row = { account: 'a', class: lane === 'reply' ? 'reply' : 'announcement' } as Delivery;
  const pass = { monotonic: 0, wall: 0 } as Pass;
  const may = await reachSlot(use as unknown as Delivering, { limits: {} } as Channel, row, pass, 60);
  return { may, at: now, taken };
}

test.each<[string, Case, Awaited<ReturnType<typeof reach>>]>([
  ['early, it waits for its slot', { readyAt: 10 }, { may: true, at: 60, taken: [] }],
  ['within its slot, it begins', { readyAt: 79 }, { may: true, at: 79, taken: [] }],
  [
    'a reply that missed it takes the next one when that is near',
    { readyAt: 90, nextIn: 200 },
    { may: true, at: 290, taken: ['reply'] },
  ],
  [
    'a reply does not wait with its mark for one that is far',
    { readyAt: 90, nextIn: 900 },
    { may: false, at: 90, taken: ['reply'] },
  ],
  ['nor while the account is frozen', { readyAt: 90, nextIn: null }, { may: false, at: 90, taken: ['reply'] }],
  [
    'a push that missed it has had its share of the lane, and takes the next moment of the account',
    { lane: 'bulk', readyAt: 90, nextIn: 40 },
    { may: true, at: 130, taken: ['reply'] },
  ],
  ['nothing begins five seconds after its gate', { readyAt: 5000 }, { may: false, at: 5000, taken: [] }],
])('%s', async (_name, given, expected) => {
  expect(await reach(given)).toEqual(expected);
});
