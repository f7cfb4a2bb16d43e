import { ageAt, dayOf, isDay, isoOf, weekdayOf } from './calendar.ts';
import { readDayAhead } from './date/ahead.ts';
import { monthOf, weekdayIn } from './date/words.ts';
import { unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './number/numerals.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';

/** `today` is an ISO date. A `tanggal_lahir` is past, has its year, and is never "besok"; any other date looks ahead. */
export interface DateContext {
  readonly today: string;
  readonly purpose?: string;
}

/** A day as said: the year may be missing or have two digits. */
interface Said {
  readonly day: number;
  readonly month: number;
  readonly year: string | null;
}

/** Nobody alive was born longer ago (the oldest recorded person reached 122). */
const OLDEST = 120;

/**
 * A date as ISO: 17 agustus 1995, 17-08-1995, 17/8/95, 17081995, tgl 17 bln 8, number words; ahead also besok, lusa,
 * senin depan, 3 hari lagi, tanggal 25, and the next 3/12. Day before month, never the other way round. Reasons:
 * question, no_year, no_day, date (not in the calendar), range, age, relative, vague, unclear, empty, too_long.
 */
export function readDate(typed: string, ctx: DateContext): Reading<string> {
  const unread = unreadable(typed);
  if (unread !== null) return none(unread);
  if (isQuestion(typed)) return none('question');
  if (/\d\s?-?an\b/iu.test(typed)) return none('vague');
  const text = typed.replaceAll(/(?<=\d)(?=\p{L})|(?<=\p{L})['’]?(?=\d)/gu, ' ');
  const isBirth = ctx.purpose === 'tanggal_lahir';
  const iso = /(?<!\d)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/u.exec(text);
  if (iso !== null) return settle({ day: Number(iso[3]), month: Number(iso[2]), year: iso[1] ?? '' }, ctx);
  const words = inIndonesian(wordsOf(text));
  if (words[0] === 'bukan' || words[0] === 'jangan') return none('unclear');
  if (words.includes('atau') || words.includes('antara')) return none('range');
  if (/(?<!\d)\d{1,2}\s*(?:-|–|sampai|s\/d|s\.?d\.?|atau|dan|&|,)\s*\d{1,2}\s+[a-z]{3}/iu.test(text))
    return none('range');
  const said = saidIn(words, ctx);
  if (said === 'many') return none('range');
  const weekday = words.map(weekdayIn).find((each) => each !== null);
  if (said !== null) return checkWeekday(settle(said, ctx), weekday ?? null);
  return isBirth ? none(birthReason(words)) : readDayAhead(words, ctx.today);
}

function birthReason(words: readonly string[]): string {
  const ahead = new Set(['besok', 'lusa', 'kemarin', 'sekarang', 'depan', 'lagi']);
  if (words.some((word) => ahead.has(word))) return 'relative';
  return words.some((word) => /^\d{4}$/u.test(word)) ? 'no_day' : 'unclear';
}

function saidIn(words: readonly string[], ctx: DateContext): Said | 'many' | null {
  const numbers = words.flatMap((word, at) => (/^\d+$/u.test(word) ? [at] : []));
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) {
    const packed = unpack(words[only] ?? '', ctx);
    if (packed !== null) return packed;
  }
  const months = words.flatMap((word, at) => (monthOf(word) === null ? [] : [at]));
  if (months.length > 1) return 'many';
  const [month] = months;
  return month === undefined ? inFigures(inWords(words)) : aroundMonth(words, month);
}

/** Number words as digits: "lima bulan satu tahun tujuh puluh" is 5, 1, 70. */
function asFigures(words: readonly string[]): string[] {
  const figures: string[] = [];
  for (let at = 0; at < words.length;) {
    const numeral = /^\d+$/u.test(words[at] ?? '') ? null : numeralAt(words, at);
    figures.push(numeral === null ? (words[at] ?? '') : String(numeral.value));
    at = numeral === null ? at + 1 : numeral.end;
  }
  return figures;
}

/** 17081995, 19950817, 170895. */
function unpack(figure: string, { purpose }: DateContext): Said | null {
  if (figure.length === 8) {
    const day = { day: Number(figure.slice(0, 2)), month: Number(figure.slice(2, 4)), year: figure.slice(4) };
    if (isDay({ ...day, year: Number(day.year) }) && Number(day.year) >= 1900) return day;
    return { day: Number(figure.slice(6)), month: Number(figure.slice(4, 6)), year: figure.slice(0, 4) };
  }
  if (figure.length !== 6 || purpose !== 'tanggal_lahir') return null;
  return { day: Number(figure.slice(0, 2)), month: Number(figure.slice(2, 4)), year: figure.slice(4) };
}

/** "tanggal dua enam" is the 26th, no day of a month: without a year or "bulan" only figures are day and month. */
function inWords(said: readonly string[]): readonly string[] {
  const words = withYear(asFigures(said));
  const figures = words.filter((word) => /^\d+$/u.test(word));
  const isDayOnly = figures.length === 2 && !said.includes('bulan') && !figures.some((figure) => said.includes(figure));
  return isDayOnly ? said : words;
}

/** "sebelas enam sembilan tujuh": a year said figure by figure behind day and month. */
function withYear(words: readonly string[]): readonly string[] {
  const years = words.filter((word) => /^\d+$/u.test(word));
  const [tens = '', ones = ''] = years.slice(2);
  return years.length === 4 && tens.length === 1 && ones.length === 1 && words.length === 4
    ? [...words.slice(0, 2), tens + ones]
    : words;
}

/** "17 agustus 1995", "tujuh belas agustus sembilan lima", "agustus 17, 1995", "1995 agustus 17". */
function aroundMonth(words: readonly string[], at: number): Said | null {
  const month = monthOf(words[at] ?? '') ?? 0;
  const before = words.slice(0, BEFORE_MONTH.has(words[at - 1] ?? '') ? at - 1 : at);
  const day = lastNumeral(before);
  if (day !== null && day < FIRST_YEAR) return { day, month, year: yearAt(words, at + 1) };
  const after = numeralAt(words, words[at + 1] === 'tanggal' ? at + 2 : at + 1);
  if (after === null || after.value > LAST_DAY) return null;
  const year = day === null ? yearAt(words, after.end) : String(day);
  return { day: after.value, month, year };
}

/** "5 bulan januari", "5th january" (its "th" reads as tahun). */
const BEFORE_MONTH = new Set(['bulan', 'tahun', 'of']);
/** A number from here on is a year, up to there a day. */
const FIRST_YEAR = 1000;
const LAST_DAY = 31;

/** "17 8 1995", "tgl 17 bulan 8 tahun 95", "3 12". */
function inFigures(words: readonly string[]): Said | null {
  const figures = words.filter((word) => /^\d+$/u.test(word));
  const unit = words.findIndex((word, at) => /^\d+$/u.test(words[at - 1] ?? '') && (word === 'hari' || word === 'jam'));
  const named = words.indexOf('bulan');
  const [day, month, year, more] = figures;
  if (day === undefined || month === undefined || more !== undefined || unit >= 0) return null;
  if (day.length > 2 || month.length > 2 || (year !== undefined && year.length !== 2 && year.length !== 4)) return null;
  const others = words.filter((word) => /^\D/u.test(word));
  if (named < 0 && year === undefined && others.some((word) => !FIGURE_WORDS.has(word) && weekdayIn(word) === null))
    return null;
  return { day: Number(day), month: Number(month), year: year ?? null };
}

const FIGURE_WORDS = new Set(
  'tanggal hari kak pak bu min ya saja lahir bapak ibu mas mbak makasih pada di bulan'.split(' '),
);

function lastNumeral(words: readonly string[]): number | null {
  for (let from = Math.max(0, words.length - 4); from < words.length; from += 1) {
    const numeral = numeralAt(words, from);
    if (numeral?.end === words.length) return numeral.value < 10 ? figureByFigure(words, numeral.value) : numeral.value;
  }
  return null;
}

/** "dua satu" before a month is the 21st. */
function figureByFigure(words: readonly string[], last: number): number {
  const [tens, earlier] = [numeralAt(words.slice(-2, -1), 0), numeralAt(words.slice(-3, -2), 0)];
  const isPair = tens !== null && earlier === null && tens.value >= 1 && tens.value <= 3;
  return isPair && /^\D/u.test(words.at(-1) ?? '') ? tens.value * 10 + last : last;
}

function yearAt(words: readonly string[], from: number): string | null {
  const start = words[from] === 'tahun' ? from + 1 : from;
  const numeral = numeralAt(words, start);
  if (numeral === null) return null;
  const next = numeralAt(words, numeral.end);
  if (next !== null && numeral.value < 100 && next.value < 10) return `${numeral.value}${next.value}`;
  if (next !== null && (numeral.value === 19 || numeral.value === 20) && next.value < 100)
    return `${numeral.value}${next.value}`;
  const figure = words[start] ?? '';
  const year = /^\d+$/u.test(figure) && numeral.end === start + 1 ? figure : String(numeral.value);
  return year.length === 2 || year.length === 4 ? year : null;
}

function settle({ day, month, year }: Said, ctx: DateContext): Reading<string> {
  const isBirth = ctx.purpose === 'tanggal_lahir';
  if (year === null) return isBirth ? none('no_year') : nextOf(day, month, ctx.today);
  const said = { day, month, year: fullYear(year, ctx.today, isBirth) };
  if (!isDay(said)) return none('date');
  const iso = isoOf(said);
  if (!isBirth) return clear(iso);
  return iso > ctx.today || ageAt(iso, ctx.today) > OLDEST ? none('age') : clear(iso);
}

/** Two digits: a birth is never in the future, an event is in this century. */
function fullYear(year: string, today: string, isBirth: boolean): number {
  if (year.length === 4) return Number(year);
  const near = 2000 + Number(year);
  return isBirth && near > Number(today.slice(0, 4)) ? near - 100 : near;
}

function nextOf(day: number, month: number, today: string): Reading<string> {
  const thisYear = dayOf(today)?.year ?? 0;
  const dates = [thisYear, thisYear + 1].map((year) => ({ year, month, day })).filter(isDay);
  const next = dates.map(isoOf).find((iso) => iso >= today);
  return next === undefined ? none('date') : clear(next);
}

/** "Kamis, 17 Agustus 1995" on another weekday: one of the two is a slip, so it is repeated before it counts. */
function checkWeekday(reading: Reading<string>, weekday: number | null): Reading<string> {
  if (reading.type !== 'value' || weekday === null || weekdayOf(reading.value) === weekday) return reading;
  return likely(reading.value);
}
