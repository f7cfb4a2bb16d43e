import { askAgainBriefly, repeatQuestion } from './ask-question.ts';
import { take } from './build.ts';
import type { Move, Walk } from './flow.ts';
import { WAIT } from './flow.ts';
import { handOver } from './hand-over.ts';
import { waiting } from './question.ts';
import type { QuestionSpec } from './question.ts';
import { ownValue } from './raw-data.ts';
import { settle } from './settle-answer.ts';
import { ask, scopeHere, sentence, top } from './walk.ts';

/**
 * One attempt is used up. The first miss is told what was not understood, with an example (a consent shows its two rows
 * too, for only they are answers); the next ones see the question and its choices again; after the last, `jika_habis`
 * decides (a person takes over when the flow says nothing).
 */
export function missAnswer(spec: QuestionSpec, walk: Walk, words: string | null): Move {
  const exhausted = countMiss(spec, walk);
  if (exhausted !== null) return exhausted;
  const lead = words ?? explain(spec, walk);
  const isFirst = top(walk).misses[spec.name] === 1;
  if (!isFirst) return repeatQuestion(spec, walk, lead);
  if (spec.consent !== null) return askAgainBriefly(spec, walk, lead);
  ask(walk, lead);
  return WAIT;
}

/** Counts one attempt; what `jika_habis` says when it was the last, null otherwise. */
export function countMiss(spec: QuestionSpec, walk: Walk): Move | null {
  const { misses } = top(walk);
  const missed = (ownValue(misses, spec.name) ?? 0) + 1;
  if (missed >= spec.attempts) return exhaust(spec, walk);
  misses[spec.name] = missed;
  return null;
}

function exhaust(spec: QuestionSpec, walk: Walk): Move {
  delete top(walk).misses[spec.name];
  const { exhausted: branch } = spec;
  if (branch === undefined || (branch.type === 'word' && branch.word === 'petugas')) {
    return handOver(walk);
  }
  if (branch.type === 'word' && branch.word === 'lewati') return settle(spec, walk, null, { auto: true });
  return take(branch);
}

function explain({ onMiss, reader }: QuestionSpec, walk: Walk): string {
  return onMiss?.render(scopeHere(walk)) ?? sentence(walk, reader.hint.key, reader.hint.values);
}

/** KENAPA, BANTUAN, or a question back: the flow's own explanation and the question again; costs no attempt. */
export function helpFor(spec: QuestionSpec, walk: Walk): Move {
  return repeatQuestion(spec, walk, explanationOf(spec, walk));
}

/** Why the question is asked, in the flow's own words where it has any. */
export function explanationOf({ help, label }: QuestionSpec, walk: Walk): string {
  return help?.render(scopeHere(walk)) ?? sentence(walk, 'bantuan_pertanyaan', { pertanyaan: label });
}

/** LEWATI. */
export function skipQuestion(spec: QuestionSpec, walk: Walk): Move {
  const soFar = spec.reader.soFar?.(waiting(walk)) ?? null;
  if (spec.optional || soFar !== null) return settle(spec, walk, soFar, { auto: false });
  return repeatQuestion(spec, walk, sentence(walk, 'tidak_dapat_dilewati'));
}
