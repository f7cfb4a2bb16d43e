import { isRawMap } from '../loading/raw-data.ts';
import type { RawStep } from './raw-step.ts';
import { textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';
import { countMessages } from './walk/count-messages.ts';
import { MOST_STATES } from './walk/explore.ts';
import { findCircle, findEnding } from './walk/follow-states.ts';
import type { Exit, State, Walked } from './walk/walked.ts';

/**
 * Walks a flow through every state that a conversation can come to: every branch can be taken, every wait has a way to
 * the end, every limit of attempts ends, and the longest way keeps to the message budget.
 */
export const checkWalk: Check = (subject) => {
  const walked = subject.walked();
  if (!walked.complete) {
    subject.report('jalan_terlalu_banyak', [], { paling_banyak: MOST_STATES }, 'warning');
    return;
  }
  reportImpossible(subject, walked);
  reportTrapped(subject, walked);
  reportEndless(subject, walked);
  reportBudget(subject, walked);
};

/** Branches and steps whose conditions contradict what is certain where they stand. */
function reportImpossible(subject: Subject, { states }: Walked): void {
  const taken = new Set(states.flatMap(({ exits }) => exits.map(({ way }) => way)));
  const reached = new Set(states.map(({ step }) => step));
  for (const step of subject.every.filter((one) => reached.has(one))) {
    const ways = subject.ways.get(step) ?? [];
    const entered = ways.some((way) => way.why !== 'condition_no' && taken.has(way));
    if (!entered && step.onlyIf !== null) subject.report('cabang_mustahil', [...step.place, 'hanya_jika']);
    if (!entered) continue;
    for (const way of ways) {
      const isListed = way.branch !== null && way.branch.only !== 'petugas';
      if (isListed && !taken.has(way)) subject.report('cabang_mustahil', way.branch.place);
    }
  }
}

/** Waits from which no answer leads to an end. */
function reportTrapped(subject: Subject, { states }: Walked): void {
  const ending = findEnding(states);
  const trapped = states.filter(
    (state) => !ending.has(state) && subject.world.grammar.waits.has(state.step.word ?? ''),
  );
  const first = firstOf(subject, trapped);
  if (first !== null) subject.report('tanpa_jalan_keluar', [...first.place, first.word ?? '']);
}

function isMiss({ way: { branch } }: Exit): boolean {
  return branch?.key === 'jika_habis' || branch?.key === 'jika_lewat_waktu';
}

/** `jika_habis` and `jika_lewat_waktu` that lead back to their own question: who never answers is asked for ever. */
function reportEndless(subject: Subject, { states }: Walked): void {
  const isSilent = (exit: Exit): boolean => exit.way.from.word !== 'tanya' || isMiss(exit);
  const circle = findCircle(states, (exit) => isSilent(exit) && exit.way.from.word !== 'pastikan', isMiss);
  if (circle !== null) subject.report('kesempatan_tak_habis', circle.way.branch?.place ?? circle.way.from.place);
}

function reportBudget(subject: Subject, walked: Walked): void {
  const most = budgetOf(subject);
  if (most === null) return;
  const terpanjang = longestTalk(subject, walked, new Set());
  if (terpanjang > most) {
    subject.report('pesan_terlalu_banyak', ['batas', 'jumlah_pesan'], { terpanjang, paling_banyak: most });
  }
}

function budgetOf({ head }: Subject): number | null {
  const limits = head['batas'];
  const most = isRawMap(limits) ? textAt(limits, 'jumlah_pesan') : null;
  return most === null ? null : Number(most);
}

/** Messages of the longest way, with those of the flows that are run and have no budget of their own. */
function longestTalk(subject: Subject, walked: Walked, inside: ReadonlySet<string>): number {
  const now = new Set([...inside, subject.name]);
  return countMessages(subject, walked, (flow) => {
    const called = subject.world.flows.get(flow);
    if (called === undefined || now.has(flow) || budgetOf(called) !== null) return 0;
    return longestTalk(called, called.walked(), now);
  });
}

function firstOf({ every }: Subject, states: readonly State[]): RawStep | null {
  const steps = new Set(states.map(({ step }) => step));
  return every.find((step) => steps.has(step)) ?? null;
}
