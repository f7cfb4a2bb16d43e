import type { Value } from '../value.ts';
import type { Writing } from '../writing.ts';
import type { Fault, NameKind, Names, Scope } from './kind.ts';
import { ANYTHING } from './kind.ts';
import type { Node } from './tree.ts';

/** A name as its words: `pelatihan.sisa` is `['pelatihan', 'sisa']`. */
export type Path = readonly string[];

/** One piece of an expression, checked and ready to run. */
export interface Part {
  readonly kind: NameKind;
  readonly run: (scope: Scope) => Value;
  /** Names that leave the value unset when they are unset. */
  readonly needs: readonly Path[];
  /** Names that are certainly set when the value is yes, and when it is no. */
  readonly setIfYes: readonly Path[];
  readonly setIfNo: readonly Path[];
}

/** What binding a tree needs: what names mean, and where the first fault and the mentioned names go. */
export interface Binding {
  readonly source: string;
  readonly names: Names;
  readonly writing: Writing;
  bind(node: Node): Part;
  mention(path: Path): void;
  /** Keeps the first fault; the part stands in so that binding can go on without a second one. */
  fail(fault: Fault): Part;
}

/** A part that mentions nothing and proves nothing by itself. */
export function part(kind: NameKind, run: (scope: Scope) => Value, needs: readonly Path[] = []): Part {
  return { kind, run, needs, setIfYes: [], setIfNo: [] };
}

export const HOLE: Part = part(ANYTHING, () => null);

/** The text of a node as the author wrote it. */
export function textOf({ source }: Binding, node: Node): string {
  return source.slice(node.from, node.to).trim();
}
