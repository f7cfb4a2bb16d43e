import { askAgainBriefly, repeatQuestion } from '../asking/ask-question.ts';
import { rowsShown, waiting } from '../asking/question.ts';
import type { QuestionSpec } from '../asking/question.ts';
import { passBy, settle } from '../asking/settle-answer.ts';
import type { Move, Walk } from '../flow.ts';
import { WAIT } from '../flow.ts';
import { ownValue } from '../loading/raw-data.ts';
import { ask, scopeHere, sentence, top } from '../walk.ts';
import { handOver } from './hand-over.ts';

/**
 * One attempt is used up. The first miss is told what was not understood, with an example; the next ones see the
 * question and its choices again; after the last, `jika_habis` decides (a person takes over when the flow says nothing).
 * A consent shows its two rows every time, for only they are answers: its long text stands above, and ULANG says it. What
 * may be skipped can be skipped from the first miss on, too.
 */
export function missAnswer(spec: QuestionSpec, walk: Walk, words: string | null): Move {
  const exhausted = countMiss(spec, walk);
  if (exhausted !== null) return exhausted;
  const isFirst = top(walk).misses[spec.name] === 1;
  const lead = words ?? (isFirst || spec.consent === null ? explain(spec, walk) : hintOf(spec, walk));
  if (spec.consent !== null) return askAgainBriefly(spec, walk, lead);
  if (!isFirst) return repeatQuestion(spec, walk, lead);
  if (spec.optional && rowsShown(spec, walk).length === 0) return askAgainBriefly(spec, walk, lead);
  ask(walk, lead);
  return WAIT;
}

/** Counts one attempt; what follows when it was the last, null when the question is to be asked again. */
export function countMiss(spec: QuestionSpec, walk: Walk): Move | null {
  const { misses } = top(walk);
  const missed = (ownValue(misses, spec.name) ?? 0) + 1;
  if (missed >= spec.attempts) return exhaust(spec, walk);
  misses[spec.name] = missed;
  return null;
}

function exhaust(spec: QuestionSpec, walk: Walk): Move | null {
  delete top(walk).misses[spec.name];
  const { exhausted: branch } = spec;
  const isForPerson = branch === undefined || (branch.type === 'word' && branch.word === 'petugas');
  return isForPerson ? handOver(walk) : passBy(spec, walk, 'habis');
}

function explain(spec: QuestionSpec, walk: Walk): string {
  return spec.onMiss?.render(scopeHere(walk)) ?? hintOf(spec, walk);
}

function hintOf({ reader: { hint } }: QuestionSpec, walk: Walk): string {
  return sentence(walk, hint.key, hint.values);
}

/** BANTUAN: the flow's own explanation, or how such an answer is written, and the question again; costs no attempt. */
export function helpFor(spec: QuestionSpec, walk: Walk): Move {
  const { hint } = spec.reader;
  const key = ownValue(MANNERS, hint.key);
  const manner = key === undefined ? hintOf(spec, walk) : sentence(walk, key, hint.values);
  const words = spec.help?.render(scopeHere(walk)) ?? sentence(walk, 'bantuan_jawaban', { cara: manner });
  return repeatQuestion(spec, walk, words);
}

/** How an answer is written, by the sentence of its first miss: the same without the apology. Others have none. */
const MANNERS: Readonly<Record<string, string>> = {
  contoh_teks: 'cara_teks',
  contoh_nama: 'cara_nama',
  contoh_telepon: 'cara_telepon',
  contoh_email: 'cara_email',
  contoh_jenis_kelamin: 'cara_jenis_kelamin',
  contoh_ya_tidak: 'cara_ya_tidak',
  contoh_setuju: 'cara_setuju',
  contoh_pilihan: 'cara_pilihan',
  contoh_pilihan_banyak: 'cara_pilihan_banyak',
  contoh_tanggal: 'cara_tanggal',
  contoh_waktu: 'cara_waktu',
  contoh_angka: 'cara_angka',
  contoh_wilayah: 'cara_wilayah',
  contoh_kode: 'cara_kode',
};

/** A question back (KENAPA): the flow's own explanation and the question again; costs no attempt. */
export function answerBack(spec: QuestionSpec, walk: Walk): Move {
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
