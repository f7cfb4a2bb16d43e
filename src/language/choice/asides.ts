import { normalize } from '../normal.ts';
import type { Label } from './labels.ts';
import { asPupil } from './school.ts';

/** Without a school's number and year of leaving, and without an hour where the list has none ("jam 9 pagi"). */
export function withoutAsides(text: string, labels: readonly Label[]): string {
  const hourless = labels.some(({ clock }) => clock !== null) ? text : text.replaceAll(HOUR, ' ');
  const plain = asPupil(hourless).replaceAll(SCHOOL_NUMBER, '$1').replaceAll(YEAR, ' ');
  return normalize(plain) === '' ? text : plain.replace(IN_PARENTHESES, ' nomor $1');
}

const YEAR = /(?<!\p{L})(?:(?:tahun|thn|th)\s)?(?<!\d)(?:19|20)\d\d(?!\d)/giu;
/** "SMKN 2", "SMA negeri 1"; "SMA 1" may be a class. */
const SCHOOL_NUMBER = /(?<!\p{L})(sd|smp|sma|smk|mts|ma|mi)\s?n(?:egeri)?\s?\d{1,3}(?!\d)/giu;
const HOUR = /(?<!\p{L})(?:jam|jm|pukul|pkl)\s?\d{1,2}(?:[.:]\d\d)?(?!\d)/giu;

/** "Desain grafis (3)" */
const IN_PARENTHESES = /\s\((?:no\.?|nomor)?\s?(\d{1,2})\)\s?$/iu;
