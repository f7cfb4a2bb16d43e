import { LARGE, LARGE_ONE, ONES, SCALES, SQUEEZED, WHOLE } from './numeral-words.ts';

/** A number found in a row of words, and the place after its last word. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
}

interface Sum {
  total: number;
  group: number;
  unit: number | null;
  any: boolean;
  /** The last large word: "sejuta setengah" is half of it more. */
  scale: number;
}

/**
 * The number that begins at `from`: "dua ribu lima ratus", "10 ribu", "satu setengah juta", "sebelas"; null when the
 * word there begins none. "satu dua tiga" is three numbers: reading stops where the next one begins.
 */
export function numeralAt(words: readonly string[], from: number): Numeral | null {
  const sum: Sum = { total: 0, group: 0, unit: null, any: false, scale: 0 };
  let at = from;
  while (at < words.length && take(sum, words[at] ?? '')) at += 1;
  return sum.any ? { value: sum.total + sum.group + (sum.unit ?? 0), end: at } : null;
}

/** "sapuluh", "sarebu", "saratuih": one ten, one thousand, one hundred. */
const ONE_OF = /^s[ae](puluh|puluah|belas|baleh|balas|ratus|ratuih|ribu|rebu|juta)$/u;

function take(sum: Sum, written: string): boolean {
  const typed = SQUEEZED.get(written) ?? written;
  const one = ONE_OF.exec(typed)?.[1];
  const word = one === undefined ? (SCALES.get(typed) ?? typed) : `se${SCALES.get(one) ?? one}`;
  return takeUnit(sum, word) || takeScale(sum, word) || takeLarge(sum, word);
}

function takeUnit(sum: Sum, word: string): boolean {
  const value = ONES.get(word) ?? (/^\d{1,15}(?:\.\d+)?$/u.test(word) ? Number(word) : undefined);
  if (value !== undefined) {
    const fits = sum.unit === null && (sum.group === 0 || value < lowestPlace(sum.group)) && (value > 0 || !sum.any);
    if (!fits) return false;
    sum.unit = value;
    sum.any = true;
    return true;
  }
  const whole = WHOLE.get(word);
  if (whole === undefined || sum.unit !== null || (sum.group > 0 && whole >= lowestPlace(sum.group))) return false;
  sum.group += whole;
  sum.any = true;
  return true;
}

/** The value of the lowest place a group has filled: 100 for 500, 10 for 520, 1 for 521; and for ten, which counts on with belas. */
function lowestPlace(group: number): number {
  if (group % 100 === 0) return 100;
  return group % 10 === 0 && group % 100 !== 10 ? 10 : 1;
}

function takeScale(sum: Sum, word: string): boolean {
  if (word === 'setengah') {
    if (sum.unit !== null && !Number.isInteger(sum.unit)) return false;
    if (sum.scale > 0 && sum.unit === null && sum.group === 0) return takeHalf(sum);
    sum.unit = (sum.unit ?? 0) + 0.5;
    sum.any = true;
    return true;
  }
  if (sum.unit === null || sum.unit > 9) return false;
  if (word === 'belas') sum.group += sum.unit + 10;
  else if (word === 'puluh') sum.group += sum.unit * 10;
  else if (word === 'ratus') sum.group += sum.unit * 100;
  else return false;
  sum.unit = null;
  return true;
}

function takeHalf(sum: Sum): boolean {
  sum.total += sum.scale / 2;
  sum.scale = 0;
  return true;
}

function takeLarge(sum: Sum, word: string): boolean {
  const one = LARGE_ONE.get(word);
  if (one !== undefined) {
    if (sum.unit !== null || sum.group > 0) return false;
    sum.total += one;
    sum.scale = one;
    sum.any = true;
    return true;
  }
  const scale = LARGE.get(word);
  if (scale === undefined || !sum.any || (sum.unit === null && sum.group === 0)) return false;
  sum.total += (sum.group + (sum.unit ?? 0)) * scale;
  sum.group = 0;
  sum.unit = null;
  sum.scale = scale;
  return true;
}

/** The parts of numbers that are written together: "duapuluhlima", "seratuslima". */
const FUSED_PARTS =
  /se(?=puluh|belas|ratus|ribu|juta)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu|juta/gu;

/** A number written as one word, as the words that it is made of; every other word as it is. */
export function unfused(word: string): readonly string[] {
  const parts = word.match(FUSED_PARTS);
  return parts === null || parts.length < 2 || parts.join('') !== word ? [word] : joinedOnes(parts);
}

/** "se ratus" and the "se" cut off by `unfused` belong to what follows. */
export function joinedOnes(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (words[at - 1] === 'se') return [`se${word}`];
    return word === 'se' && at < words.length - 1 ? [] : [word];
  });
}
