import { crowd } from './focus-plans.ts';
import type { Mutant } from './mutant.ts';
import type { Plan } from './plan.ts';
import { simulate } from './simulate.ts';

/** Forty people who talk while everybody is told something twice, by day. */
const talking: Partial<Plan> = { ...crowd, pushes: 2, evening: false };

/** A twentieth of what is said in so many runs is some twenty replies: enough that one of them proves nothing. */
const runs = 6;

/** Audiences that are told something, one of them ten times the other. */
const audiences = [20, 200];

/** Rings of a lane at once: one for each worker that puts a row back, and a few of the sweep and of who writes. */
const mostRings = 16;

/** Invariant 8: of a push the people who talk notice little; [] when that holds. */
export async function checkReplyWaits(from: number, mutant: Mutant): Promise<readonly string[]> {
  const [during, without] = [await p95(from, mutant, talking), await p95(from, mutant, { ...talking, pushes: 0 })];
  const tells = `replies take ${during.toFixed(0)} ms during a push, and ${without.toFixed(0)} ms without`;
  return during <= 1.5 * without && during < 1000 ? [] : [tells];
}

async function p95(from: number, mutant: Mutant, plan: Partial<Plan>): Promise<number> {
  const waits: number[] = [];
  for (let seed = from; seed < from + runs; seed++)
    waits.push(...(await simulate(seed, { ...mutant, plan })).replyWaits);
  return waits.toSorted((a, b) => a - b)[Math.ceil(0.95 * waits.length) - 1] ?? 0;
}

/** Invariant 9: what lies in the queue does not grow with the audience; [] when that holds. */
export async function checkQueue(seed: number, mutant: Mutant): Promise<readonly string[]> {
  const most: number[] = [];
  for (const people of audiences) {
    const plan = { ...crowd, people, messages: 0, evening: false };
    most.push((await simulate(seed, { ...mutant, plan })).mostRings);
  }
  return most.every((rings) => rings <= mostRings)
    ? []
    : [`for ${audiences.join(', ')} people the queue holds ${most.join(', ')} rings`];
}
