import type { Clock } from '../../domain/ports/clock.ts';

export interface MovableClock extends Clock {
  /** Moves the wall clock forward to `at` (epoch ms) and lets every timer that has come fire; backwards does nothing. */
  readonly moveTo: (at: number) => void;
}

/** Longer timers overflow in Node and fire at once; nothing here waits that long without looking again. */
const longestMs = 2 ** 31 - 1;

/** The wall clock lags less than this behind the monotonic one by rounding and slewing; more, and somebody set it back. */
const lagMs = 100;

/**
 * The machine's clock, which a demonstration may begin at another moment (`startsAt`, epoch ms) and move forward. Timers
 * follow the wall clock, by which rows are due; but when that is set back an hour, nothing stands still for that hour.
 */
export function createSystemClock(startsAt?: number): MovableClock {
  const timers = new Set<Timer>();
  let aheadMs = startsAt === undefined ? 0 : startsAt - Date.now();
  const now = (): number => Date.now() + aheadMs;
  const elapsed = (): number => performance.now() + aheadMs;
  const remaining = ({ at, wallAt }: Timer): number => Math.min(wallAt - now(), at - elapsed() + lagMs);

  const arm = (timer: Timer): void => {
    timer.handle = setTimeout(() => fire(timer), Math.min(Math.max(0, remaining(timer)), longestMs));
  };
  const fire = (timer: Timer): void => {
    if (remaining(timer) > 0) return arm(timer);
    timers.delete(timer);
    timer.run();
  };

  return {
    now,
    wall: () => Date.now() + aheadMs,
    monotonic: () => performance.now(),
    after: (ms, run) => {
      const timer: Timer = { at: elapsed() + ms, wallAt: now() + ms, run, handle: undefined };
      timers.add(timer);
      arm(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    moveTo: (at) => {
      aheadMs += Math.max(0, at - now());
      const due = [...timers].filter((timer) => remaining(timer) <= 0).toSorted((a, b) => a.at - b.at);
      for (const timer of timers) clearTimeout(timer.handle);
      for (const timer of due) fire(timer);
      for (const timer of timers) arm(timer);
    },
  };
}

interface Timer {
  /** On the wall clock, and on the monotonic one with what the wall clock was moved forward. */
  readonly wallAt: number;
  readonly at: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | undefined;
}
