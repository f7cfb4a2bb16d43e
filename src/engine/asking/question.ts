import type { Reader, Row } from '../answers/answer-kind.ts';
import type { Condition, Expression, Template } from '../expression/compile.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Walk } from '../flow.ts';
import type { Branch } from '../loading/build.ts';
import { unpackValue } from '../pack-value.ts';
import type { PackedRow, QuestionWait } from '../session.ts';
import type { Value } from '../value.ts';
import type { Reminder } from '../waiting/set-reminder.ts';
import { keepValue, scopeHere, top } from '../walk.ts';

/** One `tanya` block, compiled. */
export interface QuestionSpec {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly reader: Reader;
  readonly text: Template;
  readonly image: Expression | null;
  readonly help: Template | null;
  readonly optional: boolean;
  readonly attempts: number;
  readonly onMiss: Template | null;
  readonly rejections: readonly { readonly when: Condition; readonly text: Template }[];
  readonly prefill: Expression | null;
  readonly offered: Expression | null;
  readonly limit: Expression | null;
  /** `pengingat`; none: it is reminded of like any draft. */
  readonly reminders: readonly Reminder[];
  readonly consent: { readonly purpose: string; readonly version: string } | null;
  readonly byCode: ReadonlyMap<string, Branch>;
  readonly outside: Branch | undefined;
  readonly empty: Branch | undefined;
  readonly exhausted: Branch | undefined;
  readonly late: Branch | undefined;
  /** Answers of the flow that the question mentions: when one is replaced, its own answer lapses. */
  readonly depends: readonly (readonly string[])[];
}

/** What the mentioned answers are now. */
export function dependsNow(spec: QuestionSpec, walk: Walk): string {
  return fingerprint(spec.depends, scopeHere(walk));
}

/** The question that is waited for. There is one whenever a question hears something. */
export function waiting(walk: Walk): QuestionWait {
  if (walk.wait.type !== 'answer') throw new Error('no question is open');
  return walk.wait;
}

/** Rows for the session: the fields that the flow keeps of an answer of this name, and the label as it was shown. */
export function packRows(walk: Walk, name: string, rows: readonly Row[]): readonly PackedRow[] {
  return rows.map(({ code, label, value }) => {
    const packed = keepValue(walk, name, value);
    return { l: label, v: packed, ...(hasCode(value) ? {} : { c: code }) };
  });
}

/** The rows that were packed; a row whose value has no code keeps the one it was shown with. */
export function unpackRows(rows: readonly PackedRow[]): readonly Row[] {
  return rows.map(({ l: label, v, c }) => {
    const value = unpackValue(v);
    return { code: c ?? branchCodeOf(value), label, value };
  });
}

/** The code that `lalu` knows an answer by. */
export function branchCodeOf(value: Value): string {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return hasCode(value) ? value.code : '';
}

function hasCode(value: Value): value is Extract<Value, { readonly code: string }> {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** The rows as the person sees them now. */
export function rowsShown(spec: QuestionSpec, walk: Walk): readonly Row[] {
  const wait = waiting(walk);
  if (wait.rows !== undefined) return unpackRows(wait.rows);
  const offering = spec.reader.offer?.({ walk, scope: scopeHere(walk), wait, rows: [] });
  return typeof offering === 'object' && 'rows' in offering ? offering.rows : [];
}

/** The value that is offered (`tawarkan`), where there is one and it fits. */
export function offeredValue(spec: QuestionSpec, walk: Walk): Value {
  const value = spec.offered?.evaluate(scopeHere(walk)) ?? null;
  if (value === null) return null;
  const wait = walk.wait.type === 'answer' ? walk.wait : null;
  return spec.reader.adopt?.(value, { walk, scope: scopeHere(walk), wait, rows: [] }) ?? null;
}

/** The answer of the question on the way that led here; undefined when it has none. */
export function answerOf(spec: QuestionSpec, walk: Walk): Value | undefined {
  const packed = top(walk).path[spec.name]?.v;
  return packed === undefined ? undefined : unpackValue(packed);
}
