import type { Clock } from '../domain/ports/clock.ts';

export interface Ticker {
  /** Milliseconds on the monotonic clock since a run last ended; for health. */
  readonly silentMs: () => number;
  /** How long the last run took; 0: none has ended. */
  readonly tookMs: () => number;
  /** No further run; resolves when the one at work is over. */
  readonly stop: () => Promise<void>;
}

/** Runs `tick` every `everyMs`, counted from the end of the last run, so that a slow one never meets itself. */
export function createTicker(clock: Clock, everyMs: number, tick: () => Promise<void>): Ticker {
  let endedAt = clock.monotonic();
  let tookMs = 0;
  let atWork = Promise.resolve();
  let stopped = false;
  let cancel: (() => void) | null = null;

  const run = async (): Promise<void> => {
    const begunAt = clock.monotonic();
    await tick();
    endedAt = clock.monotonic();
    tookMs = endedAt - begunAt;
    if (!stopped) arm();
  };
  const arm = (): void => {
    cancel = clock.after(everyMs, () => {
      atWork = run();
    });
  };

  arm();
  return {
    silentMs: () => clock.monotonic() - endedAt,
    tookMs: () => tookMs,
    stop: () => {
      stopped = true;
      cancel?.();
      return atWork;
    },
  };
}
