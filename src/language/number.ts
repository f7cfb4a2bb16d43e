import { unreadable, wordsOf } from './normal.ts';
import { joinedOnes, numeralAt, unfused } from './number/numerals.ts';
import { isCalled, isSoft } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';
import { NOT } from './yes-no/words.ts';

/** Digits with Indonesian marks: dots group thousands, a comma begins the decimals; "1,000" may be either. */
const FIGURE = /(?<![\p{L}\d.,])(\d[\d.,]*\d|\d)(an\b)?/giu;
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/u;
const SIMPLE = /^(?!0\d{7})\d{1,15}(?:,\d+)?$/u;
const EITHER = /^[1-9]\d{0,2},\d{3}$/u;
const POINT = /^\d{1,3}\.\d{1,2}$/u;
const RANGE =
  /\d\s?(?:rb|ribu|jt|juta|k|m|miliar|milyar|orang|org)?\s?(?:-|–|sampai|s\/d|sd|hingga|atau)\s?(?:rp\.?\s?)?\d/iu;
/** "di bawah 1 juta", "> 5": some number there, not this one. */
const COMPARED =
  /[<>≤≥]|(?<!\p{L})(?:(?:di|ke) ?(?:bawah|atas)|sekurangnya|sekurang|setidaknya|paling (?:sedikit|banyak)|max|hingga|sampai)(?!\p{L})/iu;
/** "2 750 000", grouped by spaces. */
const SPACED = /(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d.,])/gu;
const HALVES: Readonly<Record<string, string>> = { '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4' };
const ROUGHLY = /\b(?:kurang lebih|lebih kurang)\b/giu;
const TOGETHER = /\bber(dua|tiga|empat|lima|enam|tujuh)\b/giu;
const VAGUE = new Set(
  'belasan puluhan ratusan ribuan jutaan beberapa banyak sedikit antara atau lebih lbh lbih kurang minimal maksimal'.split(
    ' ',
  ),
);
const ABOUT = new Set(
  'sekitar kira kurleb kisaran mungkin an puluhan ratusan ribuan jutaan seribuan sejutaan'.split(' '),
);
const ZERO = new Set('kosong nihil'.split(' '));
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['separuh', 0.5],
  ['separo', 0.5],
  ['sepertiga', 1 / 3],
  ['seperempat', 0.25],
]);
const MEASURES =
  'hektar ha jam kg kilo kilogram gram meter m km liter are ton kwintal kuintal tahun bulan hari karung gelas porsi';
const FRACTION_IN_FIGURES = new RegExp(
  String.raw`^(?:(\d{1,3}) )?([1-9])\/([2-9])(?: (?:${MEASURES.replaceAll(' ', '|')}))?$`,
  'iu',
);
const IS_MEASURE = new Set(MEASURES.split(' '));
/** "tiga perempat", "dua pertiga". */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['pertiga', 3],
  ['perempat', 4],
  ['perlima', 5],
]);
/** As English and spreadsheets group: 1,000,000. */
const ENGLISH = /^\d{1,3}(?:,\d{3}){2,}$/u;
/** What a figure may be grown together with: "3kg", "2x". Anything else ("12abc") is a code. */
const UNIT =
  /(\d)(rb|ribu|ribuan|rebu|jt|juta|jutaan|jeti|k|an|org|orang|x|kali|kg|gr|g|m|cm|km|ha|l|thn|th|tahun|bln|bulan|hr|hari|mnt|menit|jam|buah|bh|pcs|unit|ekor|persen|nya|anak|kk)(?=\d|\b)/giu;
const CODE = /(?<![\p{L}\d])\d+\p{L}/u;
/** Stands for a figure that is no number; no one writes this word. */
const UNREADABLE = 'takterbaca';
/** "1,2 M" is money, "5 m" a length. */
const BILLION = /(?<=\d)\s?M(?![\p{L}\d²])/gu;
/** What is numbered with a number behind it is not counted. */
const NUMBERED = new Set('jam pukul tanggal rt rw gelombang kelas semester lantai blok nik'.split(' '));
/** How many a person alone is, and how often once is. */
const ONE = new Set('sendiri sendirian dewe dewean sekali sakali sepisan'.split(' '));
const BESIDE_ONE = new Set('saya cuma hanya orang saja baru datang ikut dengan pernah makasih terima kasih'.split(' '));
const HAVE = new Set('ada punya pernah'.split(' '));
/** "istri dan anak 2": whoever counts one kind of the family may have left out the others. */
const FAMILY = new Set('istri suami anak cucu adik kakak ponakan keponakan menantu mertua'.split(' '));
const ALONGSIDE = new Set('sama dan dengan bareng plus tambah serta karo'.split(' '));

/**
 * A number: "25 org", "sekitar 25" (likely), "dua setengah" = 2.5, "20rb", "1,5 jt", "3.000.000", "sejuta", and none at
 * all ("belum punya") as 0. A range, "belasan" or two numbers are none. Reasons: question, negative, vague, unclear, ...
 */
export function readNumber(text: string): Reading<number> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return none('question');
  const typed = asTyped(text);
  if (/^[-–]\s*\d/u.test(typed) || /\bminus\b/iu.test(typed)) return none('negative');
  if (RANGE.test(typed) || COMPARED.test(typed)) return none('vague');
  const [, whole = 0, above, below] = FRACTION_IN_FIGURES.exec(typed) ?? [];
  if (above !== undefined) return clear(Number(whole) + Number(above) / Number(below));
  return readInWords(joinedOnes(wordsOf(spaced(typed)).flatMap(unfused)).flatMap(about));
}

/** Plain figures: halves as fractions, groups of figures together, "kurang lebih" as "sekitar". */
function asTyped(text: string): string {
  return text
    .replaceAll(/[½¼¾]/gu, (half) => HALVES[half] ?? half)
    .normalize('NFKC')
    .trim()
    .replaceAll(ROUGHLY, 'sekitar')
    .replaceAll(SPACED, (figure) => figure.replaceAll(' ', ''));
}

function readInWords(words: readonly string[]): Reading<number> {
  if (words.some((word, at) => VAGUE.has(word) && !isCounted(words, at))) return none('vague');
  const values = valuesIn(words);
  if (values === null) return none('unclear');
  if (words.some((word, at) => NUMBERED.has(word) && numeralAt(words, at + 1) !== null)) return none('unclear');
  const [only, ...others] = new Set(values);
  if (only === undefined) return readZero(inIndonesian(words));
  if (others.length > 0) return none('unclear');
  return words.some((word) => ABOUT.has(word)) || countsAPart(words) ? likely(only) : clear(only);
}

/** "saya sama istri dan anak 2" */
function countsAPart(words: readonly string[]): boolean {
  if (!words.some((word) => ALONGSIDE.has(word))) return false;
  return words.some((word, at) => FAMILY.has(word) && [at - 1, at + 1].some((by) => numeralAt(words, by) !== null));
}

/** "seratusan" is about a hundred. */
function about(word: string): readonly string[] {
  const round = word.endsWith('an') ? word.slice(0, -2) : '';
  return numeralAt([word], 0) === null && numeralAt([round], 0) !== null ? [round, 'an'] : [word];
}

/** Each figure as one plain word ("Rp1.500.000,00" -> "1500000"), "20rb" and "25an" apart, unreadable ones as "?". */
function spaced(text: string): string {
  const apart = text
    .replaceAll(BILLION, ' miliar ')
    .replaceAll(UNIT, '$1 $2 ')
    .replaceAll(TOGETHER, '$1')
    .replaceAll(/\brp\.?\s*(?=\d)/giu, ' ');
  if (CODE.test(apart)) return UNREADABLE;
  return apart.replaceAll(FIGURE, (figure: string) => ` ${plainFigure(figure)} `);
}

/** A decimal point inside a word would be lost with the punctuation: "koma" keeps its place. */
function plainFigure(figure: string): string {
  if (EITHER.test(figure)) return UNREADABLE;
  if (GROUPED.test(figure)) return pointed(figure.replaceAll('.', '').replace(',', '.'));
  if (ENGLISH.test(figure)) return figure.replaceAll(',', '');
  if (SIMPLE.test(figure)) return pointed(figure.replace(',', '.'));
  return POINT.test(figure) ? pointed(figure) : UNREADABLE;
}

function pointed(figure: string): string {
  return String(Number(figure)).replace('.', ' koma ');
}

/** "seperempat", "tiga perempat", "seperempat juta", "seperempat hektar"; null when more is said. */
function fractionIn(words: readonly string[]): number | null {
  const one = FRACTIONS.get(words[0] ?? '');
  const [above, below] = [numeralAt(words.slice(0, 1), 0), PARTS.get(words[1] ?? '')];
  const parts = one ?? (above === null || below === undefined ? null : above.value / below);
  const [of, ...more] = words.slice(one === undefined ? 2 : 1);
  if (parts === null || more.length > 0 || numeralAt([of ?? ''], 0) !== null) return null;
  return parts * (numeralAt(['satu', of ?? ''], 0)?.value ?? 1);
}

function valuesIn(words: readonly string[]): number[] | null {
  if (words.includes(UNREADABLE)) return null;
  const fraction = fractionIn(words);
  if (fraction !== null) return [fraction];
  const joined = joinDecimals(halfLast(words));
  const values: number[] = [];
  for (let at = 0; at < joined.length;) {
    const numeral = numeralAt(joined, at);
    if (numeral === null) at += 1;
    else {
      values.push(numeral.value);
      at = numeral.end;
    }
  }
  return values;
}

/** "dua hektar setengah" is "dua setengah hektar". */
function halfLast(words: readonly string[]): readonly string[] {
  const [half, measure] = [words.at(-1), words.at(-2) ?? ''];
  return half === 'setengah' && IS_MEASURE.has(measure) ? [...words.slice(0, -2), half, measure] : words;
}

/** "1 koma 5" and "dua koma lima" as one decimal word. */
function joinDecimals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const decimal = words[at] === 'koma' ? numeralAt(words, at + 1) : null;
    const whole = decimal === null ? null : numeralAt(joined, joined.length - 1);
    if (decimal === null || whole === null) joined.push(words[at] ?? '');
    else {
      const { digits, end } = digitsAt(words, at + 1, decimal.value);
      joined.splice(-1, 1, `${whole.value}.${digits}`);
      at = end - 1;
    }
  }
  return joined;
}

/** "koma tujuh lima" is .75, "koma 05" is .05. */
function digitsAt(words: readonly string[], from: number, first: number): { digits: string; end: number } {
  if (/^\d+$/u.test(words[from] ?? '')) return { digits: words[from] ?? '', end: from + 1 };
  let [digits, end] = [String(first), from + 1];
  for (let next = numeralAt(words, end); next !== null && next.value < 10; next = numeralAt(words, end)) {
    digits += String(next.value);
    end = next.end;
  }
  return { digits, end };
}

/** "20 ribuan" is about 20,000; "ribuan" alone is any of them. */
function isCounted(words: readonly string[], at: number): boolean {
  return (
    numeralAt(words.slice(Math.max(0, at - 1), at), 0) !== null &&
    numeralAt([words[at - 1] ?? '', words[at] ?? ''], 0)?.end === 2
  );
}

function isBesideOne(word: string): boolean {
  return BESIDE_ONE.has(word) || isCalled(word) || isSoft(word);
}

function readZero(words: readonly string[]): Reading<number> {
  if (words.some((word) => ONE.has(word)) && words.every((word) => ONE.has(word) || isBesideOne(word))) return clear(1);
  if (words.length <= 4 && words.some((word) => ZERO.has(word))) return clear(0);
  if (words.includes('satupun') && words.some((word) => NOT.has(word))) return clear(0);
  const not = words.findIndex((word) => word === 'tidak' || word === 'belum');
  return not >= 0 && HAVE.has(words[not + 1] ?? '') ? likely(0) : none('unclear');
}
