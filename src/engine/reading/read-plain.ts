import type { Line } from './lines.ts';
import { readBrackets } from './read-brackets.ts';
import { listNode, mapNode, NO_KEY, textNode } from './read-node.ts';
import type { ReadNode } from './read-node.ts';
import { unquote, withoutSpaces } from './sentence.ts';

/**
 * The tree of a file that is written plainly, as nearly every flow is: blocks by their indentation, texts on one line or
 * below `|`, brackets that close on their line. null when anything in it is written another way: then the YAML parser
 * reads the whole file, which takes it six times as long. Whatever is read here is read there to the same tree; the
 * lines have no slip.
 */
export function readPlain(lines: readonly Line[]): ReadNode | null {
  const rows = cutRows(lines);
  const [first] = rows ?? [];
  if (rows === null || first?.key === undefined || first.indent > 0 || first.isItem) return null;
  const cursor: Cursor = { rows, at: 0, depth: 0 };
  const root = readMap(cursor, first);
  return cursor.at === rows.length ? root : null;
}

/** A line that is no comment, and the lines of a text below it. */
interface Row {
  readonly line: number;
  /** Where it begins, and where it begins behind its dash. */
  readonly indent: number;
  readonly column: number;
  readonly isItem: boolean;
  readonly key?: string;
  readonly value: string;
  readonly below: string[];
}

interface Cursor {
  readonly rows: readonly Row[];
  at: number;
  depth: number;
}

/** Blocks within blocks; deeper ones are for the YAML parser to refuse, whose limit counts lists and what is in them, too. */
const DEEPEST = 8;
const KEY = /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,99}$/u;
/** Tabs and other signs that one reader takes for a space or an end of the line, and another for a letter. */
const STRANGE = /[\t\u2028\u2029\uFEFF]/u;

function cutRows(lines: readonly Line[]): readonly Row[] | null {
  const rows: Row[] = [];
  for (const line of lines) {
    const { text } = line;
    if (STRANGE.test(text)) return null;
    if (line.inText) rows.at(-1)?.below.push(text);
    else if (/^ *[^ #]/u.test(text)) {
      const row = cutRow(line);
      if (row === null) return null;
      rows.push(row);
    }
  }
  return rows;
}

function cutRow({ text, number: line, entry }: Line): Row | null {
  const indent = spacesFrom(text, 0);
  const isItem = text.startsWith('- ', indent);
  const column = isItem ? spacesFrom(text, indent + 1) : indent;
  if (entry === null)
    return isItem ? { line, indent, column, isItem, value: withoutSpaces(text.slice(column)), below: [] } : null;
  const { key, before } = entry;
  if (entry.column !== column || !KEY.test(key) || key === NO_KEY) return null;
  const words = withoutSpaces(text.slice(before.length));
  const value = words.startsWith('#') ? '' : words;
  return { line, indent, column, isItem, key: key.trimEnd(), value, below: [] };
}

/** Where the spaces end that begin at this place. */
function spacesFrom(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at;
}

/** The map that begins with a row, behind a dash or at the start of its line. */
function readMap(cursor: Cursor, first: Row): ReadNode | null {
  const byKey = new Map<string, ReadNode>();
  for (let row: Row | undefined = first; row !== undefined; row = nextKey(cursor, first.column)) {
    cursor.at += 1;
    const { key = '' } = row;
    const held = byKey.has(key) ? null : readHeld(cursor, row);
    if (held === null) return null;
    byKey.set(key, { ...held, line: row.line });
  }
  return mapNode(byKey, first.line);
}

function nextKey({ rows, at }: Cursor, column: number): Row | undefined {
  const row = rows[at];
  return row?.indent === column && !row.isItem ? row : undefined;
}

/** What stands behind a key, or in the block below it; the dashes of a list may stand right below the key. */
function readHeld(cursor: Cursor, row: Row): ReadNode | null {
  if (row.value !== '') return readValue(row);
  const next = cursor.rows[cursor.at];
  if (next === undefined || cursor.depth > DEEPEST) return null;
  const isBelow = next.isItem ? next.indent >= row.column : next.indent > row.column;
  if (!isBelow) return null;
  cursor.depth += 1;
  const held = next.isItem ? readList(cursor, next) : readMap(cursor, next);
  cursor.depth -= 1;
  return held;
}

function readList(cursor: Cursor, first: Row): ReadNode | null {
  const items: ReadNode[] = [];
  for (
    let row: Row | undefined = first;
    row?.isItem === true && row.indent === first.indent;
    row = cursor.rows[cursor.at]
  ) {
    if (row.key === undefined) cursor.at += 1;
    const item = row.key === undefined ? readValue(row) : readMap(cursor, row);
    if (item === null) return null;
    items.push(item);
  }
  return listNode(items, first.line);
}

/** A comment stands two spaces off: anything nearer may be a sentence that was cut, which the slips of the tree tell. */
const QUOTED = /^(?:"((?:[^"\\]|\\["\\n])*)"|'([^']*)')(?: {2,}# .*)?$/u;
const COMMENT = /(?<! ) {2,}# .*$/u;
/** What no text without quotes begins with. */
const SIGN = /^[-?:,[\]{}#&*!|>'"%@`]/u;

function readValue({ value, line, below, column, key, indent }: Row): ReadNode | null {
  if (value.startsWith('|') && /^\|[-+]?$/u.test(value))
    return readBelow(below, key === undefined ? indent : column, line);
  const [isQuoted, double, single] = QUOTED.exec(value) ?? [];
  if (isQuoted !== undefined) return textNode(single ?? unquote(double ?? ''), line);
  const words = withoutSpaces(value.replace(COMMENT, ''));
  if (/^[[{]/u.test(words)) return readBrackets(words, line);
  const isPlain = words !== '' && !SIGN.test(words) && !/:(?: |$)| #/u.test(words);
  return isPlain ? textNode(words, line) : null;
}

/** The text below `|`: its lines without the indentation of the first, which must be further in than its key. */
function readBelow(below: readonly string[], owner: number, line: number): ReadNode | null {
  const first = below.findIndex((text) => /[^ ]/u.test(text));
  const indent = below[first]?.search(/[^ ]/u) ?? -1;
  const fits = (text: string, at: number): boolean => {
    const start = text.search(/[^ ]/u);
    return start < 0 ? at > first || text.length <= indent : start >= indent;
  };
  if (indent <= owner || !below.every(fits)) return null;
  return textNode(below.map((text) => text.slice(indent)).join('\n'), line);
}
