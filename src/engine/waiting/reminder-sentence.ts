import { addDays, localParts, toEpoch } from '../../language/calendar.ts';
import type { Zone } from '../../language/calendar.ts';
import { UNIT_MINUTES } from '../value.ts';
import type { Value } from '../value.ts';

/**
 * "1 hari sebelum pertemuan.mulai pukul 10.00", "2 jam sebelum batas_waktu", "3 hari sesudah ditanya", "24 jam": a time
 * that lies before or after another one.
 */
export interface ReminderSentence {
  readonly amount: number;
  readonly unit: Unit;
  readonly side: 'before' | 'after';
  /** What it is counted from, as it was written: `ditanya`, `batas_waktu`, or an expression. null: from now on. */
  readonly from: string | null;
  /** `10:00`, on the clock of the place; null: the same time of day. */
  readonly at: string | null;
}

type Unit = 'menit' | 'jam' | 'hari' | 'minggu';

/** What does not fit, as a fault of the flow. */
export interface SentenceFault {
  readonly code: 'pengingat_tidak_terbaca' | 'pengingat_satuan' | 'pengingat_pukul' | 'jam_tidak_ada';
  readonly params: Readonly<Record<string, string>>;
}

const MINUTE_MS = 60_000;
const DAYS: Readonly<Record<string, number>> = { hari: 1, minggu: 7 };

/** More than this lies beyond the life of anything that is reminded of (R17: half a year after a class). */
const MOST_DAYS = 400;

const SENTENCE =
  /^(?<amount>\d{1,4})\s+(?<unit>\p{L}+)(?:\s+(?<side>sebelum|sesudah|setelah)\s+(?<from>\S.*?))?(?:\s+(?:pukul|jam)\s+(?<clock>\S+))?$/u;

/** Reads a sentence; a fault tells what does not fit. */
export function readReminder(source: string): ReminderSentence | SentenceFault {
  const kalimat = source.trim();
  const parts = SENTENCE.exec(kalimat)?.groups;
  if (parts === undefined || namesTwoTimes(parts)) return { code: 'pengingat_tidak_terbaca', params: { kalimat } };
  const { amount: digits = '', unit = '', side, from, clock } = parts;
  const amount = Number(digits);
  if (!isUnit(unit) || isTooFar(amount, unit)) {
    return { code: 'pengingat_satuan', params: { kalimat, satuan: `${digits} ${unit}` } };
  }
  const at = readClock(clock);
  if (at === undefined) return { code: 'jam_tidak_ada', params: { jam: clock ?? '' } };
  if (at !== null && DAYS[unit] === undefined) return { code: 'pengingat_pukul', params: { kalimat, satuan: unit } };
  return { amount, unit, side: side === 'sebelum' ? 'before' : 'after', from: from ?? null, at };
}

/** "2 jam sebelum 1 hari sesudah ditanya": nothing is counted from two times. */
function namesTwoTimes({ from = '' }: Readonly<Record<string, string>>): boolean {
  return from.split(/\s/u).some((word) => SIDES.has(word));
}

const SIDES: ReadonlySet<string> = new Set(['sebelum', 'sesudah', 'setelah']);

function isTooFar(amount: number, unit: Unit): boolean {
  return amount * (UNIT_MINUTES[unit] ?? 0) > MOST_DAYS * (UNIT_MINUTES['hari'] ?? 0);
}

function isUnit(word: string): word is Unit {
  return Object.hasOwn(UNIT_MINUTES, word);
}

/** `10.00` or `10:00` as `10:00`; null where no time is named, undefined when no clock shows it. */
function readClock(word: string | undefined): string | null | undefined {
  if (word === undefined) return null;
  const [, hour = '', minute = ''] = /^(\d{1,2})[.:](\d{2})$/u.exec(word) ?? [];
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/**
 * When it is due, counted from a time or a day (a day begins at midnight, in `zone`); null when that is neither. Days
 * and weeks are counted on the calendar of the place, minutes and hours on the clock.
 */
export function dueBy({ amount, unit, side, at }: ReminderSentence, from: Value, zone: Zone): number | null {
  const start = startOf(from, zone);
  if (start === null) return null;
  const sign = side === 'before' ? -1 : 1;
  const days = DAYS[unit];
  if (days === undefined) return start.at + sign * amount * (UNIT_MINUTES[unit] ?? 0) * MINUTE_MS;
  const { date, time } = localParts(start.at, start.zone);
  return toEpoch(addDays(date, sign * amount * days), at ?? time, start.zone);
}

function startOf(from: Value, zone: Zone): { readonly at: number; readonly zone: Zone } | null {
  if (typeof from !== 'object' || from === null || !('type' in from)) return null;
  if (from.type === 'moment') return { at: from.at, zone: from.zone };
  return from.type === 'date' ? { at: toEpoch(from.date, '00:00', zone), zone } : null;
}
