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

/**
 * Runs seeds from `from` on until one breaks a promise or `count` have kept them all. One after the other: what a run made is
 * gone, and its memory warm, when the next begins.
 */
export async function trySeeds(from: number, count: number, mutant: Mutant = findMutant(null)): Promise<Tried> {
  let [deaths, calls] = [0, 0];
  for (let seeds = 1; seeds <= count; seeds++) {
    const seed = from + seeds - 1;
    const run = await simulate(seed, mutant);
    deaths += run.deaths;
    calls += run.calls;
    if (run.violations.length > 0) return { seeds, deaths, calls, failed: { seed, violations: run.violations } };
  }
  return { seeds: count, deaths, calls, failed: null };
}
