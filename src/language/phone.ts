import { unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './number/numerals.ts';
import { clear, none, several } from './reading.ts';
import type { Reading } from './reading.ts';

/** Digits of a mobile number behind +62: 811000012 is an old one of nine, twelve is the longest (Kominfo 14/2018). */
const SHORTEST = 9;
const LONGEST = 12;
/** A NIK or a family card has sixteen digits: never a phone. */
const NIK_DIGITS = 16;

const RUN = /(?<![\p{L}\d])\+?\(?\d[\d\s().-]*/gu;
/** "0812/0000/0123": groups too short to be numbers of their own. */
const GROUPED = /(?<!\d)\d{2,5}(?:[,/_]\d{2,5}){1,3}(?!\d)/gu;
/** "wa0812...": a label that the number is written onto; one letter alone is part of a mistyped number. */
const LABELLED = /(?<=\p{L}{2})(?=\d)/gu;
/** Mobile numbers begin with 81, 82, 83, 85, 87, 88, 89; 80, 84, 86 are none. */
const MOBILE = /^8[1235789]/u;

/**
 * An Indonesian mobile number as E.164: 08..., 62..., +62 08..., 8..., with spaces, dots, dashes, in words ("nol delapan
 * satu ..."), or a wa.me link. Reasons: length, landline, foreign, nik, letters, unclear, empty, too_long; two different
 * numbers are several.
 */
export function readPhone(typed: string): Reading<string> {
  const unread = unreadable(typed);
  if (unread !== null) return none(unread);
  const written = typed
    .normalize('NFKC')
    .replaceAll(/[‐-―]/gu, '-')
    .replaceAll(GROUPED, (groups) => groups.replaceAll(/\D/gu, ''))
    .replaceAll(LABELLED, ' ');
  const text = inFigures(written) ?? written;
  const readings = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const isCutOff = /\d$/u.test(run) && /^\p{L}/u.test(text.slice(index + run.length, index + run.length + 2));
    return isCutOff ? [none<string>('letters')] : readRun(run);
  });
  const numbers = new Set(readings.flatMap((reading) => (reading.type === 'value' ? [reading.value] : [])));
  const [only, ...others] = numbers;
  if (only !== undefined) return others.length === 0 ? clear(only) : several([...numbers]);
  return readings[0] ?? none('unclear');
}

/** A number dictated digit by digit, in figures; null when there are too few digit words for one. */
function inFigures(text: string): string | null {
  if (/\d/u.test(text)) return null;
  const figures = wordsOf(text).map((word) => (word === 'kosong' ? 0 : (numeralAt([word], 0)?.value ?? null)));
  const digits = figures.filter((figure) => figure !== null && figure <= 9).join('');
  return digits.length < SHORTEST ? null : digits;
}

/** What a run of digits is; two whole numbers with only a space between them are two. */
function readRun(run: string): readonly Reading<string>[] {
  const whole = readDigits(run);
  if (whole.type !== 'none' || whole.why !== 'length') return [whole];
  const parts = run.trim().split(/\s+/u).map(readDigits);
  return parts.length > 1 && parts.every(({ type }) => type === 'value') ? parts : [whole];
}

function readDigits(run: string): Reading<string> {
  const digits = run.replaceAll(/\D/gu, '');
  if (digits.length === NIK_DIGITS) return none('nik');
  const national = toNational(digits, run.trim().startsWith('+'));
  if (national === null) return none('foreign');
  if (!national.startsWith('8')) return none(national.length < 6 ? 'length' : 'landline');
  if (national.length < SHORTEST || national.length > LONGEST) return none('length');
  return MOBILE.test(national) ? clear(`+62${national}`) : none('unclear');
}

function toNational(digits: string, isInternational: boolean): string | null {
  if (digits.startsWith('0062')) return digits.slice(4);
  if (digits.startsWith('62') && (isInternational || digits.length > SHORTEST))
    return digits.slice(2).replace(/^0/u, '');
  return isInternational ? null : digits.replace(/^0/u, '');
}

/** Emergency numbers have three digits, the longest number of the world fifteen (E.164). */
const DIALLED = /^\+?\d{3,15}$/u;

/**
 * A number that an office writes down for others to dial, also of a landline or a short one: `0718 41234` is `+6271841234`, 112
 * stays as it is. null: nobody can dial that.
 */
export function toDialled(text: string): string | null {
  const digits = text.trim().replaceAll(/(?<=\d|\))[\s.()-]+(?=[\d(])|^\((?=\d)|(?<=\d)\)/gu, '');
  if (!DIALLED.test(digits)) return null;
  return digits.replace(/^0(?=[1-9])/u, '+62').replace(/^62(?=\d{7})/u, '+62');
}

/** "+6281234560123" as people here write it: "081234560123"; other numbers as they are. */
export function writePhone(phone: string): string {
  return phone.startsWith('+62') ? `0${phone.slice(3)}` : phone;
}
