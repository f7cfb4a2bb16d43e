import { withPlainSpaces } from './sentence.ts';

/** What a flow file holds at one place. */
export interface ReadNode {
  /** Maps, lists and texts: every scalar is text. */
  readonly data: unknown;
  /** Where it stands in the file: its first line, or that of the key that it stands behind. */
  readonly line: number;
  /** What it holds: a map by key, a list in order. */
  readonly byKey?: ReadonlyMap<string, ReadNode>;
  readonly items?: readonly ReadNode[];
}

/** A key of this name is not kept by objects, and means another thing to them. */
export const NO_KEY = '__proto__';

/** A text as flows have it: no spaces of a word processor, none at the end. */
export function textNode(text: string, line: number): ReadNode {
  return { data: withPlainSpaces(text).trimEnd(), line };
}

/** A list of nodes. */
export function listNode(items: readonly ReadNode[], line: number): ReadNode {
  return { data: items.map(({ data }) => data), line, items };
}

/** A map of nodes. */
export function mapNode(byKey: ReadonlyMap<string, ReadNode>, line: number): ReadNode {
  const data: Record<string, unknown> = {};
  for (const [key, held] of byKey) data[key] = held.data;
  return { data, line, byKey };
}
