import { dayOf } from '../../language/calendar.ts';
import { UNIT_MINUTES } from '../value.ts';
import type { Value } from '../value.ts';
import { NUMBER } from './kind.ts';
import type { Fault, NameKind } from './kind.ts';

export interface Literal {
  readonly value: Value;
  readonly kind: NameKind;
}

const UNITS_WITHOUT_LENGTH: readonly string[] = ['bulan', 'tahun'];

/**
 * What digits mean: `18`, `1.250`, `7,5`, `09.00` or `09:00`, `2026-12-03`. A fault when they mean nothing
 * (`31.61`, `2026-02-30`) or would lose something (`08123`).
 */
export function readDigits(word: string): Literal | Fault {
  if (/^\d{4}-/u.test(word)) return readDate(word);
  const clock = /^(\d{1,2})[.:](\d{2})$/u.exec(word);
  if (clock !== null) return readClock(word, clock[1] ?? '', clock[2] ?? '');
  if (/^\d{1,3}(?:\.\d{3})+$/u.test(word)) return number(word.replaceAll('.', ''));
  if (/^\d+,\d+$/u.test(word)) return number(word.replace(',', '.'));
  if (/^0\d+$/u.test(word)) return { code: 'angka_berawalan_nol', params: { angka: word } };
  if (/^\d+$/u.test(word)) return number(word);
  return { code: 'angka_tidak_terbaca', params: { angka: word } };
}

/** `7 hari`, `30 menit`: null when the second word is no unit. */
export function readDuration(amount: string, unit: string): Literal | Fault | null {
  if (UNITS_WITHOUT_LENGTH.includes(unit)) return { code: 'satuan_tanpa_panjang', params: { satuan: unit } };
  const minutes = Object.hasOwn(UNIT_MINUTES, unit) ? UNIT_MINUTES[unit] : undefined;
  if (minutes === undefined) return null;
  const count = readDigits(amount);
  if ('code' in count) return count;
  if (typeof count.value !== 'number') return { code: 'angka_tidak_terbaca', params: { angka: amount } };
  return { value: { type: 'duration', minutes: Math.round(count.value * minutes) }, kind: { kind: 'durasi' } };
}

function number(digits: string): Literal | Fault {
  const value = Number(digits);
  return Number.isSafeInteger(Math.trunc(value))
    ? { value, kind: NUMBER }
    : { code: 'angka_terlalu_besar', params: { angka: digits } };
}

function readDate(word: string): Literal | Fault {
  return dayOf(word) === null
    ? { code: 'tanggal_tidak_ada', params: { tanggal: word } }
    : { value: { type: 'date', date: word }, kind: { kind: 'tanggal' } };
}

function readClock(word: string, hour: string, minute: string): Literal | Fault {
  return Number(hour) < 24 && Number(minute) < 60
    ? { value: { type: 'time', time: `${hour.padStart(2, '0')}:${minute}` }, kind: { kind: 'waktu' } }
    : { code: 'jam_tidak_ada', params: { jam: word } };
}
