import type { Move, Walk } from '../flow.ts';
import { NEED, NEXT } from '../flow.ts';
import { take } from '../loading/build.ts';
import { isClosed } from '../moving/closed-part.ts';
import { unpackValue } from '../pack-value.ts';
import type { Mark } from '../session.ts';
import { isList } from '../value.ts';
import type { Value } from '../value.ts';
import { keepValue, mark, scopeHere, sentence, tell, top } from '../walk.ts';
import { branchCodeOf, dependsNow } from './question.ts';
import type { QuestionSpec } from './question.ts';

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

/**
 * Goes by a question that got no answer: nobody could read one (`jika_habis`), or the time for it was over. That counts
 * as its answer, so that KEMBALI leads to it and a walk does not ask it anew.
 */
export function passBy(spec: QuestionSpec, walk: Walk, r: PassedBy): Move {
  const f = dependsNow(spec, walk);
  mark(walk, spec.name, { v: null, r, ...(f === '' ? {} : { f }) });
  return goBy(spec, r);
}

type PassedBy = 'habis' | 'lewat';

function goBy({ exhausted, late }: QuestionSpec, r: string): Move {
  return take(r === ('lewat' satisfies PassedBy) ? late : exhausted);
}

/** The answer given before, when nothing that the question mentions was replaced since; null when it must be asked. */
export function restoreAnswer(spec: QuestionSpec, walk: Walk): Move | null {
  const frame = top(walk);
  const before: Mark | undefined = frame.before[spec.name];
  if (before?.v === undefined || before.auto === 1) return null;
  if (frame.at !== null && isClosed(frame, frame.at)) return keep(spec, walk, before);
  if ((before.f ?? '') !== dependsNow(spec, walk)) return null;
  if (before.moved !== undefined && before.r === undefined) return takeMoved(spec, walk, before, unpackValue(before.v));
  return keep(spec, walk, before);
}

function keep(spec: QuestionSpec, walk: Walk, { moved: _moved, ...answer }: Mark): Move {
  mark(walk, spec.name, answer);
  return answer.r === undefined ? goOn(spec, unpackValue(answer.v ?? null)) : goBy(spec, answer.r);
}

/** An answer from another version of the flow: asked again, and the person told, when this question does not take it. */
function takeMoved(spec: QuestionSpec, walk: Walk, { moved, ...before }: Mark, value: Value): Move | null {
  const taken = moved !== spec.type ? null : adoptMoved(spec, walk, value);
  if (taken === undefined) return NEED;
  if (taken !== null || (value === null && spec.optional)) {
    mark(walk, spec.name, { ...before, v: keepValue(walk, spec.name, taken) });
    return goOn(spec, taken);
  }
  delete top(walk).before[spec.name];
  tell(walk, sentence(walk, 'perbarui_tanya_lagi', { sebutan: spec.label }));
  return null;
}

/** null: it is no answer any more; undefined: rows have to be looked up first. */
function adoptMoved({ reader }: QuestionSpec, walk: Walk, value: Value): Value | undefined {
  if (value === null || reader.adopt === undefined) return value;
  const hearing = { walk, scope: scopeHere(walk), wait: null, rows: [] };
  if (!isList(value)) return reader.adopt(value, hearing);
  const each = value.map((one) => reader.adopt?.(one, hearing));
  if (each.includes(undefined)) return undefined;
  return each.includes(null) ? null : value;
}

/** Where an answer leads: out of the region, into the branch of its code, or on. */
export function goOn(spec: QuestionSpec, value: Value): Move {
  if (value === null) return NEXT;
  if (spec.outside !== undefined && isOutside(value)) return take(spec.outside);
  return take(spec.byCode.get(branchCodeOf(value)));
}

function isOutside(value: Value): boolean {
  return typeof value === 'object' && value !== null && 'fields' in value && value.fields['di_daerah_ini'] === false;
}
