import { monthOf } from '../date/words.ts';
import { wordsOf } from '../normal.ts';
import { readNumber } from '../number.ts';
import { numeralAt } from '../number/numerals.ts';
import { isCalled, isSoft } from '../polite.ts';
import { readTime } from '../time.ts';

type Span = readonly [first: number, last: number];

interface Days {
  readonly span: Span;
  readonly month: number;
}

/** What a label spans: figures as written ("18-25"), amounts, minutes of the day, days of a month. */
export interface Spans {
  readonly figures: readonly Span[];
  readonly amount: Span | null;
  readonly clock: Span | null;
  readonly days: readonly Days[];
}

const UNTIL = String.raw`\s?(?:[-–—]|s\/d|sd|sampai|hingga)\s?`;
const FIGURES = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3})(?:[.:]\d\d)?${UNTIL}(\d{1,3})(?:[.:]\d\d)?(?![\d.,]?\d)`,
  'giu',
);
const ONLY_FIGURES = new RegExp(
  String.raw`^\D{0,12}?(\d{1,3})(?:[.:]\d\d)?${UNTIL}(\d{1,3})(?:[.:]\d\d)?(?:\s?(?:tahun|thn|th|juta|jt|ribu|rb|orang|org|wib|wita|wit|saja|aja|kak|pak|bu))*\s?$`,
  'iu',
);

/** The spans of a label, prepared once. */
export function spansOf(label: string): Spans {
  const figures = [...label.matchAll(FIGURES)].map(([, first, last]) => [Number(first), Number(last)] as const);
  return { figures, amount: amountOf(label), clock: clockOf(label), days: daysOf(label) };
}

/**
 * The rows of a list of spans that an amount ("umur 23", "4,5jt"), a time ("jam 7 malam") or the span itself ("18-25")
 * falls in; null when the list has no spans or the text names nothing of the kind. A bare number is an amount only
 * where it is no row (`isRow`).
 */
export function rowsInSpan(text: string, labels: readonly Spans[], isRow: boolean): readonly number[] | null {
  if (!labels.some(({ figures, amount, clock }) => figures.length > 0 || amount !== null || clock !== null))
    return null;
  return rowsOfFigures(text, labels) ?? rowsOfAmount(text, labels, isRow) ?? rowsAtTime(text, labels);
}

/** "12-14", where one label has these figures. */
function rowsOfFigures(text: string, labels: readonly Spans[]): readonly number[] | null {
  const [, first, last] = ONLY_FIGURES.exec(text) ?? [];
  if (first === undefined) return null;
  const rows = rowsWhere(labels, ({ figures }) =>
    figures.some((span) => span[0] === Number(first) && span[1] === Number(last)),
  );
  return rows.length === 1 ? rows : null;
}

function rowsWhere(labels: readonly Spans[], fits: (label: Spans) => boolean): number[] {
  return labels.flatMap((label, row) => (fits(label) ? [row] : []));
}

/** What a list of amounts counts. */
const UNITS = 'tahun thn th juta jt ribu rb rp rupiah orang org hektar ha jiwa anak unit kali x km kg';
const SCALES: Readonly<Record<string, number>> = { juta: 1e6, jt: 1e6, ribu: 1e3, rb: 1e3, k: 1e3 };
const UNIT = new RegExp(String.raw`(?<!\p{L})(?:${UNITS.replaceAll(' ', '|')}|k|umur|umurku|usia)(?!\p{L})`, 'iu');
const AMOUNT = /(\d{1,3}(?:\.\d{3})+|\d{1,9}(?:,\d)?)\s?(juta|jt|ribu|rb|k)?(?!\p{L})/giu;
const BELOW = /(?<!\p{L})(?:di ?bawah|kurang dari|kurang)(?!\p{L})|</iu;
const ABOVE = /(?<!\p{L})(?:di ?atas|lebih dari|lebih)(?!\p{L})|>/iu;
const AT_MOST = /(?<!\p{L})(?:maksimal|paling banyak|ke ?bawah)(?!\p{L})/iu;
const AT_LEAST = /(?<!\p{L})(?:minimal|ke ?atas|atau lebih|\+)(?!\p{L})|\d\s?\+/iu;
const COMPARED =
  /(?<!\p{L})(?:(?:di|ke) ?(?:bawah|atas)|kurang dari|lebih dari|atau lebih|kurang|lebih|maksimal|minimal|paling banyak)(?!\p{L})|[<>+]/iu;
const AMOUNT_WORDS = new Set(
  `${UNITS} umur usia umurku saya aku sekarang masih an baru sudah hampir sekitar dari ya per sebulan bulan penghasilan gaji k ada cuma hanya saja kira jalan`.split(
    ' ',
  ),
);

/** "18-25 tahun", "Rp500 ribu-1 juta", "46 tahun ke atas" as the amounts between which they lie. */
function amountOf(label: string): Span | null {
  if (!UNIT.test(label)) return null;
  const found = [...label.matchAll(AMOUNT)];
  const unit = found.at(-1)?.[2];
  const [first, last] = found.map(
    ([, figure = '', own = unit]) => amountIn(figure) * (SCALES[own?.toLowerCase() ?? ''] ?? 1),
  );
  if (first === undefined) return null;
  if (last !== undefined) return [first, last];
  if (AT_LEAST.test(label)) return [first, Number.POSITIVE_INFINITY];
  if (AT_MOST.test(label)) return [0, first];
  if (BELOW.test(label)) return [0, first - 1];
  return ABOVE.test(label) ? [first + 1, Number.POSITIVE_INFINITY] : [first, first];
}

function amountIn(figure: string): number {
  return Number(figure.replaceAll('.', '').replace(',', '.'));
}

const ONCE = /(?<!\p{L})(?:satu kali|sekali|sakali|sepisan)(?!\p{L})/giu;

function rowsOfAmount(text: string, labels: readonly Spans[], isRow: boolean): readonly number[] | null {
  const once = text.replaceAll(ONCE, '1 kali');
  const isCounted = UNIT.test(once.replaceAll(/(\d)(\p{L})/gu, '$1 $2')) || COMPARED.test(text);
  if (labels.filter(({ amount }) => amount !== null).length < 2) return null;
  const bare = once.replaceAll(new RegExp(COMPARED, 'giu'), ' ');
  const reading = saysOnlyAmount(bare) ? readNumber(bare) : null;
  if (reading?.type !== 'value' || (isRow && !isCounted && reading.value <= labels.length)) return null;
  const meant = reading.value + stepOf(text);
  return rowsWhere(labels, ({ amount }) => amount !== null && meant >= amount[0] && meant <= amount[1]);
}

/** "di atas 40" is any amount from the next on. */
function stepOf(text: string): number {
  if (AT_MOST.test(text) || AT_LEAST.test(text)) return 0;
  return BELOW.test(text) ? -1 : ABOVE.test(text) ? 1 : 0;
}

function saysOnlyAmount(text: string): boolean {
  const words = wordsOf(text.replaceAll(/(\d)([a-z])/giu, '$1 $2'));
  for (let at = 0; at < words.length;) {
    const end = numeralAt(words, at)?.end ?? (isAroundAmount(words[at] ?? '') ? at + 1 : null);
    if (end === null) return false;
    at = end;
  }
  return true;
}

function isAroundAmount(word: string): boolean {
  return AMOUNT_WORDS.has(word) || isCalled(word) || isSoft(word);
}

const MINUTES = 60;
const CLOCK = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:[.:](\d\d))?${UNTIL}(\d{1,2})(?:[.:](\d\d))?(?!\d)`, 'iu');
const OF_DAY = /\d[.:]\d\d|(?<!\p{L})(?:pagi|siang|sore|petang|malam|jam|pukul|wib|wita|wit)(?!\p{L})/iu;

/** "Pagi (08-11)", "08.00-11.00" in minutes of the day. */
function clockOf(label: string): Span | null {
  const [, from, fromMinute = 0, to, toMinute = 0] = OF_DAY.test(label) ? (CLOCK.exec(label) ?? []) : [];
  if (from === undefined || to === undefined) return null;
  return [Number(from) * MINUTES + Number(fromMinute), Number(to) * MINUTES + Number(toMinute)];
}

/** "jam 8" may be morning or evening: the row that begins then is meant. */
function rowsAtTime(text: string, labels: readonly Spans[]): readonly number[] | null {
  if (labels.every(({ clock }) => clock === null)) return null;
  const reading = readTime(text.replaceAll(/(?<!\p{L})(?:yang|yg|sesi)(?!\p{L})/giu, ' '));
  if (reading.type === 'none') return null;
  const said = (reading.type === 'value' ? [reading.value] : reading.candidates).map(minutesOf);
  const rows = rowsWhere(labels, ({ clock }) => clock !== null && said.some((at) => at >= clock[0] && at < clock[1]));
  const begun = rows.filter((row) => said.includes(labels[row]?.clock?.[0] ?? Number.NaN));
  return begun.length === 1 ? begun : rows.length === 0 ? null : rows;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * MINUTES + minute;
}

function daysOf(label: string): Days[] {
  return [...label.matchAll(/(?<![\d.])(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?\s+(\p{L}{3,})/gu)].flatMap(
    ([, first, last = first, name = '']) => {
      const month = monthOf(name.toLowerCase());
      return month === null ? [] : [{ span: [Number(first), Number(last)] as const, month }];
    },
  );
}

/** Rows whose label has a day or a span of days ("3-5 Desember") that a "tanggal 4" falls in; null when none was said. */
export function rowsOnDay(words: readonly string[], labels: readonly Spans[]): readonly number[] | null {
  if (labels.every(({ days }) => days.length === 0)) return null;
  const at = words.findIndex((_, place) => isDayAt(words, place));
  const day = at < 0 ? null : numeralAt(words, at);
  if (day === null) return null;
  const asked = monthOf(words[day.end] ?? '') ?? monthOf(words[at - 1] ?? '');
  return rowsWhere(labels, ({ days }) =>
    days.some(({ span, month }) => day.value >= span[0] && day.value <= span[1] && (asked === null || asked === month)),
  );
}

/** "tanggal 4", "4 desember", "des 4". */
function isDayAt(words: readonly string[], at: number): boolean {
  if (words[at - 1] === 'tanggal' || monthOf(words[at + 1] ?? '') !== null) return true;
  return monthOf(words[at - 1] ?? '') !== null && /^\d{1,2}$/u.test(words[at] ?? '');
}
