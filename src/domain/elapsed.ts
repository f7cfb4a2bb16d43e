import type { Clock } from './ports/clock.ts';

/** The two clocks of a machine by which it can notice that it stood still. */
export type Clocks = Pick<Clock, 'monotonic' | 'wall'>;

/** A moment, as both of them showed it. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

/** Now. */
export function readClocks(clocks: Clocks): Moment {
  return { monotonic: clocks.monotonic(), wall: clocks.wall() };
}

/**
 * Milliseconds since a moment, by the clock on which more have passed: the monotonic one stands still while some machines
 * sleep, and the other may be set back. For whoever must stop in time; too much only makes them look once more.
 */
export function elapsedMs(clocks: Clocks, since: Moment): number {
  const { monotonic, wall } = readClocks(clocks);
  return Math.max(monotonic - since.monotonic, wall - since.wall);
}
