import { ageAt, localParts, weekdayOf } from '../../language/calendar.ts';
import { greetByHour, WEEKDAYS, writeShortDate, writeTime } from '../../language/write-date.ts';
import { writeList } from '../../language/write-list.ts';
import { maskEmail, maskName, maskPhone } from '../../language/write-masked.ts';
import { writeNumber, writeRupiah } from '../../language/write-number.ts';
import { isList, isTagged } from '../value.ts';
import type { Kind, Value } from '../value.ts';
import { dayOf, isEmpty } from './compare.ts';
import { ANYTHING, NUMBER, TEXT } from './kind.ts';
import type { NameKind } from './kind.ts';
import { printValue } from './print.ts';

/** What stands behind `|`. It never sees an unset first value, except `jika_kosong`; then its result is unset too. */
export interface PipeFunction {
  /** Kinds the value before `|` may have. */
  readonly takes: readonly Kind[];
  /** Kinds of what stands in parentheses, in order. */
  readonly args: readonly (readonly Kind[])[];
  /** The scope's own name that fills a last argument left out. */
  readonly otherwise?: string;
  gives(first: NameKind): NameKind;
  run(value: Value, args: readonly Value[]): Value;
}

const ANY: readonly Kind[] = ['apa_saja'];
const DAYS: readonly Kind[] = ['tanggal', 'saat'];
const ELLIPSIS = '…';

function text(takes: readonly Kind[], write: (value: Value, args: readonly Value[]) => string | null): PipeFunction {
  return { takes, args: [], gives: () => TEXT, run: write };
}

/**
 * The functions of the flow language (docs/alur.md), by name. A value of an unexpected kind (only `apa_saja` lets one in)
 * gives `null`.
 */
export const FUNCTIONS: Readonly<Record<string, PipeFunction>> = {
  tanggal: text(DAYS, (value) => mapDay(value, writeShortDate)),
  hari: text(DAYS, (value) => mapDay(value, (day) => WEEKDAYS[weekdayOf(day)] ?? null)),
  pukul: text(['waktu', 'saat'], writeClock),
  tanggal_jam: text(['saat'], (value) => (isMoment(value) ? printValue(value) : null)),
  angka: text(['angka'], (value) => (typeof value === 'number' ? writeNumber(value) : null)),
  rupiah: text(['angka'], (value) => (typeof value === 'number' ? writeRupiah(value) : null)),
  samar: text(['teks', 'pilihan', 'catatan'], (value) => mask(printValue(value))),
  sapaan: text(['waktu', 'saat'], greet),
  sebutkan: text(['daftar'], (value) => (isList(value) ? writeList(value.map(printValue)) : printValue(value))),
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
    run: (value) => Array.from(printValue(value)).length,
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
    run: (value, [most = null]) => (typeof most === 'number' ? shorten(printValue(value), most) : null),
  },
};

/** The only function that is asked when its first value is unset. */
export const FILLS_GAPS = 'jika_kosong';

function mapDay(value: Value, write: (day: string) => string | null): string | null {
  const day = dayOf(value);
  return day === null ? null : write(day);
}

function writeClock(value: Value): string | null {
  if (isMoment(value)) return writeTime(localParts(value.at, value.zone).time, value.zone);
  const time = timeOf(value);
  return time === null ? null : writeTime(time);
}

function greet(value: Value): string | null {
  const time = timeOf(value);
  return time === null ? null : `Selamat ${greetByHour(Number(time.slice(0, 2)))}`;
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
