import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

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
  return {
    data: broken ? null : toData(document.contents),
    lineOf: (path) => lineOf(document.contents, path, lineAt),
    keysOf: (path) => keysOf(document.contents, path),
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

function toData(node: unknown): unknown {
  if (isScalar(node)) return withPlainSpaces(String(node.value)).trimEnd();
  if (isSeq(node)) return node.items.map(toData);
  if (!isMap(node)) return '';
  return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), toData(value)]));
}

function keyOf(key: unknown): string {
  return isScalar(key) ? withPlainSpaces(String(key.value)).trim() : '';
}

function lineOf(root: unknown, path: readonly PathPart[], lineAt: (offset: number) => number): number {
  let node = root;
  let offset = 0;
  for (const part of path) {
    const step = child(node, part);
    if (step === null) break;
    offset = step.offset ?? offset;
    node = step.value;
  }
  return lineAt(offset);
}

function keysOf(root: unknown, path: readonly PathPart[]): readonly string[] {
  let node = root;
  for (const part of path) node = child(node, part)?.value;
  return isMap(node) ? node.items.map(({ key }) => keyOf(key)) : [];
}

function child(node: unknown, part: PathPart): { readonly value: unknown; readonly offset: number | undefined } | null {
  if (isSeq(node)) {
    const value = node.items[Number(part)];
    return value === undefined ? null : { value, offset: startOf(value) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => keyOf(key) === String(part));
  return pair === undefined ? null : { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? undefined) : undefined;
}
