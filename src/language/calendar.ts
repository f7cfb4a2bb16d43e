/** The three zones of Indonesia. Fixed offsets and no summer time, so calendar math needs no time zone database. */
export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_HOURS: Readonly<Record<Zone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** A calendar day as numbers; month and day count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock and a calendar on the wall of a zone show. `weekday` counts from 0 = Minggu. */
export interface LocalParts extends Day {
  readonly date: string;
  readonly time: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
}

/** The local date and time of an instant (milliseconds since 1970 UTC) in a zone. */
export function localParts(epochMs: number, zone: Zone): LocalParts {
  const local = epochMs + OFFSET_HOURS[zone] * HOUR_MS;
  const days = Math.floor(local / DAY_MS);
  const seconds = Math.floor((local - days * DAY_MS) / 1000);
  const hour = Math.floor(seconds / 3600);
  const minute = Math.floor((seconds % 3600) / 60);
  const { year, month, day } = fromDays(days);
  const date = isoOf({ year, month, day });
  const time = `${pad(hour)}:${pad(minute)}`;
  return { year, month, day, date, time, hour, minute, second: seconds % 60, weekday: weekdayOfDays(days) };
}

/** The instant of a local date (`2026-12-03`) and time (`09:00`, or with seconds) in a zone; NaN when either is none. */
export function toEpoch(date: string, time: string, zone: Zone): number {
  const day = dayOf(date);
  const clock = /^(\d{2}):(\d{2})(?::(\d{2}))?$/u.exec(time);
  if (day === null || clock === null) return Number.NaN;
  const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  return toDays(day) * DAY_MS + seconds * 1000 - OFFSET_HOURS[zone] * HOUR_MS;
}

/** The numbers of an ISO date; null when it is not a day of the calendar. */
export function dayOf(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

/** True when the numbers are a day of the Gregorian calendar (31 June and 29 February 2001 are not). */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `2026-12-03` of the numbers of a day. */
export function isoOf({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The date `count` days after (or before, when negative) an ISO date; the text itself when it is no date. */
export function addDays(iso: string, count: number): string {
  const day = dayOf(iso);
  return day === null ? iso : isoOf(fromDays(toDays(day) + count));
}

/** Completed years from a birth date to a day, NaN when either is no date; who was born on 29 February has a birthday on 1 March. */
export function ageAt(birth: string, on: string): number {
  const [born, then] = [dayOf(birth), dayOf(on)];
  if (born === null || then === null) return Number.NaN;
  const before = then.month < born.month || (then.month === born.month && then.day < born.day);
  return then.year - born.year - (before ? 1 : 0);
}

/** 0 = Minggu ... 6 = Sabtu; NaN when the text is no date. */
export function weekdayOf(iso: string): number {
  const day = dayOf(iso);
  return day === null ? Number.NaN : weekdayOfDays(toDays(day));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 January 1970 was a Thursday. */
function weekdayOfDays(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Days since 1970 of a day; the year is taken to begin in March, so that the leap day comes last. */
function toDays({ year, month, day }: Day): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1 - DAYS_TO_1970;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;
/** Days of a full Gregorian cycle of 400 years. */
const CYCLE_DAYS = 146_097;

function fromDays(days: number): Day {
  const shifted = days + DAYS_TO_1970;
  const cycle = Math.floor(shifted / CYCLE_DAYS);
  const inCycle = shifted - cycle * CYCLE_DAYS;
  const yearInCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const dayInYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const marchMonth = Math.floor((5 * dayInYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayInYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0), month, day };
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
