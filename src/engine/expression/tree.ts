import type { Fault } from './kind.ts';
import type { Literal } from './literal.ts';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** An expression as it was written. `from` and `to` are its place in the source, for cures that quote it. */
export type Node = Place &
  (
    | { readonly type: 'name'; readonly path: readonly string[] }
    /** `read` is a fault when the word can only be a code (`31.61`). */
    | { readonly type: 'literal'; readonly word: string; readonly quoted: boolean; readonly read: Literal | Fault }
    | { readonly type: 'not'; readonly of: Node }
    | { readonly type: 'both' | 'either'; readonly left: Node; readonly right: Node }
    | { readonly type: 'compare'; readonly sign: Comparison; readonly left: Node; readonly right: Node }
    | { readonly type: 'oneOf'; readonly left: Node; readonly items: readonly Node[] }
    | { readonly type: 'holds'; readonly left: Node; readonly right: Node }
    | { readonly type: 'empty'; readonly of: Node; readonly expected: boolean }
    | { readonly type: 'add'; readonly sign: '+' | '-'; readonly left: Node; readonly right: Node }
    | { readonly type: 'call'; readonly name: string; readonly args: readonly Node[] }
  );

interface Place {
  readonly from: number;
  readonly to: number;
}
