import { addDays, dayOf, isDay, isoOf, weekdayOf } from '../calendar.ts';
import { isNear, isWithoutVowels } from '../near.ts';
import { numeralAt } from '../number/numerals.ts';
import { clear, likely, none } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { weekdayIn } from './words.ts';

const SHIFTS: Readonly<Record<string, number>> = {
  besok: 1,
  lusa: 2,
  kemarin: -1,
  semalam: -1,
  sekarang: 0,
  saiki: 0,
  saniki: 0,
  ayeuna: 0,
  tulat: 3,
  tomorrow: 1,
  today: 0,
  yesterday: -1,
};
const PART_OF_DAY = new Set('pagi siang sore malam petang subuh'.split(' '));
const AROUND = new Set(
  'hari tanggal ini nanti ya besok kak pak bu min saja bisa pada bapak ibu mas mbak jadi deh dong depan lagi yang lalu juga insyaallah makasih terima kasih mohon maaf halo permisi yang akan datang mendatang dino wib wita wit pg saya bisanya maunya mau pilih hadir ikut insya allah'.split(
    ' ',
  ),
);

/**
 * A day said from today: besok, lusa, hari ini, malam ini, 3 hari lagi, seminggu lagi, hari senin, senin depan, senin
 * lalu, malam minggu (the evening before), tanggal 25, tanggal 5 bulan depan; a time beside it is left out. "minggu
 * depan", "nanti" and "isuk" are vague.
 */
export function readDayAhead(typed: readonly string[], today: string): Reading<string> {
  const words = withoutEve(withoutTime(typed.map(shiftWord)));
  const weekdays = words.flatMap((word, at) => (weekdayIn(word) === null || isWeek(words, at) ? [] : [at]));
  if (weekdays.length > 1) return none('range');
  const [weekday] = weekdays;
  const isShifted =
    weekday === undefined || !(words[weekday - 1] === 'besok' || AFTER_WEEKDAY.has(words[weekday + 1] ?? ''));
  const shift = isShifted ? shiftOf(words) : null;
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

/** "senin besok" and "besok senin" are the coming Monday, "senin kemarin" the last one. */
const AFTER_WEEKDAY = new Set(['besok', 'kemarin', 'lalu']);
const SHORTENED = ['besok', 'kemarin', 'sekarang', 'depan'] as const;

/** Long enough, and like no other word of a day, to be known with a slip: "bezok". */
const MISTYPED = ['besok', 'kemarin', 'sekarang'] as const;

function shiftWord(word: string): string {
  return (
    SHORTENED.find((meant) => isWithoutVowels(word, meant)) ?? MISTYPED.find((meant) => isNear(word, meant)) ?? word
  );
}

/** "kamis malam jumat": the evening of that Thursday. */
function withoutEve(words: readonly string[]): readonly string[] {
  const malam = words.indexOf('malam');
  const [day, eveOf] = [weekdayIn(words[malam - 1] ?? ''), weekdayIn(words[malam + 1] ?? '')];
  const isEve = malam > 0 && day !== null && eveOf === (day + 1) % 7;
  return isEve ? [...words.slice(0, malam), ...words.slice(malam + 2)] : words;
}

/** "besok jam 9": the day without the hour that stands beside it. */
function withoutTime(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => word === 'jam' || word === 'pukul');
  if (from < 0) return words;
  let until = from + 1;
  if (words[until] === 'setengah') until += 1;
  for (let numeral = numeralAt(words, until); numeral !== null; numeral = numeralAt(words, until)) until = numeral.end;
  return [...words.slice(0, from), ...words.slice(until)];
}

function isSame(words: readonly string[], at: number, today: string, shift: number): boolean {
  return weekdayIn(words[at] ?? '') === weekdayOf(addDays(today, shift));
}

function isVague(words: readonly string[]): boolean {
  return ['minggu', 'bulan', 'tahun', 'nanti', 'isuk', 'pekan'].some((word) => words.includes(word));
}

/** "minggu depan" is next week or next Sunday; "hari minggu", "malam minggu", "minggu pagi" and "minggu tanggal 22" name the day. */
function isWeek(words: readonly string[], at: number): boolean {
  const [before = '', after = ''] = [words[at - 1], words[at + 1]];
  if (words[at] !== 'minggu' || words.length === 1 || words.includes('tanggal')) return false;
  if (before === 'hari' || before === 'malam' || PART_OF_DAY.has(after)) return false;
  return weekdayIn(before) === null || after !== '';
}

function shiftOf(words: readonly string[]): number | null {
  const named = words.filter((word) => Object.hasOwn(SHIFTS, word));
  const [only, second] = named;
  if (only === 'kemarin' && second === 'lusa') return -2;
  if (named.length > 1) return null;
  if (only !== undefined) return others(words).length === 0 ? (SHIFTS[only] ?? null) : null;
  return shiftOfPart(words);
}

/** "hari ini", "malam ini", "nanti malam", "tadi malam" (yesterday's). */
function shiftOfPart(words: readonly string[]): number | null {
  const [first = '', second = ''] = words;
  if (first === 'tadi' && PART_OF_DAY.has(second)) return second === 'malam' ? -1 : 0;
  if (first === 'nanti' && PART_OF_DAY.has(second) && words.length === 2) return 0;
  const before = words[words.indexOf('ini') - 1] ?? '';
  return (before === 'hari' || PART_OF_DAY.has(before)) && others(words).length === 0 ? 0 : null;
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
    named >= 0 ? named + 1 : words.findIndex((word, place) => /^\d{1,2}$/u.test(word) && isDayNumber(words, place));
  const numeral = at < 0 ? null : numeralAt(words, at);
  if (numeral === null) return null;
  const next = numeralAt(words, numeral.end);
  const isByFigure = next !== null && /^\D/u.test(words[at] ?? '') && numeral.value <= 3 && next.value <= 9;
  if (next !== null && !isByFigure) return null;
  const value = isByFigure ? numeral.value * 10 + next.value : numeral.value;
  return value >= 1 && value <= 31 ? value : null;
}

/** "jumat 27", "25 bulan depan". */
function isDayNumber(words: readonly string[], at: number): boolean {
  const [next = '', month = ''] = words.slice(at + 1);
  return weekdayIn(words[at - 1] ?? '') !== null || (next === 'bulan' && (month === 'depan' || month === 'ini'));
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

/** "senin" is the coming one, "senin depan" the one of the week after this (weeks begin on Monday), "malam senin" the evening before. */
function readWeekday(words: readonly string[], at: number, today: string): Reading<string> {
  const weekday = weekdayIn(words[at] ?? '') ?? 0;
  const rest = words.filter(
    (word, place) =>
      place !== at && !AROUND.has(word) && !PART_OF_DAY.has(word) && !WEEK.has(word) && word !== 'kemarin',
  );
  if (rest.length > 0) return none('unclear');
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const inWeek = ((weekday + 6) % 7) - sinceMonday;
  if (words.some((word, place) => word === 'lalu' && WEEK.has(words[place - 1] ?? '') && place - 1 !== at))
    return likely(addDays(today, inWeek - 7));
  if (words.includes('lalu') || words.includes('kemarin'))
    return likely(addDays(today, -(((weekdayOf(today) - weekday + 6) % 7) + 1)));
  if (words[at - 1] === 'malam') return likely(addDays(today, (weekday - 1 - weekdayOf(today) + 7) % 7));
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (!words.includes('depan'))
    return ahead === 0 && words[at + 1] !== 'ini' ? likely(addDays(today, 7)) : clear(addDays(today, ahead));
  return clear(addDays(today, inWeek + 7));
}

const WEEK = new Set(['minggu', 'pekan']);
