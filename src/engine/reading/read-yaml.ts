import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

import type { Issue } from '../issue.ts';
import { findIndentSlips } from './line-slip.ts';
import type { Slip } from './line-slip.ts';
import type { Line } from './lines.ts';
import { explainParserFault } from './parser-fault.ts';
import { listNode, mapNode, textNode } from './read-node.ts';
import type { ReadNode } from './read-node.ts';
import { withPlainSpaces } from './sentence.ts';
import { findTreeSlips, MAX_DEPTH } from './tree-slip.ts';

/** The tree of a file; null when it has a fault. At most one issue a line, in the order of the lines. */
export interface ReadYaml {
  readonly root: ReadNode | null;
  readonly told: readonly Omit<Issue, 'file'>[];
}

/** Reads a file with the YAML parser; `inLines` are the slips that its lines show by themselves. */
export function readYaml(source: string, lines: readonly Line[], inLines: readonly Slip[]): ReadYaml {
  const counter = new LineCounter();
  const document = parse(source, counter);
  if (document === null) {
    return {
      root: null,
      told: [{ code: 'terlalu_dalam', severity: 'fault', line: 1, params: { paling_banyak: MAX_DEPTH } }],
    };
  }
  const lineAt: LineAt = (offset) => Math.max(1, counter.linePos(offset).line);
  const slips = [...inLines];
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length === 0) slips.push(...findTreeSlips(document.contents, source, lineAt));
  else if (slips.length === 0) slips.push(...explain(complaints, lines, lineAt));
  if (slips.length === 0 && !isMap(document.contents)) slips.push({ code: 'bukan_alur', line: 1, params: {} });
  const told = oneEachLine(slips).map((slip): ReadYaml['told'][number] => ({
    ...slip,
    severity: WARNINGS.has(slip.code) ? 'warning' : 'fault',
  }));
  const isBroken = told.some(({ severity }) => severity === 'fault');
  return { root: isBroken ? null : toNode(document.contents, lineAt), told };
}

/** null: blocks stand in blocks deeper than the parser can follow, which goes down by calling itself. */
function parse(source: string, lineCounter: LineCounter): Document.Parsed | null {
  const options = {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  } as const;
  try {
    return parseDocument(source, { ...options, lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type LineAt = (offset: number) => number;

/** Legitimate YAML that is seldom meant. */
const WARNINGS: ReadonlySet<string> = new Set(['baris_digabung']);

function oneEachLine(slips: readonly Slip[]): readonly Slip[] {
  const byLine = new Map<number, Slip>();
  for (const slip of slips) if (!byLine.has(slip.line)) byLine.set(slip.line, slip);
  return [...byLine.values()].toSorted((a, b) => a.line - b.line);
}

/** One mistake makes a parser complain several times: only the first complaint is told. */
function explain(
  complaints: Document.Parsed['errors'] | readonly Document.Parsed['warnings'][number][],
  lines: readonly Line[],
  lineAt: LineAt,
): readonly Slip[] {
  const indents = findIndentSlips(lines);
  if (indents.length > 0) return indents.slice(0, 1);
  return complaints.slice(0, 1).map((complaint) => explainParserFault(complaint, lines, lineAt));
}

/** What stays of the parser's tree, which itself is many times as large. */
function toNode(node: unknown, lineAt: LineAt, place: unknown = node): ReadNode {
  const line = lineAt(startOf(place));
  if (isScalar(node)) return textNode(String(node.value), line);
  if (isSeq(node)) {
    return listNode(
      node.items.map((item) => toNode(item, lineAt)),
      line,
    );
  }
  if (!isMap(node)) return { data: '', line };
  return mapNode(new Map(node.items.map(({ key, value }) => [keyOf(key), toNode(value, lineAt, key)])), line);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? withPlainSpaces(String(key.value)).trim() : '';
}

function startOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0;
}
