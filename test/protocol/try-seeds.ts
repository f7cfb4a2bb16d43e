import type { Mutant } from './mutant.ts';
import { findMutant } from './mutants.ts';
import { simulate } from './simulate.ts';

export interface Tried {
  readonly seeds: number;
  readonly deaths: number;
  readonly calls: number;
  /** The first seed that broke a promise, and what it broke. */
  readonly failed: { readonly seed: number; readonly violations: readonly string[] } | null;
}

/** Runs at once: their events share the turns of the event loop, which are what time is spent on. */
const atOnce = 16;

/** Runs seeds from `from` on until one breaks a promise or `count` have kept them all. */
export async function trySeeds(from: number, count: number, mutant: Mutant = findMutant(null)): Promise<Tried> {
  let next = from;
  let tried: Tried = { seeds: 0, deaths: 0, calls: 0, failed: null };
  const work = async (): Promise<void> => {
    while (next < from + count && tried.failed === null) {
      const seed = next++;
      const { violations, deaths, calls } = await simulate(seed, mutant);
      const failed = violations.length > 0 ? { seed, violations } : null;
      tried = {
        seeds: tried.seeds + 1,
        deaths: tried.deaths + deaths,
        calls: tried.calls + calls,
        failed: tried.failed ?? failed,
      };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tried;
}
