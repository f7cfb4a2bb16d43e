import { EXACT, fitsOf, HELD, rowsOnDay, toLabel } from './choice-labels.ts';
import type { Fit, Label } from './choice-labels.ts';
import { rowNumbers } from './choice-numbers.ts';
import { normalize, unreadable, wordsOf } from './normal.ts';
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

const JOINT = /\s*(?:[,;&+\n/]|(?<=\s)(?:dan|sama|serta|juga|terus|lalu|kemudian|plus|dgn|sm|n)(?=\s))\s*/iu;
const TURN = /(?<!\p{L})(tapi|tp|melainkan|maksudnya|maksud saya|eh|ralat)(?!\p{L})/giu;
const DENIED = /(?<!\p{L})(?:bukan|jangan|salah|tidak|gak|ga)(?!\p{L})/iu;
const ALL = new Set(['semua', 'semuanya', 'semua nya', 'semua pilihan', 'seluruhnya']);
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
  const meant = afterTurn(text.replaceAll('\n', ',').replaceAll(/\s+/gu, ' '));
  const rows = rowNumbers(meant, options.length);
  if (rows !== null) return checkRows(rows, options.length, opts);
  const labels = options.map(({ label }) => toLabel(label));
  const parts = meant.split(JOINT).filter((part) => normalize(part) !== '');
  if (parts.length > 1 && (opts.most ?? 1) > 1) {
    const list = readList(parts, labels, opts);
    if (list.type === 'value' && list.sure === 'clear') return list;
  }
  const reading = readOne(meant, labels, opts);
  if (reading.type !== 'none' || reading.why !== 'unclear') return reading;
  if (parts.length > 1) return readList(parts, labels, opts);
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

function readOne(text: string, labels: readonly Label[], { most = 1 }: ChoiceOptions): Reading<Rows> {
  const rows = rowNumbers(text, labels.length);
  if (rows !== null) return checkRows(rows, labels.length, { most });
  const words = wordsOf(text).map((word) => (LOCAL_NOT.has(word) ? 'tidak' : word));
  const days = rowsOnDay(words, labels);
  if (days !== null) return offer(days.map((row) => ({ row, level: EXACT, isTyped: false })));
  const fits = fitsOf(withoutNumber(words, labels.length).words, labels);
  const level = Math.max(HELD, ...fits.map((fit) => fit.level));
  const reading = offer(fits.filter((fit) => fit.level === level && level > HELD));
  if (reading.type === 'none' && ALL.has(words.join(' ')))
    return most >= labels.length ? clear(labels.map((_, row) => row)) : none('many');
  return agree(reading, withoutNumber(words, labels.length).row);
}

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
