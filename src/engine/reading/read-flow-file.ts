import type { Issue } from '../issue.ts';
import { findSlips } from './line-slip.ts';
import type { Slip } from './line-slip.ts';
import { readLines } from './lines.ts';
import type { ReadNode } from './read-node.ts';
import { readPlain } from './read-plain.ts';
import { readYaml } from './read-yaml.ts';

/** Twenty times the longest flow that was ever written; beyond it somebody put data into a flow. */
const MAX_BYTES = 256 * 1024;

type PathPart = string | number;

/** What was read of a file, and where it stands there. */
export interface ReadFile {
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
export function readFlowFile(file: string, text: string): ReadFile {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > MAX_BYTES)
    return unread(file, {
      code: 'berkas_terlalu_besar',
      line: 0,
      params: { kilobita: Math.ceil(bytes / 1024), paling_banyak: MAX_BYTES / 1024 },
    });
  const lines = readLines(source);
  const slips = findSlips(lines);
  const plain = slips.length === 0 ? readPlain(lines) : null;
  const { root, told } = plain === null ? readYaml(source, lines, slips) : { root: plain, told: [] };
  return {
    data: root?.data ?? null,
    lineOf: (path) => (root === null ? 1 : lineOf(root, path)),
    keysOf: (path) => (root === null ? [] : keysOf(root, path)),
    issues: told.map((issue) => ({ ...issue, file })),
  };
}

function unread(file: string, slip: Slip): ReadFile {
  return { data: null, lineOf: () => 0, keysOf: () => [], issues: [{ ...slip, file, severity: 'fault' }] };
}

function lineOf(root: ReadNode, path: readonly PathPart[]): number {
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

function keysOf(root: ReadNode, path: readonly PathPart[]): readonly string[] {
  let node: ReadNode | undefined = root;
  for (const part of path) node = node && child(node, part);
  return [...(node?.byKey?.keys() ?? [])];
}

function child({ byKey, items }: ReadNode, part: PathPart): ReadNode | undefined {
  return byKey === undefined ? items?.[Number(part)] : byKey.get(String(part));
}
