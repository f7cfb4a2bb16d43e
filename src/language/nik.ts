import { ageAt, isDay, isoOf } from './calendar.ts';
import type { Gender } from './gender.ts';
import { unreadable } from './normal.ts';
import { clear, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { isProvince, isRegency } from './region/regency-codes.ts';

/** What a NIK says about a person. Text, never a number: NIKs of Papua exceed 2^53. */
export interface Nik {
  readonly nik: string;
  readonly gender: 'L' | 'P';
  readonly birth: string;
}

/** What is known beside the NIK; each is compared and only warns. */
export interface NikContext {
  readonly today?: string;
  readonly birth?: string;
  readonly gender?: Gender;
}

const NIK_DIGITS = 16;
/** The day of birth of a woman is written 40 higher (PP 40/2019). */
const WOMAN_DAYS = 40;
/** A decoded age under this is more often the number of a family card, which has the same shape. */
const YOUNGEST_USUAL = 17;
/** Fewer digits than this are no attempt at a NIK ("************9001", "tidak hafal"). */
const ATTEMPT_DIGITS = 6;
/** Without a date for today, two-digit years up to this one are 20YY. */
const LATEST_YEAR_WITHOUT_TODAY = 30;

/** A run of digits as people group them, letters inside included so that "1903O1..." is seen as one attempt. */
const RUN = /(?<![\p{L}\d])[\dolOIl](?:[ .\-/_]?[\dolOIl])*(?![\p{L}])/gu;

/** "nik1903..." */
const GLUED = /(?<=\p{L})(?=\d{16}(?!\d))/gu;

/** Two numbers with only a space or a stroke between them. */
const BETWEEN_TWO = /(?<=(?<!\d)\d{16})[ .\-/_]+(?=\d{16}(?!\d))/gu;

/** "3328101508xxxx03", "****9001": what is hidden is no attempt. */
const MASKED = /\d[x*•]{3}|[x*•]{3}\d/iu;

/** Sixteen signs of which a few are letters: "190301570895900x". */
const LETTERED = /(?<![\p{L}\d])(?=\d*\p{L})[\p{L}\d]{16}(?![\p{L}\d])/gu;
/** With fewer digits it is a word. */
const FEWEST_OF_LETTERED = 12;

/**
 * The NIK in a text, with spaces, dots and dashes taken out, and the sex and birth date in it.
 * Warnings: region_unknown (an old code stays valid), age, pattern (ask to retype), birth_mismatch, gender_mismatch.
 * Reasons: no_nik, length, non_digit (letters are never corrected), province, date, serial, many, empty, too_long.
 */
export function readNik(text: string, ctx: NikContext = {}): Reading<Nik> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const typed = text.normalize('NFKC').replaceAll(GLUED, ' ').replaceAll(BETWEEN_TWO, ' , ');
  if (MASKED.test(typed)) return none('no_nik');
  if (isLettered(typed)) return none('non_digit');
  const runs = [...new Set((typed.match(RUN) ?? []).map((run) => run.replaceAll(/[ .\-/_]/gu, '')))];
  const tries = runs.filter((run) => run.replaceAll(/\D/gu, '').length >= ATTEMPT_DIGITS);
  if (tries.length === 0) return none(/\d{6}/u.test(text) ? 'non_digit' : 'no_nik');
  const whole = tries.filter((run) => /^\d{16}$/u.test(run));
  if (whole.length > 1) return none('many');
  const [digits = tries[0] ?? ''] = whole;
  if (/\D/u.test(digits)) return none('non_digit');
  return digits.length === NIK_DIGITS ? decode(digits, ctx) : none('length');
}

function isLettered(text: string): boolean {
  return (text.match(LETTERED) ?? []).some((word) => word.replaceAll(/\D/gu, '').length >= FEWEST_OF_LETTERED);
}

function decode(nik: string, ctx: NikContext): Reading<Nik> {
  const pair = (at: number): number => Number(nik.slice(at, at + 2));
  if (!isProvince(nik.slice(0, 2))) return none('province');
  const isWoman = pair(6) > WOMAN_DAYS;
  const day = { year: fullYear(pair(10), ctx.today), month: pair(8), day: pair(6) - (isWoman ? WOMAN_DAYS : 0) };
  if (!isDay(day)) return none('date');
  if (nik.endsWith('0000')) return none('serial');
  const read: Nik = { nik, gender: isWoman ? 'P' : 'L', birth: isoOf(day) };
  return clear(read, warningsOf(read, ctx));
}

/** Two digits after the current year belong to the century before. */
function fullYear(short: number, today: string | undefined): number {
  const latest = today === undefined ? LATEST_YEAR_WITHOUT_TODAY : Number(today.slice(2, 4));
  return short > latest ? 1900 + short : 2000 + short;
}

function warningsOf({ nik, gender, birth }: Nik, ctx: NikContext): string[] {
  const warn: string[] = [];
  if (isPattern(nik)) warn.push('pattern');
  else if (!isRegency(nik.slice(0, 2), nik.slice(2, 4))) warn.push('region_unknown');
  if (ctx.today !== undefined && ageAt(birth, ctx.today) < YOUNGEST_USUAL) warn.push('age');
  if (ctx.birth !== undefined && ctx.birth !== birth) warn.push('birth_mismatch');
  if (ctx.gender !== undefined && (ctx.gender === 'perempuan') !== (gender === 'P')) warn.push('gender_mismatch');
  return warn;
}

/** "1111..." and "1212...": typed to get past the question. */
function isPattern(nik: string): boolean {
  return [1, 2, 4].some((period) => nik === nik.slice(0, period).repeat(NIK_DIGITS / period));
}

/** Digits as typed on any keyboard, and the letters that stand for digits in a mistyped NIK. */
const GROUPED = /(?<![\p{L}\p{Nd}])[\p{Nd}oOlI](?:[\s.,\-–/_:]{0,2}[\p{Nd}oOlI])*/gu;
/** Sixteen digits in a row, whatever stands around them: no phone number is that long (E.164: fifteen). */
const BARE = /\p{Nd}{16,}/gu;
/** At least this many of the sixteen are digits: the others may be O and l. */
const SUREST_DIGITS = 12;
const DIGIT = /\p{Nd}/u;
/** What stands in place of a number that was taken out. */
const REDACTED = '•'.repeat(NIK_DIGITS);

/**
 * True when a text holds what may be a NIK or a family card number: sixteen digits, also spaced, dotted or dashed, or
 * with O and l among them; and when one was taken out of it. Anything stored or logged goes through `redactNiks` first
 * (UU 27/2022 art. 35).
 */
export function hidesNik(text: string): boolean {
  return text.includes(REDACTED) || redactNiks(text) !== text;
}

/** The text with every such number replaced by sixteen dots; any length of text goes in, in linear time. */
export function redactNiks(text: string): string {
  if (text.length < NIK_DIGITS || !DIGIT.test(text)) return text;
  return text.replaceAll(BARE, REDACTED).replaceAll(GROUPED, redactRun);
}

function redactRun(run: string): string {
  const signs = Array.from(run.replaceAll(/[^\p{Nd}oOlI]/gu, ''));
  if (signs.length < NIK_DIGITS) return run;
  const digits = signs.filter((sign) => /\p{Nd}/u.test(sign));
  if (signs.length === NIK_DIGITS) return digits.length >= SUREST_DIGITS ? REDACTED : run;
  return redactGroups(run.split(/([^\p{Nd}oOlI]+)/u));
}

/** "081234567890 1903 0117 0895 9001": neighbouring groups that together make one plausible NIK. */
function redactGroups(parts: readonly string[]): string {
  let kept = '';
  for (let at = 0; at < parts.length;) {
    const end = at % 2 === 0 ? nikEnd(parts, at) : null;
    kept += end === null ? (parts[at] ?? '') : REDACTED;
    at = end ?? at + 1;
  }
  return kept;
}

function nikEnd(parts: readonly string[], first: number): number | null {
  let digits = '';
  for (let at = first; at < parts.length && digits.length < NIK_DIGITS; at += 2) {
    digits += parts[at] ?? '';
    if (digits.length === NIK_DIGITS) return isPlausible(digits.normalize('NFKC')) ? at + 1 : null;
  }
  return null;
}

/** A province, a day (or one for a woman) and a month where a NIK has them: two phone numbers in a row rarely do. */
function isPlausible(digits: string): boolean {
  const [day, month] = [Number(digits.slice(6, 8)) % WOMAN_DAYS, Number(digits.slice(8, 10))];
  return isProvince(digits.slice(0, 2)) && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
