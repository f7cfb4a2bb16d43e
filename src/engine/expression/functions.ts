import { ageAt, localParts } from '../../language/calendar.ts';
import { maskEmail, maskName, maskPhone } from '../../language/write-masked.ts';
import { isList, isTagged } from '../value.ts';
import type { Kind, Value } from '../value.ts';
import type { Writing } from '../writing.ts';
import { dayOf, isEmpty } from './compare.ts';
import { ANYTHING, NUMBER, TEXT } from './kind.ts';
import type { NameKind } from './kind.ts';
import { printIn } from './print.ts';

/** What stands behind `|`. It never sees an unset first value, except `jika_kosong`; then its result is unset too. */
export interface PipeFunction {
  /** Kinds the value before `|` may have. */
  readonly takes: readonly Kind[];
  /** Kinds of what stands in parentheses, in order. */
  readonly args: readonly (readonly Kind[])[];
  /** The scope's own name that fills a last argument left out. */
  readonly otherwise?: string;
  gives(first: NameKind): NameKind;
  run(value: Value, args: readonly Value[], writing: Writing): Value;
}

const ANY: readonly Kind[] = ['apa_saja'];
const DAYS: readonly Kind[] = ['tanggal', 'saat'];
const ELLIPSIS = '…';

function text(takes: readonly Kind[], write: (value: Value, writing: Writing) => string | null): PipeFunction {
  return { takes, args: [], gives: () => TEXT, run: (value, _args, writing) => write(value, writing) };
}

/**
 * The functions of the flow language (docs/alur.md), by name. A value of an unexpected kind (only `apa_saja` lets one in)
 * gives `null`.
 */
export const FUNCTIONS: Readonly<Record<string, PipeFunction>> = {
  tanggal: text(DAYS, (value, { day }) => mapDay(value, day)),
  hari: text(DAYS, (value, { weekday }) => mapDay(value, weekday)),
  pukul: text(['waktu', 'saat'], writeClock),
  tanggal_jam: text(['saat'], (value, writing) => (isMoment(value) ? printIn(writing, value) : null)),
  angka: text(['angka'], (value, writing) => (typeof value === 'number' ? writing.number(value) : null)),
  rupiah: text(['angka'], (value, writing) => (typeof value === 'number' ? writing.rupiah(value) : null)),
  samar: text(['teks', 'pilihan', 'catatan'], (value, writing) => mask(printIn(writing, value))),
  sapaan: text(['waktu', 'saat'], greet),
  sebutkan: text(['daftar'], (value, writing) => printIn(writing, value)),
  pertama: {
    takes: ['daftar'],
    args: [],
    gives: (list) => list.item ?? ANYTHING,
    run: (value) => (isList(value) ? (value[0] ?? null) : value),
  },
  jumlah: {
    takes: ['daftar'],
    args: [],
    gives: () => NUMBER,
    run: (value) => (isList(value) ? value.length : null),
  },
  panjang: {
    takes: ['teks', 'pilihan'],
    args: [],
    gives: () => NUMBER,
    run: (value, _args, writing) => Array.from(printIn(writing, value)).length,
  },
  usia: {
    takes: DAYS,
    args: [DAYS],
    otherwise: 'hari_ini',
    gives: () => NUMBER,
    run: (value, [on = null]) => ageBetween(dayOf(value), dayOf(on)),
  },
  jika_kosong: {
    takes: ANY,
    args: [ANY],
    gives: (first) => first,
    run: (value, [instead = null]) => (isEmpty(value) ? instead : value),
  },
  potong: {
    takes: ['teks', 'pilihan', 'catatan'],
    args: [['angka']],
    gives: () => TEXT,
    run: (value, [most = null], writing) => (typeof most === 'number' ? shorten(printIn(writing, value), most) : null),
  },
};

/** The only function that is asked when its first value is unset. */
export const FILLS_GAPS = 'jika_kosong';

function mapDay(value: Value, write: (day: string) => string | null): string | null {
  const day = dayOf(value);
  return day === null ? null : write(day);
}

function writeClock(value: Value, writing: Writing): string | null {
  if (isMoment(value)) return writing.clock(localParts(value.at, value.zone).time, value.zone);
  const time = timeOf(value);
  return time === null ? null : writing.clock(time);
}

function greet(value: Value, writing: Writing): string | null {
  const time = timeOf(value);
  return time === null ? null : writing.greeting(Number(time.slice(0, 2)));
}

function timeOf(value: Value): string | null {
  if (isMoment(value)) return localParts(value.at, value.zone).time;
  return isTagged(value) && value.type === 'time' ? value.time : null;
}

function mask(shown: string): string {
  if (shown.includes('@')) return maskEmail(shown);
  return /^\+?\d[\d -]*$/u.test(shown) ? maskPhone(shown) : maskName(shown);
}

function ageBetween(birth: string | null, on: string | null): number | null {
  const age = birth === null || on === null ? Number.NaN : ageAt(birth, on);
  return Number.isNaN(age) ? null : age;
}

function shorten(shown: string, most: number): string {
  const letters = Array.from(shown);
  return letters.length <= most
    ? shown
    : letters
        .slice(0, Math.max(0, most - 1))
        .join('')
        .trimEnd() + ELLIPSIS;
}

function isMoment(value: Value): value is Extract<Value, { readonly type: 'moment' }> {
  return isTagged(value) && value.type === 'moment';
}
