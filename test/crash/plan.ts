import type { Random } from '../protocol/random.ts';

/** One death of a process of the service. */
export type Kill =
  /**
   * When the platform has taken this many messages: `afterMs` later, or, if 0, in the instant in which the platform has
   * a message and its answer is on the way. `place` tells which of the processes.
   */
  | { readonly at: number; readonly afterMs: number; readonly place: number }
  /** While it is still starting up after the last death. */
  | { readonly bornForMs: number };

/** What a registration sends on average; only the places of the deaths depend on it. */
const messagesEach = 15;
const startUpMs = 1200;

/**
 * Deaths spread over the whole run, each at a random place of its share: a message whose handlers died three times in a
 * row is set aside as poison, and that is another promise.
 */
export function planKills(random: Random, count: number, people: number, places: number): readonly Kill[] {
  let last: Kill | null = null;
  return Array.from({ length: count }, (_, index) => {
    const follows = last !== null && 'at' in last;
    const at = momentIn(random, index, count, people);
    const afterMs = random.chance(0.5) ? 0 : random.between(1, 40);
    last =
      follows && random.chance(0.2)
        ? { bornForMs: random.between(20, startUpMs) }
        : { at, afterMs, place: random.between(0, places - 1) };
    return last;
  });
}

/** When Redis forgets everything, in messages that the platform has taken; spread in the same way. */
export function planFlushes(random: Random, count: number, people: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => momentIn(random, index, count, people));
}

function momentIn(random: Random, index: number, count: number, people: number): number {
  return Math.max(1, Math.floor(((index + random.next()) / count) * people * messagesEach));
}
