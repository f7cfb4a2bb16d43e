import { setTimeout as wait } from 'node:timers/promises';

/** How long something takes while something else goes on. */
export interface Probe {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
}

/** Between two questions of a probe: people and officers do not ask without a break. */
const pauseMs = 500;

/** Asks everything again and again until `work` is over; how long each answer took, in ms. */
export async function probeDuring(
  probes: readonly Probe[],
  work: () => Promise<void>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const took = new Map(probes.map(({ name }): [string, number[]] => [name, []]));
  const over = new AbortController();
  const asking = probes.map(async ({ name, ask }) => {
    while (!over.signal.aborted) {
      const askedAt = performance.now();
      await ask();
      took.get(name)?.push(performance.now() - askedAt);
      await wait(pauseMs);
    }
  });
  await work();
  over.abort();
  await Promise.all(asking);
  return took;
}

/** "20 ms (p50), 60 ms (p95), 90 ms (worst) of 300". */
export function tellTimes(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)} ms`;
  return `${at(0.5)} (p50), ${at(0.95)} (p95), ${at(1)} (worst) of ${times.length}`;
}
