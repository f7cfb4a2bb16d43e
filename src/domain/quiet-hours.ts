import type { Zone } from '../engine/value.ts';
import { addDays, localParts, toEpoch } from '../language/calendar.ts';

/** Nobody is disturbed between 20.00 and 07.00 on the clock of the place (house rule F13). */
const quietFrom = '20:00';
const quietTo = '07:00';

/** A change or cancellation of a class this close must be told at once, even at night. */
const urgentChangeMs = 12 * 60 * 60_000;

/** When a push may leave: not before `due`, and no call begins at or after `pauseAt` (then it waits for the morning). */
export interface Window {
  readonly due: number;
  readonly pauseAt: number;
}

/** The first window outside the quiet hours that is not over at `at`. */
export function allowedWindow(at: number, zone: Zone): Window {
  const { date, time } = localParts(at, zone);
  const day = time >= quietFrom ? addDays(date, 1) : date;
  return { due: Math.max(at, toEpoch(day, quietTo, zone)), pauseAt: toEpoch(day, quietFrom, zone) };
}

/** True when a change notice leaves at night too: its class begins within 12 hours, or has just begun. */
export function isUrgentChange(now: number, startsAt: number): boolean {
  return startsAt - now < urgentChangeMs;
}
