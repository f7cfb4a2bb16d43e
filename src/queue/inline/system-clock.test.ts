import { expect, test } from 'vitest';

import { createSystemClock } from './system-clock.ts';

test('a timer does not wait for a wall clock that was set back', async () => {
  const clock = createSystemClock();
  const machine = Date.now;
  const fired = new Promise<string>((resolve) => void clock.after(5, () => resolve('fired')));
  Date.now = () => machine() - 3_600_000;
  try {
    await expect(fired).resolves.toBe('fired');
  } finally {
    Date.now = machine;
  }
});

test('a timer that ends a little before the wall clock does waits for it: what it rings for is due by that', async () => {
  const clock = createSystemClock();
  const machine = Date.now;
  const start = machine();
  let looks = 0;
  Date.now = () => start + Math.min((looks += 1) - 1, 20);
  try {
    const seen = await new Promise<number>((resolve) => void clock.after(20, () => resolve(clock.now())));
    expect(seen).toBe(start + 20);
  } finally {
    Date.now = machine;
  }
});

test('moving the clock forward fires what has come by then, in its order, and nothing else', () => {
  const clock = createSystemClock();
  const fired: string[] = [];
  const start = clock.now();
  clock.after(7_200_000, () => fired.push('two hours'));
  clock.after(3_600_000, () => fired.push('one hour'));
  const forget = clock.after(10_800_000, () => fired.push('three hours'));
  clock.moveTo(start + 7_300_000);
  expect(fired).toEqual(['one hour', 'two hours']);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 7_300_000);
  clock.moveTo(start);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 7_300_000);
  forget();
});
