import { wordsOf } from './normal.ts';
import { readNumber } from './number.ts';
import { readTime } from './time.ts';

type Span = readonly [first: number, last: number];

const CLOCK_SPAN = /(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})/u;
const SPAN_IN_FIGURES =
  /^\D{0,12}?(\d{1,3})\s*(?:[-–—]|s\/d|sd|sampai|hingga)\s*(\d{1,3})(?:\s*(?:tahun|thn|th|juta|jt))?\s*$/iu;
/** What a list of amounts counts, in its labels. */
const COUNTED = /\b(?:tahun|thn|juta|jt|ribu|rb)\b|\brp/iu;
const BELOW = /\b(?:di ?bawah|kurang dari|kurang|maksimal)\b|</iu;
const ABOVE = /\b(?:di ?atas|lebih dari|lebih|minimal)\b|>/iu;
const AMOUNT_WORDS = new Set(
  'umur usia umurku tahun th thn rp rupiah rb ribu jt juta saya aku sekarang baru sudah hampir sekitar lebih dari di atas bawah kurang ya per sebulan bulan penghasilan gaji k'.split(
    ' ',
  ),
);
/** A bare number may be a row: an amount has its unit ("umur 23", "500rb"). */
const HAS_UNIT =
  /\b(?:umur|umurku|usia|tahun|thn|th|rp|rb|ribu|jt|juta)\b|\d\s?(?:tahun|thn|th|rb|ribu|jt|juta|k)\b|\brp\s?\d/iu;
const MINUTES = 60;

/**
 * The rows of a list of spans that an amount ("umur 23", "4,5jt"), a time ("jam 7 malam") or the span itself ("18-25")
 * falls in; null when the list has no spans or the text names nothing of the kind.
 */
export function rowsInSpan(text: string, labels: readonly string[]): readonly number[] | null {
  return rowsOfSpan(text, labels) ?? rowsOfAmount(text, labels) ?? rowsAtTime(text, labels);
}

/** "12-14", where one label has these figures. */
function rowsOfSpan(text: string, labels: readonly string[]): readonly number[] | null {
  const [, first, last] = SPAN_IN_FIGURES.exec(text) ?? [];
  if (first === undefined || last === undefined) return null;
  const span = new RegExp(`(?<!\\d)${first}\\s?[-–]\\s?${last}(?!\\d)`, 'u');
  const rows = labels.flatMap((label, row) => (span.test(label) ? [row] : []));
  return rows.length === 1 ? rows : null;
}

function rowsOfAmount(text: string, labels: readonly string[]): readonly number[] | null {
  if (!HAS_UNIT.test(text)) return null;
  const spans = labels.map(amountsOf);
  if (spans.filter((span) => span !== null).length < 2 || !saysOnlyAmount(text)) return null;
  const reading = readNumber(text.replaceAll(BELOW_OR_ABOVE, ' '));
  if (reading.type !== 'value') return null;
  const [isBelow, isAbove] = [BELOW.test(text), ABOVE.test(text)];
  const meant = reading.value + (isBelow ? -1 : isAbove ? 1 : 0);
  return spans.flatMap((span, row) => (span !== null && meant >= span[0] && meant <= span[1] ? [row] : []));
}

const BELOW_OR_ABOVE = /\b(?:di ?bawah|di ?atas|kurang dari|lebih dari|kurang|lebih|maksimal|minimal)\b|[<>]/giu;

function saysOnlyAmount(text: string): boolean {
  const words = wordsOf(text.replaceAll(/(\d)([a-z])/giu, '$1 $2'));
  return words.every((word) => AMOUNT_WORDS.has(word) || readNumber(word).type === 'value');
}

/** "18-25 tahun", "Rp1-3 juta", "Di atas 40 tahun" as the amounts between which they lie. */
function amountsOf(label: string): Span | null {
  if (!COUNTED.test(label)) return null;
  const scale = /\b(?:juta|jt)\b/iu.test(label) ? 1e6 : /\b(?:ribu|rb)\b/iu.test(label) ? 1e3 : 1;
  const [first, last] = [...label.matchAll(/\d{1,3}(?:,\d)?/gu)].map(
    ([figure]) => Number(figure.replace(',', '.')) * scale,
  );
  if (first === undefined) return null;
  if (last !== undefined) return [first, last];
  if (BELOW.test(label)) return [0, first - 1];
  return ABOVE.test(label) ? [first + 1, Number.POSITIVE_INFINITY] : [first, first];
}

function rowsAtTime(text: string, labels: readonly string[]): readonly number[] | null {
  const spans = labels.map((label) => CLOCK_SPAN.exec(label));
  if (spans.every((span) => span === null)) return null;
  const reading = readTime(text);
  if (reading.type !== 'value') return null;
  const [hour = 0, minute = 0] = reading.value.split(':').map(Number);
  const said = hour * MINUTES + minute;
  const rows = spans.flatMap((span, row) => {
    if (span === null) return [];
    const [from = 0, fromMinute = 0, to = 0, toMinute = 0] = span.slice(1).map(Number);
    return said >= from * MINUTES + fromMinute && said < to * MINUTES + toMinute ? [row] : [];
  });
  return rows.length === 0 ? null : rows;
}
