import type { Value } from '../value.ts';
import { INDONESIAN } from '../writing.ts';
import type { Writing } from '../writing.ts';
import { bindExpression } from './bind.ts';
import { cutTemplate, isPlain } from './cut-template.ts';
import type { Compiled, Fault, NameKind, Names, Scope } from './kind.ts';
import { parseExpression } from './parse.ts';
import type { Path } from './part.ts';
import { printIn } from './print.ts';
import type { Node } from './tree.ts';

/** A value to be worked out: `hari_ini + 60 hari`, `usia(tanggal_lahir)`, `09.00`. */
export interface Expression {
  readonly source: string;
  readonly kind: NameKind;
  /** Every name it looks at, once each. */
  readonly mentions: readonly Path[];
  /** Names that leave it unset when they are unset. */
  readonly needs: readonly Path[];
  /** Names that are certainly set when it is yes, and when it is not. */
  readonly setIfYes: readonly Path[];
  readonly setIfNo: readonly Path[];
  /** Total: the same scope gives the same value, and nothing is thrown. */
  readonly evaluate: (scope: Scope) => Value;
}

/** An expression that is yes or no. Unset counts as no. */
export interface Condition extends Expression {
  readonly test: (scope: Scope) => boolean;
}

/** A text with `{{ }}` in it. */
export interface Template {
  readonly source: string;
  readonly mentions: readonly Path[];
  /** Names that leave a hole in the text when they are unset. */
  readonly needs: readonly Path[];
  /** Characters that are there whatever the values are. */
  readonly fixedLength: number;
  readonly render: (scope: Scope) => string;
  /** Of a translation: the text as the flow has it. */
  readonly home?: Template;
}

/** An expression of any kind; `writing` is of the text it stands in. Faults: `periksa.*` of its syntax, names and kinds. */
export function compileExpression(text: string, names: Names, writing = INDONESIAN): Compiled<Expression> {
  return compileTree(text, parseExpression(text), names, writing);
}

function compileTree(text: string, node: Node | Fault, names: Names, writing: Writing): Compiled<Expression> {
  const bound = 'code' in node ? node : bindExpression(text, node, names, writing);
  if ('code' in bound) return { ok: false, ...bound };
  const { part, mentions } = bound;
  const { run: evaluate, kind, needs, setIfYes, setIfNo } = part;
  return { ok: true, value: { source: text, kind, mentions, needs, setIfYes, setIfNo, evaluate } };
}

/** What `jika`, `hanya_jika` and `terpenuhi_jika` take: an expression that must be yes or no. `node`: its tree. */
export function compileCondition(text: string, names: Names, node = parseExpression(text)): Compiled<Condition> {
  const compiled = compileTree(text, node, names, INDONESIAN);
  if (!compiled.ok) return compiled;
  const { kind } = compiled.value.kind;
  if (kind !== 'ya_tidak' && kind !== 'apa_saja') {
    return { ok: false, code: 'bukan_ya_tidak', params: { bagian: text.trim(), jenis: kind } };
  }
  const { evaluate } = compiled.value;
  return { ok: true, value: { ...compiled.value, test: (scope) => evaluate(scope) === true } };
}

/** A text that people read, with its values as `writing` writes them. Faults: those of an expression, and of the braces. */
export function compileTemplate(text: string, names: Names, writing = INDONESIAN): Compiled<Template> {
  if (isPlain(text)) return { ok: true, value: plainText(text) };
  const pieces = cutTemplate(text);
  if ('code' in pieces) return { ok: false, ...pieces };
  const writers: Template['render'][] = [];
  const expressions: Expression[] = [];
  let fixedLength = 0;
  for (const piece of pieces) {
    if ('words' in piece) {
      writers.push(() => piece.words);
      fixedLength += piece.words.length;
    } else {
      const compiled = compileExpression(piece.inside, names, writing);
      if (!compiled.ok) return compiled;
      const { evaluate } = compiled.value;
      writers.push((scope) => printIn(writing, evaluate(scope)));
      expressions.push(compiled.value);
    }
  }
  const mentions = once(expressions.flatMap((one) => one.mentions));
  const needs = once(expressions.flatMap((one) => one.needs));
  return {
    ok: true,
    value: { source: text, mentions, needs, fixedLength, render: writerOf(writers) },
  };
}

const NO_PATHS: readonly Path[] = [];

/** A text as it is. */
export function plainText(text: string): Template {
  return { source: text, mentions: NO_PATHS, needs: NO_PATHS, fixedLength: text.length, render: sayer(text) };
}

function sayer(text: string): Template['render'] {
  return () => text;
}

function writerOf(writers: readonly Template['render'][]): Template['render'] {
  return (scope) => {
    let text = '';
    for (const write of writers) text += write(scope);
    return text;
  };
}

function once(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}
