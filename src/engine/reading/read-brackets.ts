import { listNode, mapNode, NO_KEY, textNode } from './read-node.ts';
import type { ReadNode } from './read-node.ts';
import { unquote } from './sentence.ts';

/** A text in quotes, or words without a sign that means something between brackets. */
const WORDS = /"((?:[^"\\]|\\["\\n])*)"|'([^']*)'|([^\s,[\]{}:#&*!|>'"%@`?-](?:[^,[\]{}:#'"]|:(?=[^\s,[\]{}]))*)/uy;
const KEY = /([\p{L}\p{N}_]+): +/uy;
/** Brackets within brackets beyond this are for the YAML parser to refuse. */
const DEEPEST = 4;

/** `[pagi, "siang, sore"]` or `{ ya: Boleh }` that fills one value of one line; null when it is written any other way. */
export function readBrackets(value: string, line: number): ReadNode | null {
  const text: Text = { value, line, at: 0 };
  const node = readOne(text, 0);
  return node !== null && text.at === value.length ? node : null;
}

interface Text {
  readonly value: string;
  readonly line: number;
  at: number;
}

function readOne(text: Text, depth: number): ReadNode | null {
  if (depth > DEEPEST) return null;
  if (take(text, '[')) return readItems(text, depth + 1);
  if (take(text, '{')) return readPairs(text, depth + 1);
  const [whole, double, single, plain = ''] = match(text, WORDS) ?? [];
  if (whole === undefined) return null;
  return textNode(double === undefined ? (single ?? plain.trim()) : unquote(double), text.line);
}

function readItems(text: Text, depth: number): ReadNode | null {
  const items: ReadNode[] = [];
  if (take(text, ']')) return listNode(items, text.line);
  do {
    const item = readOne(text, depth);
    if (item === null) return null;
    items.push(item);
  } while (take(text, ','));
  return take(text, ']') ? listNode(items, text.line) : null;
}

function readPairs(text: Text, depth: number): ReadNode | null {
  const byKey = new Map<string, ReadNode>();
  if (take(text, '}')) return mapNode(byKey, text.line);
  do {
    const [, key] = match(text, KEY) ?? [];
    const held = key === undefined || key === NO_KEY || byKey.has(key) ? null : readOne(text, depth);
    if (key === undefined || held === null) return null;
    byKey.set(key, held);
  } while (take(text, ','));
  return take(text, '}') ? mapNode(byKey, text.line) : null;
}

function take(text: Text, sign: string): boolean {
  skipSpaces(text);
  if (text.value[text.at] !== sign) return false;
  text.at += 1;
  skipSpaces(text);
  return true;
}

function skipSpaces(text: Text): void {
  while (text.value[text.at] === ' ') text.at += 1;
}

function match(text: Text, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = text.at;
  const found = pattern.exec(text.value);
  text.at += found?.[0].length ?? 0;
  return found;
}
