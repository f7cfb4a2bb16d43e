import { addDays, dayOf, isDay, isoOf, weekdayOf } from './calendar.ts';
import { weekdayIn } from './date-words.ts';
import { numeralAt } from './numerals.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';

const SHIFTS: Readonly<Record<string, number>> = {
  besok: 1,
  lusa: 2,
  kemarin: -1,
  sekarang: 0,
  tulat: 3,
  tomorrow: 1,
  today: 0,
  yesterday: -1,
};
const PART_OF_DAY = new Set('pagi siang sore malam petang subuh'.split(' '));
const AROUND = new Set(
  'hari tanggal ini nanti ya besok kak pak bu min saja bisa pada bapak ibu mas mbak jadi deh dong depan lagi yang lalu juga insyaallah makasih terima kasih mohon maaf halo permisi jam'.split(
    ' ',
  ),
);

/**
 * A day said from today: besok, lusa, hari ini, malam ini, 3 hari lagi, seminggu lagi, hari senin, senin depan,
 * tanggal 25, tanggal 5 bulan depan. "minggu depan", "nanti" and "isuk" are vague.
 */
export function readDayAhead(words: readonly string[], today: string): Reading<string> {
  const weekdays = words.flatMap((word, at) => (weekdayIn(word) === null || isWeek(words, at) ? [] : [at]));
  if (weekdays.length > 1) return none('range');
  const [weekday] = weekdays;
  const shift = weekday !== undefined && words[weekday + 1] === 'besok' ? null : shiftOf(words);
  if (shift !== null)
    return weekday === undefined || isSame(words, weekday, today, shift)
      ? clear(addDays(today, shift))
      : none('unclear');
  const count = countedDays(words);
  if (count !== null) return clear(addDays(today, count));
  const months = countedMonths(words);
  if (months !== null) return clear(addMonths(today, months));
  const dayNumber = numberedDay(words);
  if (dayNumber !== null) return readNumbered(words, dayNumber, today);
  if (weekday === undefined) return none(isVague(words) ? 'vague' : 'unclear');
  return readWeekday(words, weekday, today);
}

function isSame(words: readonly string[], at: number, today: string, shift: number): boolean {
  return weekdayIn(words[at] ?? '') === weekdayOf(addDays(today, shift));
}

function isVague(words: readonly string[]): boolean {
  return ['minggu', 'bulan', 'tahun', 'nanti', 'isuk', 'pekan'].some((word) => words.includes(word));
}

/** "minggu depan" is next week or next Sunday; only "hari minggu" and "minggu tanggal 22" name the day. */
function isWeek(words: readonly string[], at: number): boolean {
  return words[at] === 'minggu' && words[at - 1] !== 'hari' && words.length > 1 && !words.includes('tanggal');
}

function shiftOf(words: readonly string[]): number | null {
  const named = words.filter((word) => Object.hasOwn(SHIFTS, word));
  const [only, second] = named;
  if (only === 'kemarin' && second === 'lusa') return -2;
  if (named.length > 1) return null;
  if (only !== undefined) return others(words).length === 0 ? (SHIFTS[only] ?? null) : null;
  const ini = words.indexOf('ini');
  if (words[ini - 1] === 'hari' || PART_OF_DAY.has(words[ini - 1] ?? '')) return others(words).length === 0 ? 0 : null;
  return words[0] === 'nanti' && PART_OF_DAY.has(words[1] ?? '') && words.length === 2 ? 0 : null;
}

/** The words that a day counted from today does not explain. */
function others(words: readonly string[]): string[] {
  return words.filter(
    (word) => !AROUND.has(word) && !PART_OF_DAY.has(word) && !Object.hasOwn(SHIFTS, word) && weekdayIn(word) === null,
  );
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['hari', 1],
  ['minggu', 7],
  ['pekan', 7],
]);
const ONE: Readonly<Record<string, number>> = { sehari: 1, seminggu: 7, sepekan: 7 };

function countedDays(words: readonly string[]): number | null {
  return countedIn(words, UNITS, ONE);
}

const MONTHS_IN: ReadonlyMap<string, number> = new Map([
  ['bulan', 1],
  ['tahun', 12],
]);
const ONE_MONTH: Readonly<Record<string, number>> = { sebulan: 1, setahun: 12 };

function countedMonths(words: readonly string[]): number | null {
  return countedIn(words, MONTHS_IN, ONE_MONTH);
}

/** "3 hari lagi", "seminggu lalu": a count of units, backwards for "lalu"; null when none is said. */
function countedIn(
  words: readonly string[],
  units: ReadonlyMap<string, number>,
  ones: Readonly<Record<string, number>>,
): number | null {
  const back = words.includes('lalu');
  if (!back && !words.includes('lagi')) return null;
  for (const [at, word] of words.entries()) {
    if (Object.hasOwn(ones, word)) return (ones[word] ?? 0) * (back ? -1 : 1);
    const numeral = numeralAt(words, at);
    const unit = numeral === null ? undefined : units.get(words[numeral.end] ?? '');
    if (numeral !== null && unit !== undefined && Number.isInteger(numeral.value)) {
      return numeral.value * unit * (back ? -1 : 1);
    }
  }
  return null;
}

/** The same day of another month, or that month's last when it is shorter. */
function addMonths(today: string, months: number): string {
  const { year, month, day } = dayOf(today) ?? { year: 0, month: 1, day: 1 };
  const index = month - 1 + months;
  const there = { year: year + Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const days = [day, 30, 29, 28].filter((each) => each <= day).map((each) => ({ ...there, day: each }));
  const fits = days.find(isDay);
  return fits === undefined ? today : isoOf(fits);
}

/** The day in "tanggal 25" or "jumat 27"; a bare number is none. */
function numberedDay(words: readonly string[]): number | null {
  const named = words.indexOf('tanggal');
  const at =
    named >= 0
      ? named + 1
      : words.findIndex((word, place) => /^\d{1,2}$/u.test(word) && weekdayIn(words[place - 1] ?? '') !== null);
  const numeral = at < 0 ? null : numeralAt(words, at);
  return numeral !== null && numeral.value >= 1 && numeral.value <= 31 ? numeral.value : null;
}

/** The coming day of that number; in the month after this one for "bulan depan". */
function readNumbered(words: readonly string[], day: number, today: string): Reading<string> {
  const now = dayOf(today);
  if (now === null) return none('unclear');
  const isNext = words.some((word, at) => word === 'bulan' && words[at + 1] === 'depan');
  const months = isNext ? [1] : [0, 1, 2];
  const days = months.map((ahead) => ({
    year: now.year + Math.floor((now.month - 1 + ahead) / 12),
    month: ((now.month - 1 + ahead) % 12) + 1,
    day,
  }));
  const next = days
    .filter(isDay)
    .map(isoOf)
    .find((iso) => iso >= today);
  return next === undefined ? none('date') : clear(next);
}

/** "senin" is the coming one, "senin depan" the one of the week after this (weeks begin on Monday). */
function readWeekday(words: readonly string[], at: number, today: string): Reading<string> {
  const ahead = ((weekdayIn(words[at] ?? '') ?? 0) - weekdayOf(today) + 7) % 7;
  const rest = words.filter(
    (word, place) => place !== at && !AROUND.has(word) && !PART_OF_DAY.has(word) && word !== 'minggu',
  );
  if (rest.length > 0) return none('unclear');
  if (words[at + 1] === 'lalu') return none('vague');
  if (!words.includes('depan'))
    return ahead === 0 && words[at + 1] !== 'ini' ? likely(addDays(today, 7)) : clear(addDays(today, ahead));
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const target = ((weekdayIn(words[at] ?? '') ?? 0) + 6) % 7;
  return clear(addDays(today, 7 - sinceMonday + target));
}
