import { withoutAsides } from './choice/asides.ts';
import { agree, withoutNumber } from './choice/copied-number.ts';
import {
  EXACT,
  fitsOf,
  HELD,
  lastRowOf,
  namesARow,
  respelled,
  rowsInTurn,
  rowsSpelled,
  saidWords,
  toLabel,
  withDegree,
} from './choice/labels.ts';
import type { Fit, Label } from './choice/labels.ts';
import { markedNumber, rowNumbers } from './choice/numbers.ts';
import { twoRowsSaid } from './choice/pair.ts';
import { romansAsFigures } from './choice/roman.ts';
import { rowsInSpan, rowsOnDay } from './choice/spans.ts';
import { lastSaid } from './choice/turn.ts';
import { normalize, unreadable } from './normal.ts';
import { numeralAt } from './number/numerals.ts';
import { coreWords, isCalled, isSoft, trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none, several } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';
import { LOCAL_NOT } from './yes-no/words.ts';

/** One row as it was shown; `code` may be typed instead of the label. */
export interface Choice {
  readonly label: string;
  readonly code?: string;
}

/**
 * The rows of one question, prepared: what costs time is done once, however many texts are read against them, and not
 * before a text needs it (a label as it stands and a number do not).
 */
export interface ChoiceList {
  readonly options: readonly Choice[];
  readonly labels: readonly Label[];
}

/** How many rows may be chosen (one, when absent), and whether their order is a preference. */
export interface ChoiceOptions {
  readonly most?: number;
  readonly ordered?: boolean;
}

type Rows = readonly number[];

/** Prepares the rows of a question for `readChoice`. */
export function createChoiceList(options: readonly Choice[]): ChoiceList {
  let labels: readonly Label[] | null = null;
  return {
    options,
    get labels() {
      labels ??= options.map(({ label }) => toLabel(label));
      return labels;
    },
  };
}

const JOINT =
  /\s?(?:[,;&+\n/]|(?<=\s)(?:dan|sama|serta|juga|terus|lalu|kemudian|plus|tambah|dgn|sm|n|karo|lan|jeung|sareng|lawan|and)(?=\s))\s?/iu;
const EXCEPT = /(?<!\p{L})(?:kecuali|selain|kejaba|kajabi|tanpa|minus|except)(?!\p{L})/iu;
/** More words than this are a story, not a choice; it also bounds the time of a reading. */
const MOST_WORDS = 60;
const PIECE = /[^\p{L}\p{N}]+/u;
/** More parts than this are a story, not a list. */
const MOST_PARTS = 12;

/**
 * The rows meant, as indexes from 0 in the order said (in the order shown when `ordered` is false): by number, number
 * word, ordinal, letter, place, label, part of a label, other wording, slip; lists, ranges and all but some where
 * several are allowed. Numbers count only when nothing else is said. Reasons: question, range (no such number), many
 * (more than allowed), unclear, empty, too_long; several = the rows that fit equally well.
 */
export function readChoice(text: string, list: ChoiceList, opts: ChoiceOptions = {}): Reading<Rows> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const said = text.trim().toLowerCase();
  const shown = list.options.findIndex(({ label, code }) => [label, code].some((one) => one?.toLowerCase() === said));
  if (shown >= 0) return clear([shown]);
  if (isQuestion(text)) return none('question');
  if (NEGATIVE.test(text)) return none('range');
  if (text.split(PIECE, MOST_WORDS + 1).length > MOST_WORDS) return none('unclear');
  return readMeant(lastSaid(romansAsFigures(text.normalize('NFKC'))), list, opts);
}

function readMeant(meant: string, list: ChoiceList, opts: ChoiceOptions): Reading<Rows> {
  const { length } = list.options;
  const rows = rowNumbers(meant, length);
  const isRow = rows?.every((row) => row >= 1 && row <= length) === true && rows.length <= (opts.most ?? 1);
  if (isRow) return checkRows(rows, length, opts);
  const { labels } = list;
  const spanned = rowsInSpan(meant, labels, rows === null);
  if (spanned !== null) return offer(spanned.map(exact));
  if (rows !== null) return checkRows(rows, length, opts);
  const worded = withoutAsides(meant, labels);
  const reading = readExcept(worded, labels, opts) ?? readWords(worded, labels, opts);
  return reading.type === 'none' && reading.why === 'unclear' ? readMarked(worded, labels, opts) : reading;
}

/** The last resort: a number marked as such among words that name no row. */
function readMarked(text: string, labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  const words = saidWords(text);
  const row = namesARow(words, labels) ? null : markedNumber(words);
  return row === null ? none('unclear') : checkRows([row], labels.length, opts);
}

const NEGATIVE = /^\s*[-–]\d+\s*$/u;

/** "semuanya kecuali nomor 2": all rows but those; null when not all were named first (or last: "selain 2 semua"). */
function readExcept(meant: string, labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> | null {
  const [before = '', after = ''] = EXCEPT.test(meant) ? meant.split(EXCEPT) : [];
  const isBefore = saysAll(coreWords(before));
  const left = isBefore ? after : after.replace(/[\s,]+(?:semua(?:nya)?|kabeh|sadayana)(?:\s.*)?$/iu, '');
  if (!isBefore && left === after) return null;
  const named = rowNumbers(left, labels.length);
  const dropped =
    named === null
      ? readWords(left, labels, { most: labels.length })
      : checkRows(named, labels.length, { most: labels.length });
  if (dropped.type !== 'value') return none('unclear');
  const rest = labels.flatMap((_, row) => (dropped.value.includes(row) ? [] : [row]));
  if (rest.length === 0) return none('unclear');
  return rest.length > most ? none('many') : clear(rest);
}

function readWords(meant: string, labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  const parts = meant.split(JOINT).filter((part) => coreWords(part).length > 0);
  const most = opts.most ?? 1;
  if (parts.length > 1 && most > 1) {
    const list = readList(parts, labels, opts);
    if (list.type === 'value' && list.sure === 'clear') return list;
  }
  const words = choiceWords(meant);
  const pair = parts.length > 1 ? null : readPair(words, labels, opts);
  if (pair !== null) return pair;
  const reading = readInAnyTongue(words, labels, opts);
  if (reading.type !== 'none' || reading.why !== 'unclear') return reading;
  if (parts.length > 1) return asBoth(readList(parts, labels, { ...opts, most: labels.length }), labels, opts);
  const inTurn = most > 1 ? rowsInTurn(words, labels) : null;
  if (inTurn !== null && inTurn.length > 1) return inTurn.length > most ? none('many') : clear(arrange(inTurn, opts));
  return offer(fitsOf(words, labels).filter((fit) => fit.level === HELD));
}

/** "jalan rusak lampu mati": both where several may be chosen, else more than allowed. */
function readPair(words: readonly string[], labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> | null {
  const two = twoRowsSaid(words, labels);
  if (two === null) return null;
  return two.length > (opts.most ?? 1) ? none('many') : clear(arrange(two, opts));
}

/** "hp sama laptop" where one row may be chosen: the row "Keduanya", if there is one; else more than allowed. */
function asBoth(list: Reading<Rows>, labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> {
  if (list.type !== 'value' || list.value.length <= most) return list;
  const both = labels.findIndex(({ text }) => normalize(text) === 'keduanya');
  return both >= 0 && list.value.length === 2 ? clear([both]) : none('many');
}

/** As written first ("tata boga" is no Sundanese), then in Indonesian, then as the hand may have meant it. */
function readInAnyTongue(words: readonly string[], labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  const reading = readOne(words, labels, opts);
  if (reading.type !== 'none' || reading.why !== 'unclear') return reading;
  const translated = inIndonesian(words);
  const read = translated === words ? reading : readOne(translated, labels, opts);
  if (read.type !== 'none' || read.why !== 'unclear') return read;
  const meant = respelled(translated, labels);
  const retyped = meant.join(' ') === translated.join(' ') ? read : readOne(meant, labels, opts);
  return retyped.type === 'value' ? likely(retyped.value) : retyped;
}

function readOne(words: readonly string[], labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> {
  const graded = withDegree(words, labels);
  const days = rowsOnDay(graded, labels);
  if (days !== null) return offer(days.map(exact));
  const last = lastRowOf(graded, labels);
  if (last !== null) return clear([last]);
  const copied = withoutNumber(graded, labels.length);
  const fits = fitsOf(copied.words, labels);
  const level = Math.max(HELD, ...fits.map((fit) => fit.level));
  const reading = offer(fits.filter((fit) => fit.level === level && level > HELD));
  if (reading.type !== 'none') return agree(reading, copied.row);
  if (saysAll(trimPolite(words))) return most >= labels.length ? clear(labels.map((_, row) => row)) : none('many');
  const spelled = rowsSpelled(words, labels);
  const exactly = spelled.filter(({ isTyped }) => !isTyped);
  return offer(exactly.length > 0 ? exactly : spelled);
}

function exact(row: number): Fit {
  return { row, level: EXACT, isTyped: false };
}

/** Words for every row. */
export const ALL = new Set('semua semuanya seluruh seluruhnya kabeh sadaya sadayana lengkap komplit'.split(' '));
const BESIDE_ALL = new Set('nya pilihan penting perlu mau saya pilih ambil yang ikut itu ini'.split(' '));

/** "semua pilihan kak", "semuanya penting". */
function saysAll(words: readonly string[]): boolean {
  return (
    words.some((word) => ALL.has(word)) &&
    words.every((word) => ALL.has(word) || BESIDE_ALL.has(word) || isCalled(word) || isSoft(word))
  );
}

/** The words, a local "not" as "tidak", "ke tiga" as "tiga". */
function choiceWords(text: string): readonly string[] {
  const words = saidWords(text).map((word) => (LOCAL_NOT.has(word) ? 'tidak' : word));
  return words.filter((word, at) => word !== 'ke' || at === 0 || numeralAt(words, at + 1) === null);
}

function checkRows(rows: Rows, count: number, opts: ChoiceOptions): Reading<Rows> {
  if (rows.some((row) => !Number.isInteger(row) || row < 1 || row > count)) return none('range');
  if (rows.length > (opts.most ?? 1)) return none('many');
  return clear(
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

/** "konten kreator dan desain": each part one row; one part that is none spoils the list, so that nothing is dropped. */
function readList(parts: readonly string[], labels: readonly Label[], opts: ChoiceOptions): Reading<Rows> {
  if (parts.length > MOST_PARTS) return none('unclear');
  const readings = parts.map((part) => readPart(part, labels));
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

function readPart(part: string, labels: readonly Label[]): Reading<Rows> {
  const rows = rowNumbers(part, labels.length);
  const opts = { most: labels.length };
  return rows === null ? readInAnyTongue(choiceWords(part), labels, opts) : checkRows(rows, labels.length, opts);
}
