import type { z } from 'zod';

import type { Catalogue } from '../catalogue.ts';
import type { Condition, Expression, Template } from '../expression/compile.ts';
import type { NameKind } from '../expression/kind.ts';
import type { Behaviour, Move } from '../flow.ts';
import { NEXT } from '../flow.ts';
import { SHARED_NAMES } from './names.ts';

/** Where something stands in a flow file: `['langkah', 3, 'tanya']`. */
export type Place = readonly (string | number)[];

/** What a step is built with: texts become templates, branches become places, faults are collected. */
export interface Build {
  readonly catalogue: Catalogue;
  expression(source: string, place: Place): Expression;
  condition(source: string, place: Place): Condition;
  /** A text that the person sees: in the language that the flow is made ready for, where it is translated. */
  template(source: string, place: Place): Template;
  /** The same for words without `{{ }}`: a label, a title. */
  words(source: string, place: Place): string;
  /** A text for officers, which stays as it is. */
  note(source: string, place: Place): Template;
  branch(raw: unknown, place: Place): Branch;
  /** Names that exist only while `make` builds: values of a result inside its branch, fields of a row in its label. */
  within<T>(names: Readonly<Record<string, NameKind>>, make: () => T): T;
  declare(name: string, kind: NameKind): void;
  kindOf(path: readonly string[]): NameKind | undefined;
  /** Keys of a map in the order of the file; an object would put `1` before `ya`. */
  keysOf(place: Place): readonly string[];
  fault(code: string, place: Place, params?: Readonly<Record<string, string | number>>): void;
  /** The flow uses this field of that record, so the session must keep it. */
  use(name: string, field: string): void;
  /** The record goes on under another name in this flow or in the flow that is run, which may use more of its fields. */
  pass(name: string, to: { readonly flow: string | null; readonly name: string }): void;
}

/** Where a step stands while it is being built. */
export interface Here {
  readonly index: number;
  readonly key: string;
  readonly place: Place;
}

export type Branch = { readonly type: 'steps'; readonly at: number } | { readonly type: 'word'; readonly word: string };

/** One word of the flow language: its keys, what it does, and a small flow that shows it and is run by a test. */
export interface StepKind {
  readonly word: string;
  readonly schema: z.ZodType;
  /** What makes the step's key: the question's name, or a short sign. */
  key(raw: Readonly<Record<string, unknown>>): string;
  build(raw: unknown, build: Build, here: Here): Behaviour | null;
  readonly example: string;
}

/** Makes a step kind whose block is checked before it is built; a block that does not fit becomes faults. */
export function stepKind<Schema extends z.ZodType>(kind: {
  readonly word: string;
  readonly schema: Schema;
  key(raw: Readonly<Record<string, unknown>>): string;
  build(block: z.infer<Schema>, build: Build, here: Here): Behaviour;
  readonly example: string;
}): StepKind {
  return {
    ...kind,
    build: (raw, build, here) => {
      const read = kind.schema.safeParse(raw);
      if (read.success) return kind.build(read.data, build, here);
      reportMisfits(read.error, build, here.place);
      return null;
    },
  };
}

/** Every part of a block that does not fit its schema, as faults of the flow. */
export function reportMisfits(error: z.ZodError, build: Pick<Build, 'fault'>, place: Place): void {
  for (const issue of error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) build.fault('kunci_asing', [...place, ...path, key], { kunci: key, dikenal: '' });
      continue;
    }
    const kunci = path.join('.') || String(place.at(-1) ?? '');
    build.fault('isi_keliru', [...place, ...path], { kunci, contoh: exampleOf(issue) });
  }
}

/** What may stand there: the words of a list, or the example that a pattern carries as its message. */
function exampleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' / ');
  return issue.code === 'invalid_format' ? issue.message : '';
}

/** What a branch means where it is taken. `petugas` and `lewati` belong to `jika_habis` and are looked at there. */
export function take(branch: Branch | undefined): Move {
  if (branch === undefined) return NEXT;
  if (branch.type === 'steps') return { type: 'enter', at: branch.at };
  return branch.word === 'selesai' ? { type: 'end', result: 'selesai', values: {} } : NEXT;
}

/**
 * The answers that some texts and expressions mention, for the fingerprint of a question; it does not become stale when
 * a name that everybody sees changes.
 */
export function answersIn(
  parts: readonly (Pick<Expression, 'mentions'> | null | undefined)[],
  except: ReadonlySet<string> = new Set(),
): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>();
  for (const part of parts) {
    for (const path of part?.mentions ?? []) {
      const [root = ''] = path;
      if (!SHARED_NAMES.has(root) && !except.has(root)) paths.set(path.join('.'), path);
    }
  }
  return [...paths.values()];
}
