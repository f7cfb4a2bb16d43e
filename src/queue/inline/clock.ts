import type { Clock } from '../../domain/ports/clock.ts';

/** A clock that a demonstration may move forward. */
export interface MovableClock extends Clock {
  /** From now on it is `at` (epoch milliseconds) and goes on from there. Nothing when that lies behind. */
  moveTo(at: number): void;
}

/** The machine's own time. */
export function systemClock(): Clock {
  return { now: () => Date.now(), monotonic: () => performance.now(), after };
}

/** Begins at the machine's time, or at `start`, and goes on like it until it is moved. */
export function movableClock(start = Date.now()): MovableClock {
  let ahead = start - performance.now();
  const now = (): number => Math.floor(performance.now() + ahead);
  return {
    now,
    monotonic: () => performance.now(),
    after,
    moveTo(at) {
      ahead += Math.max(0, at - now());
    },
  };
}

function after(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, Math.min(ms, longestMs));
  return () => clearTimeout(timer);
}

/** A longer wait overflows the timer and would end at once; whoever waits looks again anyway. */
const longestMs = 2 ** 31 - 1;
