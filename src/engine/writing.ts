import { weekdayOf } from '../language/calendar.ts';
import type { Zone } from '../language/calendar.ts';
import { greetByHour, WEEKDAYS, writeDateTime, writeShortDate, writeTime } from '../language/write-date.ts';
import { writeList } from '../language/write-list.ts';
import { writeNumber, writeRupiah } from '../language/write-number.ts';

/** How values stand in the texts of one language. Pure: the same value gives the same words. */
export interface Writing {
  /** `2026-12-03` as "3 Desember 2026"; what is no date comes back as it is. */
  readonly day: (date: string) => string;
  readonly weekday: (date: string) => string | null;
  /** `09:00` as "pukul 09.00", with a zone "pukul 09.00 WIB". */
  readonly clock: (time: string, zone?: Zone) => string;
  /** `09:00` as "09.00", alone. */
  readonly time: (time: string) => string;
  /** Day and time with the weekday before it. */
  readonly moment: (date: string, time: string, zone: Zone) => string;
  /** 20000 as "20.000". */
  readonly number: (value: number) => string;
  /** Without grouping: it may be a year. */
  readonly bare: (value: number) => string;
  readonly rupiah: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** A length of time in minutes: "7 hari", "1 jam 30 menit". */
  readonly length: (minutes: number) => string;
  readonly yesNo: (value: boolean) => string;
  /** "Selamat pagi", by the hour. */
  readonly greeting: (hour: number) => string;
  /** A label that a flow or the service gave in Indonesian, in this language; itself where it has none. */
  readonly word: (text: string) => string;
}

/** As flows are written: by the writers of `language/`. */
export const INDONESIAN: Writing = {
  day: writeShortDate,
  weekday: (date) => WEEKDAYS[weekdayOf(date)] ?? null,
  clock: writeTime,
  time: (time) => time.replace(':', '.'),
  moment: writeDateTime,
  number: writeNumber,
  bare: (value) => String(value).replace('.', ','),
  rupiah: writeRupiah,
  list: (items) => writeList(items),
  length: (minutes) => writeLength(minutes, (amount, unit) => `${amount} ${unit}`),
  yesNo: (value) => (value ? 'ya' : 'tidak'),
  greeting: (hour) => `Selamat ${greetByHour(hour)}`,
  word: (text) => text,
};

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** "7 hari", "1 jam 30 menit"; whole days are days, as a flow writes them. */
export function writeLength(
  minutes: number,
  write: (amount: number, unit: 'menit' | 'jam' | 'hari') => string,
): string {
  if (minutes !== 0 && minutes % DAY_MINUTES === 0) return write(minutes / DAY_MINUTES, 'hari');
  const hours = Math.trunc(minutes / HOUR_MINUTES);
  const rest = minutes % HOUR_MINUTES;
  if (hours === 0) return write(rest, 'menit');
  const whole = write(hours, 'jam');
  return rest === 0 ? whole : `${whole} ${write(Math.abs(rest), 'menit')}`;
}
