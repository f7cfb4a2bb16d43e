import { expect, test } from 'vitest';

import { elapsedMs, readClocks } from './elapsed.ts';

test.each([
  ['both go on', 1000, 1000, 1000],
  ['the monotonic one stood still while the machine slept', 1000, 31_000, 31_000],
  ['the other was set back an hour', 1000, 1000 - 3_600_000, 1000],
  ['the other was set forward', 1000, 3_600_000, 3_600_000],
])('%s', (_what, monotonic, wall, elapsed) => {
  const since = readClocks({ monotonic: () => 5, wall: () => 7 });
  expect(elapsedMs({ monotonic: () => 5 + monotonic, wall: () => 7 + wall }, since)).toBe(elapsed);
});
