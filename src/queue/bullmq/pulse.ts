import type { Clock } from '../../domain/ports/clock.ts';

/** Health asks for minutes; a Redis that went away silently is noticed by this, too. */
const everyMs = 5000;

/** Looks now and then whether jobs wait although none ends here. */
export interface Pulse {
  /** A job of this lane ended here. */
  readonly moved: (lane: string) => void;
  /** Milliseconds for which jobs have waited and none has ended; 0: none waits. */
  readonly stuckMs: () => number;
  readonly stop: () => void;
}

/** `count` resolves to the jobs that wait in each lane that is worked on here; null: nobody can say. */
export function createPulse(clock: Clock, count: () => Promise<ReadonlyMap<string, number> | null>): Pulse {
  const stuckSince = new Map<string, number>();
  let stopped = false;
  let cancel: (() => void) | null = null;

  const note = (lane: string, waiting: number): void => {
    if (waiting === 0) stuckSince.delete(lane);
    else if (!stuckSince.has(lane)) stuckSince.set(lane, clock.monotonic());
  };
  const look = async (): Promise<void> => {
    const waiting = await count();
    for (const lane of stuckSince.keys()) if (waiting?.has(lane) === false) stuckSince.delete(lane);
    for (const [lane, jobs] of waiting ?? []) note(lane, jobs);
    if (!stopped) arm();
  };
  const arm = (): void => {
    cancel = clock.after(everyMs, () => void look());
  };

  arm();
  return {
    moved: (lane) => void stuckSince.delete(lane),
    stuckMs: () => Math.max(0, ...[...stuckSince.values()].map((since) => clock.monotonic() - since)),
    stop: () => {
      stopped = true;
      cancel?.();
    },
  };
}
