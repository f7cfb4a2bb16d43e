import type { Zone } from '../language/calendar.ts';

export type { Zone } from '../language/calendar.ts';

/**
 * Everything a flow can hold: plain JSON, so that a session survives storing between any two turns.
 * `null` is `kosong` (unset). Dates and times carry a tag, because "2026-12-01" as a person's text is not a date.
 */
export type Value = null | string | number | boolean | Tagged | readonly Value[];

export type Tagged = DateValue | TimeValue | Moment | Duration | ChosenCode | RecordValue;

/** A calendar day, `2026-12-03`. */
interface DateValue {
  readonly type: 'date';
  readonly date: string;
}

/** A time of day, `09:00`. */
interface TimeValue {
  readonly type: 'time';
  readonly time: string;
}

/** An instant with the zone of the place it belongs to (the venue), so that it can be written as people there say it. */
export interface Moment {
  readonly type: 'moment';
  readonly at: number;
  readonly zone: Zone;
}

/** A length of time in whole minutes (`7 hari` = 10,080). */
interface Duration {
  readonly type: 'duration';
  readonly minutes: number;
}

/** The words that a length of time is written in, as minutes. Months and years have no fixed length. */
export const UNIT_MINUTES: Readonly<Record<string, number>> = { menit: 1, jam: 60, hari: 1440, minggu: 10_080 };

/** One row picked from a question's own list: compared by its code, printed by its label. */
export interface ChosenCode {
  readonly type: 'choice';
  readonly code: string;
  readonly label: string;
}

/** One row of data (a batch, a village, a ticket): compared by its code, printed by its name. */
export interface RecordValue {
  readonly type: 'record';
  readonly code: string;
  readonly name: string;
  readonly fields: Fields;
}

export type Fields = Readonly<Record<string, Value>>;

/** The kinds of a value that the checker knows; `apa_saja` fits every other kind. */
export type Kind =
  | 'teks'
  | 'angka'
  | 'ya_tidak'
  | 'tanggal'
  | 'waktu'
  | 'saat'
  | 'durasi'
  | 'pilihan'
  | 'catatan'
  | 'daftar'
  | 'apa_saja';

/** True for a list of values. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** The list, or an empty one where the value is none. */
export function listOf(value: Value): readonly Value[] {
  return isList(value) ? value : [];
}

/** True for one row of data. */
export function isRecord(value: Value): value is RecordValue {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'record';
}

/** Dates, times, instants, lengths of time, picked rows and records. */
export function isTagged(value: Value): value is Tagged {
  return value !== null && typeof value === 'object' && !isList(value);
}

/** What stands for a picked row, a record or a text when codes are compared; null for everything else. */
export function codeOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (!isTagged(value)) return null;
  return value.type === 'choice' || value.type === 'record' ? value.code : null;
}
