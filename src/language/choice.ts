import { EXACT, fitsOf, HELD, rowsOnDay, toLabel, withDegree } from './choice-labels.ts';
import type { Fit, Label } from './choice-labels.ts';
import { rowNumbers } from './choice-numbers.ts';
import { rowsInSpan } from './choice-spans.ts';
import { normalize, unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none, several } from './reading.ts';
import type { Reading } from './reading.ts';
import { LOCAL_NOT } from './yes-no-words.ts';

/** One row as it was shown; `code` may be typed instead of the label. */
export interface Choice {
  readonly label: string;
  readonly code?: string;
}

/** How many rows may be chosen (one, when absent), and whether their order is a preference. */
export interface ChoiceOptions {
  readonly most?: number;
  readonly ordered?: boolean;
}

type Rows = readonly number[];

const JOINT =
  /\s*(?:[,;&+\n/]|(?<=\s)(?:dan|sama|serta|juga|terus|lalu|kemudian|plus|dgn|sm|n|karo|lan|jeung|sareng|lawan|and)(?=\s))\s*/iu;
const TURN = /(?<!\p{L})(tapi|tp|melainkan|maksudnya|maksud saya|eh|ralat)(?!\p{L})/giu;
const DENIED = /(?<!\p{L})(?:bukan|jangan|salah|tidak|gak|ga)(?!\p{L})/iu;
const ALL = new Set([
  'semua',
  'semuanya',
  'semua nya',
  'semua pilihan',
  'seluruhnya',
  'semua penting',
  'semuanya penting',
  'semua perlu',
  'semuanya perlu',
  'kabeh',
  'sadayana',
]);
/** More words than this are a story, not a choice; it also bounds the time of a reading. */
const MOST_WORDS = 60;
const PIECE = /[^\p{L}\p{N}]+/u;
/** More parts than this are a story, not a list. */
const MOST_PARTS = 12;

/**
 * The rows meant, as indexes from 0 in the order said (in the order shown when `ordered` is false): by number, number
 * word, ordinal, label, part of a label, other wording, slip; lists and ranges where several are allowed. Numbers
 * count only when nothing else is said. Reasons: question, range (no such number), many (more than allowed), unsure
 * ("1 atau 2"), unclear, empty, too_long; several = the rows that fit equally well.
 */
export function readChoice(text: string, options: readonly Choice[], opts: ChoiceOptions = {}): Reading<Rows> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const said = text.trim().toLowerCase();
  const shown = options.findIndex(({ label, code }) => said === label.toLowerCase() || said === code?.toLowerCase());
  if (shown >= 0) return clear([shown]);
  if (isQuestion(text)) return none('question');
  const turned = afterTurn(text.replaceAll('\n', ',').replaceAll(/\s+/gu, ' '));
  const meant = withoutReason(turned);
  if (meant.split(PIECE).length > MOST_WORDS) return none('unclear');
  const rows = rowNumbers(meant, options.length);
  const labels = options.map(({ label }) => toLabel(label));
  const spanned = readSpan(meant, labels, rows);
  if (spanned !== null) return spanned;
  if (rows !== null) return checkRows(rows, options.length, opts);
  return readWords(meant, labels, opts);
}

/** A row by the span that it names; the numbers of rows come before: "2" and "1-3" are rows where the list has them. */
function readSpan(text: string, labels: readonly Label[], rows: Rows | null): Reading<Rows> | null {
  if (rows?.every((row) => row >= 1 && row <= labels.length) === true) return null;
  const spanned = rowsInSpan(
    text,
    labels.map((label) => label.text),
  );
  return spanned === null ? null : offer(spanned.map((row) => ({ row, level: EXACT, isTyped: false })));
}

function readWords(meant: string, labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  const parts = meant.split(JOINT).filter((part) => normalize(part) !== '');
  if (parts.length > 1 && (opts.most ?? 1) > 1) {
    const list = readList(parts, labels, opts);
    if (list.type === 'value' && list.sure === 'clear') return list;
  }
  const reading = readOne(meant, labels, opts);
  if (reading.type !== 'none' || reading.why !== 'unclear') return reading;
  if (parts.length > 1) return asBoth(readList(parts, labels, { ...opts, most: labels.length }), labels, opts);
  return offer(fitsOf(wordsOf(meant), labels).filter((fit) => fit.level === HELD));
}

/** "bukan 2, tapi 3": what is said after the turn. */
function afterTurn(text: string): string {
  const turn = [...text.matchAll(TURN)].at(-1);
  if (turn === undefined) return text;
  const [before, after] = [text.slice(0, turn.index), text.slice(turn.index + turn[0].length)];
  const takesBack = /^(?:tapi|tp|melainkan)$/iu.test(turn[0]) ? DENIED.test(before) : before.trim() !== '';
  return takesBack && normalize(after) !== '' ? after : text;
}

/** "malam aja soalnya siang kerja": the reason names what is not chosen. */
const REASON = /\s(?:soalnya|karena|krn|karna|sebab|habisnya|coz|mergo|amargi)\s.*$/iu;

function withoutReason(text: string): string {
  return text.replace(REASON, '');
}

/** "hp sama laptop" where one row may be chosen: the row "Keduanya", if there is one; else more than allowed. */
function asBoth(list: Reading<Rows>, labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> {
  if (list.type !== 'value' || list.value.length <= most) return list;
  const both = labels.findIndex(({ text }) => normalize(text) === 'keduanya');
  return both >= 0 && list.value.length === 2 ? clear([both]) : none('many');
}

function readOne(text: string, labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> {
  const rows = rowNumbers(text, labels.length);
  if (rows !== null) return checkRows(rows, labels.length, { most });
  const words = withDegree(choiceWords(text), labels);
  const days = rowsOnDay(words, labels);
  if (days !== null) return offer(days.map((row) => ({ row, level: EXACT, isTyped: false })));
  const fits = fitsOf(withoutNumber(words, labels.length).words, labels);
  const level = Math.max(HELD, ...fits.map((fit) => fit.level));
  const reading = offer(fits.filter((fit) => fit.level === level && level > HELD));
  const joined = words.join('');
  const whole = labels.findIndex(({ text: label }) => joined === wordsOf(label).join(''));
  if (reading.type === 'none' && whole >= 0) return clear([whole]);
  if (reading.type === 'none' && ALL.has(trimPolite(words).join(' ')))
    return most >= labels.length ? clear(labels.map((_, row) => row)) : none('many');
  return agree(reading, withoutNumber(words, labels.length).row);
}

/** The words, a local "not" as "tidak", "gelombang ke 3" as "gelombang 3", a school's year of leaving left out. */
function choiceWords(text: string): string[] {
  const words = wordsOf(text).map((word) => (LOCAL_NOT.has(word) ? 'tidak' : word));
  return words.filter((word, at) => {
    const next = words[at + 1] ?? '';
    if (word === 'ke' && at > 0) return numeralAt(words, at + 1) === null;
    return !(YEAR.test(word) || (word === 'tahun' && YEAR.test(next)));
  });
}

const YEAR = /^(?:19|20)\d\d$/u;

function checkRows(rows: Rows, count: number, opts: ChoiceOptions): Reading<Rows> {
  if (rows.some((row) => !Number.isInteger(row) || row < 1 || row > count)) return none('range');
  return rows.length > (opts.most ?? 1)
    ? none('many')
    : clear(
        arrange(
          rows.map((row) => row - 1),
          opts,
        ),
      );
}

/** In the order said; in the order shown where the order says nothing. */
function arrange(rows: Rows, { ordered = true }: ChoiceOptions): Rows {
  return ordered ? rows : rows.toSorted((a, b) => a - b);
}

function offer(fits: readonly Fit[]): Reading<Rows> {
  const [only, ...others] = fits;
  if (only === undefined) return none('unclear');
  if (others.length > 0) return several(fits.map(({ row }) => [row]));
  return only.isTyped ? likely([only.row]) : clear([only.row]);
}

/** A row copied with its number, "2. Digital marketing": the number must be the label's. */
function withoutNumber(words: readonly string[], count: number): { words: readonly string[]; row: number | null } {
  const row = Number(words[0]);
  const isNumbered = words.length > 1 && /^\d{1,2}$/u.test(words[0] ?? '') && row >= 1 && row <= count;
  return isNumbered ? { words: words.slice(1), row: row - 1 } : { words, row: null };
}

function agree(reading: Reading<Rows>, row: number | null): Reading<Rows> {
  if (row === null || reading.type === 'none') return reading;
  const rows = reading.type === 'value' ? [reading.value] : reading.candidates;
  return rows.some(([only]) => only === row) ? clear([row]) : none('unclear');
}

/** "konten kreator dan desain": each part one row; one part that is none spoils the list, so that nothing is dropped. */
function readList(parts: readonly string[], labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  if (parts.length > MOST_PARTS) return none('unclear');
  const readings = parts.map((part) => readOne(part, labels, { most: labels.length }));
  const rows: number[] = [];
  for (const reading of readings) {
    if (reading.type !== 'value') return none('unclear');
    rows.push(...reading.value);
  }
  const unique = [...new Set(rows)];
  if (unique.length > (opts.most ?? 1)) return none('many');
  const isSure = readings.every((reading) => reading.type === 'value' && reading.sure === 'clear');
  const said = arrange(unique, opts);
  return isSure ? clear(said) : likely(said);
}
