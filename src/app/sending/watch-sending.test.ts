import { expect, test } from 'vitest';

import { deliveryStates } from '../../domain/ports/deliveries.ts';
import type { Backlog, DeliveryState } from '../../domain/ports/deliveries.ts';
import { createWatchSending, standstillMs } from './watch-sending.ts';
import type { WatchedSending } from './watch-sending.ts';

const account = 'telegram:1';
const none = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
const stepMs = 15_000;

type Lane = Partial<Backlog>;

/** Looks every quarter of a minute for ten minutes; `lanes` says what waits then. Whether it ever stood still. */
async function watch(lanes: (ms: number) => readonly Lane[], more: Partial<WatchedSending> = {}): Promise<boolean> {
  let now = 1_000_000;
  const began = now;
  const silentMs = createWatchSending({
    deliveries: {
      backlog: async () =>
        lanes(now - began).map((lane) => ({
          account,
          lane: 'bulk',
          state: 'waiting',
          count: 100,
          lateMs: now - began + 1,
          ...lane,
        })),
      count: async () => ({ ...none, pending: 100 }),
    },
    accounts: { read: async () => ({ frozenForMs: 0, halted: null }) },
    channels: [{ account, trouble: () => null }],
    heldSources: async () => [],
    ration: { look: async () => ({ type: 'room', count: 1 }) },
    clock: { monotonic: () => now },
    ...more,
  });
  let worst = 0;
  for (; now - began <= 600_000; now += stepMs) worst = Math.max(worst, await silentMs());
  return worst >= standstillMs;
}

const caps = { counted: 'pushes', stages: [] } as const;

test.each<[string, boolean, ReturnType<typeof watch>]>([
  ['hundred are due and none leaves', true, watch(() => [{}])],
  ['hundred are due, more come and none leaves', true, watch((ms) => [{ count: 100 + ms }])],
  ['replies are due and none leaves', true, watch(() => [{ lane: 'reply' }])],
  ['one lane moves and the other does not', true, watch((ms) => [{ count: 9000 - ms / 1000 }, { lane: 'reply' }])],
  ['nothing waits', false, watch(() => [])],
  ['nothing is due: it waits for the morning', false, watch(() => [{ lateMs: 0 }])],
  ['a push of rows that were all due at once', false, watch((ms) => [{ count: 20_000 - ms / 50 }])],
  ['as many come as leave', false, watch(() => [{ lateMs: 3000 }])],
  ['another push came in the midst', false, watch((ms) => [{ count: (ms > 200_000 ? 40_000 : 20_000) - ms / 50 }])],
  [
    'the account is frozen',
    false,
    watch(() => [{}], { accounts: { read: async () => ({ frozenForMs: 5000, halted: null }) } }),
  ],
  [
    'the account was refused',
    false,
    watch(() => [{}], { accounts: { read: async () => ({ frozenForMs: 0, halted: 'unauthorized' }) } }),
  ],
  ['its announcement is paused', false, watch(() => [{}], { heldSources: async () => ['a'] })],
  ['more wait than what is paused', true, watch(() => [{ count: 101 }], { heldSources: async () => ['a'] })],
  [
    'the caps of the day are used up',
    false,
    watch(() => [{}], {
      channels: [{ account, trouble: () => null, caps }],
      ration: { look: async () => ({ type: 'wait', forMs: 1 }) },
    }),
  ],
  [
    'the platform has had enough of pushes',
    false,
    watch(() => [{}], { channels: [{ account, trouble: () => null, pushesStopped: () => 'restricted' }] }),
  ],
  ['the channel itself is away', false, watch(() => [{}], { channels: [{ account, trouble: () => 'offline' }] })],
  ['its channel is not connected here', false, watch(() => [{}], { channels: [] })],
])('when %s, it stands still: %s', async (_name, expected, stood) => {
  expect(await stood).toBe(expected);
});

test('after a standstill it is well again as soon as something leaves', async () => {
  let [now, count] = [0, 100];
  const silentMs = createWatchSending({
    deliveries: {
      backlog: async () => [{ account, lane: 'bulk', state: 'waiting', count, lateMs: now + 1 }],
      count: async () => none,
    },
    accounts: { read: async () => ({ frozenForMs: 0, halted: null }) },
    channels: [{ account, trouble: () => null }],
    heldSources: async () => [],
    ration: { look: async () => ({ type: 'room', count: 1 }) },
    clock: { monotonic: () => now },
  });
  await silentMs();
  now += standstillMs;
  expect(await silentMs()).toBe(standstillMs);
  now += stepMs;
  count -= 1;
  expect(await silentMs()).toBe(0);
});
