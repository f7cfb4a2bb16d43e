import { normalize } from '../../language/normal.ts';
import { readRows } from '../answers/read-rows.ts';
import type { Happening, Move, Said, Step, Walk } from '../flow.ts';
import { NEED, WAIT } from '../flow.ts';
import { scopeHere, sentence, tell, top } from '../walk.ts';
import { askQuestion, hearingOf } from './ask-question.ts';
import { answerOf, rowsShown, waiting } from './question.ts';
import type { QuestionSpec } from './question.ts';
import { goOn, passBy, restoreAnswer, settle } from './settle-answer.ts';

/** What makes asking needless: the answer of before, what the flow was given, or what is known. null: it must be asked. */
export function prefillQuestion(spec: QuestionSpec, walk: Walk): Move | null {
  const restored = restoreAnswer(spec, walk);
  if (restored !== null) return restored;
  const { args, before } = top(walk);
  if (before[spec.name]?.anew === 1) return null;
  const given = Object.hasOwn(args, spec.name) ? args[spec.name] : null;
  const known = given ?? spec.prefill?.evaluate(scopeHere(walk)) ?? null;
  if (known === null || spec.reader.adopt === undefined) return null;
  const value = spec.reader.adopt(known, hearingOf(walk, null));
  if (value === undefined) return NEED;
  return value === null ? null : settle(spec, walk, value, { auto: true });
}

/** After a deed of the question: the consent is recorded, or a person was told that it could not be read. */
export function resumeQuestion(spec: QuestionSpec, walk: Walk, step: Step): Move {
  const answer = answerOf(spec, walk);
  if (answer !== undefined) return goOn(spec, answer);
  tell(walk, sentence(walk, 'diteruskan_pertanyaan'));
  return askQuestion(spec, walk, step);
}

/** What happened outside of the chat, as the answer that it gave there; null: it gave none to this question. */
export function answerOutside(spec: QuestionSpec, walk: Walk, event: Happening): Move | null {
  const value = spec.reader.answeredBy?.(event, hearingOf(walk, waiting(walk))) ?? null;
  return value === null ? null : settle(spec, walk, value, { auto: false });
}

/** `batas_waktu` has passed. Without `jika_lewat_waktu` the question stays open. */
export function lapseQuestion(spec: QuestionSpec, walk: Walk): Move {
  if (spec.late !== undefined) return passBy(spec, walk, 'lewat');
  const { until: _until, ...wait } = waiting(walk);
  walk.wait = wait;
  return WAIT;
}

/** True when a normalized text is exactly one of the rows shown: then it is an answer, also where it could be a command. */
export function showsAnswer(spec: QuestionSpec, walk: Walk, typed: string): boolean {
  return rowsShown(spec, walk).some(({ label }) => normalize(label) === typed);
}

/** Kinds of answer that any words can be. */
const FREE: ReadonlySet<string> = new Set(['teks', 'nama', 'lokasi']);

/** True when this is certainly an answer to the question: a row that was shown, or words that only an answer has. */
export function isSureAnswer(spec: QuestionSpec, walk: Walk, said: Said): boolean {
  if (said.type !== 'text') return true;
  if (FREE.has(spec.type)) return false;
  const rows = rowsShown(spec, walk);
  const heard =
    spec.type === 'pilihan' ? readRows(said, rows) : spec.reader.read(said, hearingOf(walk, waiting(walk), rows));
  return heard.type === 'value' && heard.likely !== true;
}
