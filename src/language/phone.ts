import { unreadable } from './normal.ts';
import { clear, none, several } from './reading.ts';
import type { Reading } from './reading.ts';

/** Digits of a mobile number behind +62: 811000012 is an old one of nine, twelve is the longest (Kominfo 14/2018). */
const SHORTEST = 9;
const LONGEST = 12;
/** A NIK or a family card has sixteen digits: never a phone. */
const NIK_DIGITS = 16;

const RUN = /(?<![\p{L}\d])\+?\(?\d[\d\s().-]*/gu;
/** Mobile numbers begin with 81, 82, 83, 85, 87, 88, 89; 80, 84, 86 are none. */
const MOBILE = /^8[1235789]/u;

/**
 * An Indonesian mobile number as E.164: 08..., 62..., +62 08..., 8..., with spaces, dots, dashes, or a wa.me link.
 * Reasons: length, landline, foreign, nik, letters, unclear, empty, too_long; two different numbers are several.
 */
export function readPhone(text: string): Reading<string> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const runs = [...text.normalize('NFKC').replaceAll(/[‐-―]/gu, '-').matchAll(RUN)];
  if (runs.length === 0) return none('unclear');
  const readings = runs.map((run) => {
    const next = text.normalize('NFKC')[run.index + run[0].length] ?? '';
    return /\p{L}/u.test(next) && /\d$/u.test(run[0]) ? none<string>('letters') : readRun(run[0]);
  });
  const numbers = new Set(readings.flatMap((reading) => (reading.type === 'value' ? [reading.value] : [])));
  const [only, ...others] = numbers;
  if (only !== undefined) return others.length === 0 ? clear(only) : several([...numbers]);
  return readings[0] ?? none('unclear');
}

function readRun(run: string): Reading<string> {
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
