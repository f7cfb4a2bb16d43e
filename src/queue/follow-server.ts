import type { Clock } from '../domain/ports/clock.ts';

/**
 * Times are the database server's; waiting is this machine's. Nothing waits near the 24 days at which Node's timers
 * overflow.
 */
export function followServer(now: () => number): Clock {
  return {
    now,
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
}
