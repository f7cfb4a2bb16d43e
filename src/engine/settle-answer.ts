import { take } from './build.ts';
import type { Move, Walk } from './flow.ts';
import { NEXT } from './flow.ts';
import { unpackValue } from './pack-value.ts';
import { codeOf, dependsNow } from './question.ts';
import type { QuestionSpec } from './question.ts';
import type { Mark } from './session.ts';
import type { Value } from './value.ts';
import { keepValue, mark, top } from './walk.ts';

/** Keeps an answer that was not typed by the person, and goes on as it says. */
export function settle(spec: QuestionSpec, walk: Walk, value: Value, { auto }: { readonly auto: boolean }): Move {
  const f = dependsNow(spec, walk);
  mark(walk, spec.name, {
    v: keepValue(walk, spec.name, value),
    ...(auto ? { auto: 1 } : {}),
    ...(f === '' ? {} : { f }),
  });
  return goOn(spec, value);
}

/** The answer given before, when nothing that the question mentions was replaced since; null when it must be asked. */
export function restoreAnswer(spec: QuestionSpec, walk: Walk): Move | null {
  const before: Mark | undefined = top(walk).before[spec.name];
  if (before?.v === undefined || before.auto === 1) return null;
  if ((before.f ?? '') !== dependsNow(spec, walk)) return null;
  mark(walk, spec.name, before);
  return goOn(spec, unpackValue(before.v));
}

/** Where an answer leads: out of the region, into the branch of its code, or on. */
export function goOn(spec: QuestionSpec, value: Value): Move {
  if (value === null) return NEXT;
  if (spec.outside !== undefined && isOutside(value)) return take(spec.outside);
  return take(spec.byCode.get(codeOf(value)));
}

function isOutside(value: Value): boolean {
  return typeof value === 'object' && value !== null && 'fields' in value && value.fields['di_daerah_ini'] === false;
}
