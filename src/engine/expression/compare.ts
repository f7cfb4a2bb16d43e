import { addDays, localParts } from '../../language/calendar.ts';
import { codeOf, isList, isTagged } from '../value.ts';
import type { Value } from '../value.ts';

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/** `kosong`: nothing was said, or a list without rows. */
export function isEmpty(value: Value): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}

/** `a = b`; false as soon as one of them is unset or their kinds differ. */
export function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  if (typeof a === 'number' || typeof a === 'boolean') return a === b;
  const code = codeOf(a);
  return code === null ? orderOf(a, b) === 0 : code === codeOf(b);
}

/** Negative, zero or positive as `a` comes before, with or after `b`; null when neither comes first. */
export function orderOf(a: Value, b: Value): number | null {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : null;
  if (!isTagged(a) || !isTagged(b)) return null;
  if (a.type === 'moment' && b.type === 'moment') return a.at - b.at;
  if (a.type === 'duration' && b.type === 'duration') return a.minutes - b.minutes;
  if (a.type === 'time' && b.type === 'time') return orderOfTexts(a.time, b.time);
  const [day, other] = [dayOf(a), dayOf(b)];
  return day === null || other === null ? null : orderOfTexts(day, other);
}

/** The calendar day of a day, or of an instant in its own zone, as `2026-12-03`; null for other values. */
export function dayOf(value: Value): string | null {
  if (!isTagged(value)) return null;
  if (value.type === 'date') return value.date;
  return value.type === 'moment' ? localParts(value.at, value.zone).date : null;
}

/** `a + b` (`sign` 1) or `a - b` (`sign` -1); null when one is unset or they do not add up. */
export function addUp(a: Value, b: Value, sign: 1 | -1): Value {
  if (typeof a === 'number') return typeof b === 'number' ? a + sign * b : null;
  if (!isTagged(a) || !isTagged(b) || b.type !== 'duration') return null;
  const minutes = sign * b.minutes;
  if (a.type === 'duration') return { type: 'duration', minutes: a.minutes + minutes };
  if (a.type === 'moment') return { ...a, at: a.at + minutes * MINUTE_MS };
  return a.type === 'date' ? { type: 'date', date: addDays(a.date, Math.floor(minutes / DAY_MINUTES)) } : null;
}

function orderOfTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
