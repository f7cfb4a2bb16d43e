import { describe, expect, test } from 'vitest';

import { belts, mutants } from './mutants.ts';
import { trySeeds } from './try-seeds.ts';

/** Half as many again as the hardiest of them needs. */
const seeds = 1200;

/** A protocol test that no mutant fails is not a test. */
describe('the simulator sees', { timeout: 180_000 }, () => {
  test.each(mutants)('$name', async (mutant) => {
    expect((await trySeeds(1, seeds, mutant)).failed).not.toBeNull();
  });
});

/** Alone it changes nothing, because of what stands `behind` it; together with that it is among the mutants above. */
test.each(belts)('a second belt: $name', { timeout: 180_000 }, async (belt) => {
  expect((await trySeeds(1, 200, belt)).failed).toBeNull();
});
