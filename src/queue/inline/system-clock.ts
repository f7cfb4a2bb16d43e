import type { Clock } from '../../domain/ports/clock.ts';

export interface MovableClock extends Clock {
  /** Moves the wall clock forward to `at` (epoch ms) and lets every timer that has come fire; backwards does nothing. */
  readonly moveTo: (at: number) => void;
}

/** Longer timers overflow in Node and fire at once; nothing here waits that long without looking again. */
const longestMs = 2 ** 31 - 1;

/**
 * The machine's clock, which a demonstration may move forward. Timers run by the monotonic one: when the machine's wall
 * clock is set back an hour, nothing stands still for that hour.
 */
export function createSystemClock(): MovableClock {
  const timers = new Set<Timer>();
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const elapsed = (): number => performance.now() + aheadMs;

  const arm = (timer: Timer): void => {
    timer.handle = setTimeout(() => fire(timer), Math.min(Math.max(0, timer.at - elapsed()), longestMs));
  };
  const fire = (timer: Timer): void => {
    if (timer.at > elapsed()) return arm(timer);
    timers.delete(timer);
    timer.run();
  };

  return {
    now,
    monotonic: () => performance.now(),
    after: (ms, run) => {
      const timer: Timer = { at: elapsed() + ms, run, handle: undefined };
      timers.add(timer);
      arm(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    moveTo: (at) => {
      aheadMs += Math.max(0, at - now());
      const due = [...timers].filter((timer) => timer.at <= elapsed()).toSorted((a, b) => a.at - b.at);
      for (const timer of timers) clearTimeout(timer.handle);
      for (const timer of due) fire(timer);
      for (const timer of timers) arm(timer);
    },
  };
}

interface Timer {
  /** On the monotonic clock, with what the wall clock was moved forward. */
  readonly at: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | undefined;
}
