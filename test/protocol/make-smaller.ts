import { noFaults } from './machine.ts';
import type { Mutant } from './mutant.ts';
import type { Plan } from './plan.ts';
import { calm } from './platform.ts';
import { simulate } from './simulate.ts';

/** A run that breaks a promise: the seed, and what of its plan was taken away. */
export interface Failing {
  readonly seed: number;
  readonly plan: Partial<Plan>;
  readonly violations: readonly string[];
}

/** Another plan draws other chances, so each smaller one is tried with so many seeds. */
const triedSeeds = 40;

/** What a plan can do without, the large things first. */
const cuts: readonly Partial<Plan>[] = [
  { processes: 1 },
  { processes: 2 },
  { people: 1 },
  { people: 2 },
  { announcements: 0 },
  { announcements: 1 },
  { pushes: 0 },
  { pushes: 1 },
  { messages: 0 },
  { messages: 1 },
  { messages: 2 },
  { officer: false },
  { orders: 1 },
  { groups: 0 },
  { counts: 0 },
  { crashes: 0 },
  { crashes: 1 },
  { freezes: 0 },
  { freezes: 1 },
  { flushes: 0 },
  { spoils: 0 },
  { resends: 0 },
  { poison: 0, blocks: 0, moves: 0 },
  { reports: 0 },
  { lostRing: 0, doubleRing: 0, doubleUpdate: 0 },
  { temper: calm },
  { faults: noFaults },
];

/**
 * The same kind of violation from fewer people, processes and faults: each cut is kept when some seed still fails so. Says
 * after each cut how far it is.
 */
export async function makeSmaller(
  mutant: Mutant,
  first: Failing,
  progress: (plan: Partial<Plan>) => void,
): Promise<Failing> {
  const kind = kindOf(first.violations[0]);
  let smallest = first;
  for (const cut of cuts) {
    const plan = { ...smallest.plan, ...cut };
    const found = await findSeed(mutant, plan, smallest.seed, kind);
    if (found === null) continue;
    smallest = found;
    progress(plan);
  }
  return smallest;
}

async function findSeed(mutant: Mutant, plan: Partial<Plan>, from: number, kind: string): Promise<Failing | null> {
  for (let seed = from; seed < from + triedSeeds; seed++) {
    const { violations } = await simulate(seed, { ...mutant, plan: { ...mutant.plan, ...plan } });
    if (violations.some((violation) => kindOf(violation) === kind)) return { seed, plan, violations };
  }
  return null;
}

/** A violation without its names and numbers. */
function kindOf(violation = ''): string {
  return violation.replaceAll(/\S*[.\d]\S*/gu, '').trim();
}
