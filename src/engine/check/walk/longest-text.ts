import { cutTemplate, isPlain } from '../../expression/cut-template.ts';
import { parseExpression } from '../../expression/parse.ts';
import type { Node } from '../../expression/tree.ts';
import { isRawMap } from '../../loading/raw-data.ts';
import type { RawMap } from '../../loading/raw-data.ts';
import type { RawStep } from '../raw-step.ts';
import { entriesAt, textAt, textsAt } from '../raw-step.ts';
import type { Subject } from '../subject.ts';

/** All steps of the flow that is looked at. */
type Steps = Pick<Subject, 'every'>;

/** Titles, places and names of the domain are rarely longer; whoever writes one sees it on a phone. */
const FIELD = 80;
/** A date with its time, place and zone word. */
const DATE = 48;
/** What `teks` takes when the flow names no limit. */
const FREE_TEXT = 1000;
/** The name of a person. */
const NAME = 100;
/** A number, and the space behind it, in front of each row. */
const NUMBERING = 4;
/** Rows on one page of a question, and in one list. */
const PAGE = 10;
const LIST = 20;

/** The most characters that the message of a step can have: its text, its rows, its list. */
export function longestMessage(subject: Subject, step: RawStep): number {
  return subject.longest(step) + longestList(subject, step.block);
}

/** The same without a list, whose rows are data: a channel sends a long one in parts. */
export function longestText(subject: Steps, step: RawStep): number {
  const { block, word } = step;
  const own = longestOf(subject, textAt(block, 'teks') ?? textAt(block, word ?? '') ?? '');
  if (word === 'pastikan') return own + longestSummary(subject, step);
  return own + longestRows(subject, block);
}

/** The most characters of a text with `{{ }}`, whatever its answers are. */
function longestOf(subject: Steps, text: string): number {
  if (isPlain(text)) return text.length;
  const pieces = cutTemplate(text);
  if ('code' in pieces) return 0;
  return pieces.reduce(
    (sum, piece) =>
      sum + ('words' in piece ? piece.words.length : longestValue(subject, parseExpression(piece.inside))),
    0,
  );
}

function longestValue(subject: Steps, node: Node | { readonly code: string }): number {
  if ('code' in node) return 0;
  if (node.type === 'literal') return node.word.length;
  if (node.type === 'name') return longestName(subject, node.path);
  if (node.type !== 'call') return DATE;
  const [first, second] = node.args;
  const inner = first === undefined ? 0 : longestValue(subject, first);
  const other = second === undefined ? 0 : longestValue(subject, second);
  if (node.name === 'potong' && second?.type === 'literal') return Number(second.word) || inner;
  if (node.name === 'jika_kosong') return Math.max(inner, other);
  return WRITES_MORE.has(node.name) ? inner : DATE;
}

/** Functions that write about as much as they are given; all others write a date or a number. */
const WRITES_MORE: ReadonlySet<string> = new Set(['sebutkan', 'pertama', 'samar', 'potong']);

function longestName({ every }: Steps, [root = '', field]: readonly string[]): number {
  const question = every.find(({ word, block }) => word === 'tanya' && textAt(block, 'tanya') === root);
  if (question === undefined || field !== undefined) return FIELD;
  const { block } = question;
  switch (textAt(block, 'jenis') ?? 'teks') {
    case 'teks':
      return Number(/(\d+)\s*$/u.exec(textAt(block, 'panjang') ?? '')?.[1] ?? FREE_TEXT);
    case 'pilihan':
      return longestChoice(block);
    default:
      return NAME;
  }
}

function longestChoice(block: RawMap): number {
  const labels = labelsOf(block).map((label) => label.length);
  const longest = Math.max(0, ...labels, block['dari'] === undefined ? 0 : FIELD);
  const picked = Number(/(\d+)\s*$/u.exec(textAt(block, 'banyak') ?? '')?.[1] ?? 1);
  return longest * Math.min(picked, LIST);
}

function labelsOf(block: RawMap): readonly string[] {
  const rows = entriesAt(block, 'pilihan').map(([code, row]) =>
    isRawMap(row) ? (textAt(row, 'label') ?? code) : String(row),
  );
  return [...rows, ...textsAt(block, 'pilihan')];
}

function longestRows(subject: Steps, block: RawMap): number {
  if (textAt(block, 'jenis') !== 'pilihan') return 0;
  const own = labelsOf(block).map((label) => longestOf(subject, label));
  const fromData = block['dari'] === undefined ? 0 : longestOf(subject, textAt(block, 'label') ?? '') || FIELD;
  const lengths = [...own, ...Array.from({ length: fromData === 0 ? 0 : PAGE }, () => fromData)];
  const page = lengths.toSorted((a, b) => b - a).slice(0, PAGE);
  return page.reduce((sum, length) => sum + length + NUMBERING, 0);
}

function longestList(subject: Steps, { daftar: list }: RawMap): number {
  if (!isRawMap(list)) return 0;
  const most = Math.min(Number(textAt(list, 'paling_banyak') ?? LIST) || LIST, LIST);
  return most * (longestOf(subject, textAt(list, 'baris') ?? '') + 1);
}

function longestSummary(subject: Steps, { block }: RawStep): number {
  const named = textsAt(block, 'pastikan');
  const isAll = named.length === 1 && named[0] === 'semua';
  const questions = isAll
    ? subject.every.flatMap((step) => (step.word === 'tanya' ? (textAt(step.block, 'tanya') ?? []) : []))
    : named;
  const lines = questions.map((name) => name.length + longestName(subject, [name]) + NUMBERING);
  return lines.reduce((sum, length) => sum + length, longestOf(subject, textAt(block, 'tambahan') ?? ''));
}
