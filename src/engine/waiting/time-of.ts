import { toEpoch } from '../../language/calendar.ts';
import type { Facts } from '../turn.ts';
import type { Value } from '../value.ts';

const MINUTE_MS = 60_000;

/** When something ends: a length of time from now, an instant, or the end of a day; null for everything else. */
export function timeOf(value: Value, { now, zone }: Pick<Facts, 'now' | 'zone'>): number | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('minutes' in value) return now + value.minutes * MINUTE_MS;
  if ('zone' in value) return value.at;
  return 'date' in value ? toEpoch(value.date, '23:59:59', zone) : null;
}
