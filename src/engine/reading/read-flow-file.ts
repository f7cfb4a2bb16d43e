import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Scalar } from 'yaml';

import type { Issue } from '../issue.ts';
import { findIndentSlips, findSlip } from './line-slip.ts';
import type { Slip } from './line-slip.ts';
import { readLines } from './lines.ts';
import type { Line } from './lines.ts';
import { explainParserFault } from './parser-fault.ts';
import { withPlainSpaces } from './sentence.ts';
import { findTreeSlips } from './tree-slip.ts';

/** Twenty times the longest flow that was ever written; beyond it somebody put data into a flow. */
const MAX_BYTES = 256 * 1024;

type PathPart = string | number;

export interface FlowFile {
  /** Maps, lists and texts: every scalar is text. Null when the file has a fault, so that no fault brings a second. */
  readonly data: unknown;
  /** The 1-based line of a key or list item; of the nearest one above it that exists, when it does not. */
  readonly lineOf: (path: readonly PathPart[]) => number;
  /** Keys in the order of the file; a plain object would put `1` before `ya`. */
  readonly keysOf: (path: readonly PathPart[]) => readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Reads one flow file: YAML 1.2 where every scalar is text, one document, without anchors, aliases, tags and `<<`.
 * Slips of which a parser is silent are faults of their own (`periksa.*`), with the corrected line in `params.betul`.
 */
export function readFlowFile(file: string, text: string): FlowFile {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > MAX_BYTES)
    return unread(file, {
      code: 'berkas_terlalu_besar',
      line: 0,
      params: { kilobita: Math.ceil(bytes / 1024), paling_banyak: MAX_BYTES / 1024 },
    });
  const counter = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: counter,
  });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const slips = findSlips(source, document, lineAt);
  const issues = slips.map((slip): Issue => ({
    ...slip,
    file,
    severity: WARNINGS.has(slip.code) ? 'warning' : 'fault',
  }));
  const broken = issues.some(({ severity }) => severity === 'fault');
  const root = broken ? UNREAD : readNode(document.contents, lineAt);
  return {
    data: root.data,
    lineOf: (path) => lineOf(root, path),
    keysOf: (path) => keysOf(root, path),
    issues,
  };
}

/** Legitimate YAML that is seldom meant. */
const WARNINGS: ReadonlySet<string> = new Set(['baris_digabung']);

function unread(file: string, slip: Slip): FlowFile {
  return { data: null, lineOf: () => 0, keysOf: () => [], issues: [{ ...slip, file, severity: 'fault' }] };
}

/** What is wrong in a file, at most one slip a line, in the order of the lines. */
function findSlips(source: string, document: Document.Parsed, lineAt: (offset: number) => number): readonly Slip[] {
  const lines = readLines(source);
  const seen = onlyFirstQuote(lines.map((line, at) => findSlip(line, lines[at + 1])).filter((slip) => slip !== null));
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length === 0) seen.push(...findTreeSlips(document.contents, source, lineAt));
  else if (seen.length === 0) seen.push(...explain(complaints, lines, lineAt));
  if (seen.length === 0 && !isMap(document.contents)) seen.push({ code: 'bukan_alur', line: 1, params: {} });
  const byLine = new Map<number, Slip>();
  for (const slip of seen) if (!byLine.has(slip.line)) byLine.set(slip.line, slip);
  return [...byLine.values()].toSorted((a, b) => a.line - b.line);
}

/** After a quote that was left open every other quote looks wrong, too. */
function onlyFirstQuote(slips: readonly Slip[]): Slip[] {
  const first = slips.find(({ code }) => code === 'petik_tidak_ditutup');
  return slips.filter((slip) => slip === first || slip.code !== 'petik_tidak_ditutup');
}

/** One mistake makes a parser complain several times: only the first complaint is told. */
function explain(
  complaints: Document.Parsed['errors'] | readonly Document.Parsed['warnings'][number][],
  lines: readonly Line[],
  lineAt: (offset: number) => number,
): readonly Slip[] {
  const indents = findIndentSlips(lines);
  if (indents.length > 0) return indents.slice(0, 1);
  return complaints.slice(0, 1).map((complaint) => explainParserFault(complaint, lines, lineAt));
}

/** What stays of a node of the parser's tree, which itself is many times as large. */
interface Read {
  readonly data: unknown;
  /** Where it stands in the file: its first line, or that of the key that it stands behind. */
  readonly line: number;
  /** What it holds: a map by key, a list in order. */
  readonly byKey?: ReadonlyMap<string, Read>;
  readonly items?: readonly Read[];
}

const UNREAD: Read = { data: null, line: 1 };

function readNode(node: unknown, lineAt: (offset: number) => number, place: unknown = node): Read {
  const line = lineAt(startOf(place) ?? 0);
  if (isScalar(node)) return { data: textOf(node).trimEnd(), line };
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, lineAt));
    return { data: items.map(({ data }) => data), line, items };
  }
  if (!isMap(node)) return { data: '', line };
  const byKey = new Map<string, Read>();
  const data: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? textOf(key).trim() : '';
    const held = readNode(value, lineAt, key);
    if (!byKey.has(name)) byKey.set(name, held);
    data[name] = held.data;
  }
  return { data, line, byKey };
}

function textOf({ value }: Scalar): string {
  return withPlainSpaces(String(value));
}

function lineOf(root: Read, path: readonly PathPart[]): number {
  let node = root;
  let line = 1;
  for (const part of path) {
    const held = child(node, part);
    if (held === undefined) break;
    node = held;
    line = held.line;
  }
  return line;
}

function keysOf(root: Read, path: readonly PathPart[]): readonly string[] {
  let node: Read | undefined = root;
  for (const part of path) node = node && child(node, part);
  return [...(node?.byKey?.keys() ?? [])];
}

function child({ byKey, items }: Read, part: PathPart): Read | undefined {
  return byKey === undefined ? items?.[Number(part)] : byKey.get(String(part));
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? undefined) : undefined;
}
