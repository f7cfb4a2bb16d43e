import { describe, expect, test } from 'vitest';

import { crowd, rationed } from './focus-plans.ts';
import { slowReleases } from './mutants.ts';
import { trySeeds } from './try-seeds.ts';

/** The same seeds each time; `node --import tsx test/protocol/run.ts --seeds 100000` runs the big numbers. */
describe('the protocol keeps its promises', { timeout: 180_000 }, () => {
  test.each([1, 1001])('in three hundred runs from seed %i', async (from) => {
    expect((await trySeeds(from, 300)).failed).toBeNull();
  });

  test('without a sweep, when nothing breaks: no ring is lost', async () => {
    expect((await trySeeds(1, 200, slowReleases)).failed).toBeNull();
  });

  test('with more pushes than the caps let through, which no death and no standstill stretches', async () => {
    expect((await trySeeds(1, 100, { name: 'rationed', plan: rationed })).failed).toBeNull();
  });

  test('in a crowd, within the rate of the account', async () => {
    expect((await trySeeds(1, 20, { name: 'crowd', plan: crowd })).failed).toBeNull();
  });
});
