import { describe, expect, test } from 'vitest';

import type { Clock } from '../../src/domain/ports/clock.ts';
import { createInlineQueue } from '../../src/queue/inline/inline-queue.ts';
import { createInlineSlots } from '../../src/queue/inline/inline-slots.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { createTicker } from '../../src/queue/ticker.ts';
import { describeQueue } from '../contract/queue.ts';

/** A clock that stands still until it is told to go on. */
function handClock(): Clock & { readonly pass: (ms: number) => Promise<void> } {
  let time = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    wall: () => time,
    monotonic: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass: async (ms) => {
      time += ms;
      for (const timer of [...timers].filter(({ at }) => at <= time)) {
        timers.delete(timer);
        timer.run();
      }
      await new Promise((resolve) => void setImmediate(resolve));
    },
  };
}

describeQueue('inline', async () => {
  const clock = handClock();
  const queue = createInlineQueue({ clock });
  return { queue, pass: clock.pass, close: () => queue.drain() };
});

describe('slots', () => {
  const rates = { perSecond: 26, bulkPerSecond: 20 };

  test('no second holds more than the rate and one, whatever stalls', async () => {
    const clock = handClock();
    const slots = createInlineSlots({ clock });
    const starts: number[] = [];
    for (let count = 0; count < 300; count++) {
      if (count === 100) await clock.pass(1500);
      starts.push(clock.now() + ((await slots.take('a', 'reply', rates, 60)) ?? 0));
    }
    const crowded = starts.filter((at, index) => (starts[index + rates.perSecond + 1] ?? Infinity) - at < 1000);
    expect(crowded).toEqual([]);
  });

  test('a push that waits for its own rate books nothing ahead of a reply', async () => {
    const clock = handClock();
    const slots = createInlineSlots({ clock });
    const pushes = Array.from({ length: 40 }, () => slots.take('a', 'bulk', rates, 60));
    expect(await slots.take('a', 'reply', rates, 60)).toBeLessThan(200);
    for (let tick = 0; tick < 40; tick++) await clock.pass(60);
    expect(await Promise.all(pushes)).toHaveLength(40);
  });

  test('pushes that wake up together after a standstill do not stand before a reply, and lose no slot', async () => {
    const clock = handClock();
    const slots = createInlineSlots({ clock });
    let booked = 0;
    for (let push = 0; push < 24; push++) void slots.take('a', 'bulk', rates, 60).then(() => (booked += 1));
    await clock.pass(2000);
    expect(await slots.take('a', 'reply', rates, 60)).toBeLessThan(60 + (3 * 1000) / rates.perSecond);
    for (let waited = 0; waited < 25 * 39; waited += 1) await clock.pass(1);
    expect(booked).toBe(24);
  });

  test('pushes make up for two seconds of a standstill, leave replies room meanwhile, and make up for no more', async () => {
    const clock = handClock();
    const slots = createInlineSlots({ clock });
    const starts: number[] = [];
    while (clock.now() < 60_000) {
      if (starts.length === 200) await clock.pass(10_000);
      const before = starts.length;
      void slots.take('a', 'bulk', rates, 0).then((inMs) => void starts.push(clock.now() + (inMs ?? 0)));
      while (starts.length === before) await clock.pass(1);
    }
    expect(starts.filter((at) => at < 10_000)).toHaveLength(200);
    // Ten seconds of nothing, of which two are made up for.
    expect(starts.length).toBeGreaterThan(1035);
    expect(starts.length).toBeLessThan(1045);
    const crowded = starts.filter((at, index) => (starts[index + 24] ?? Infinity) - at < 1000);
    expect(crowded).toEqual([]);
  });

  test('a frozen account gives none until it thaws', async () => {
    const clock = handClock();
    const slots = createInlineSlots({ clock });
    await slots.freeze('a', 3000);
    await slots.freeze('a', 1000);
    await clock.pass(2000);
    expect(await slots.take('a', 'reply', rates, 0)).toBeNull();
    expect(await slots.take('b', 'reply', rates, 0)).not.toBeNull();
    await clock.pass(1000);
    expect(await slots.take('a', 'reply', rates, 0)).not.toBeNull();
  });

  test('without a limit nobody waits', async () => {
    const slots = createInlineSlots({ clock: handClock() });
    const free = { perSecond: Infinity, bulkPerSecond: Infinity };
    expect(await Promise.all([1, 2, 3].map(() => slots.take('a', 'reply', free, 60)))).toEqual([0, 0, 0]);
  });
});

describe('the ticker', () => {
  test('ticks from the end of each run, tells how long it was silent, and stops', async () => {
    const clock = handClock();
    let ticks = 0;
    const ends: (() => void)[] = [];
    const tick = (): Promise<void> => {
      ticks += 1;
      return new Promise((resolve) => void ends.push(resolve));
    };
    const ticker = createTicker(clock, 15_000, tick);
    await clock.pass(15_000);
    await clock.pass(60_000);
    expect({ ticks, silentMs: ticker.silentMs() }).toEqual({ ticks: 1, silentMs: 75_000 });
    ends.shift()?.();
    await clock.pass(1);
    await clock.pass(15_000);
    expect(ticks).toBe(2);
    ends.shift()?.();
    await ticker.stop();
    await clock.pass(60_000);
    expect(ticks).toBe(2);
  });
});

describe('the clock', () => {
  test('moved forward, it lets what has come happen in its order, and only that', () => {
    const clock = createSystemClock();
    const happened: string[] = [];
    const cancels = [
      clock.after(2 * 3_600_000, () => happened.push('second')),
      clock.after(3_600_000, () => happened.push('first')),
      clock.after(9 * 3_600_000, () => happened.push('never')),
    ];
    const at = clock.now() + 3 * 3_600_000;
    clock.moveTo(at);
    expect(happened).toEqual(['first', 'second']);
    clock.moveTo(at - 3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(at);
    for (const cancel of cancels) cancel();
  });
});
