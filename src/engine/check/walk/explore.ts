import { SHARED_NAMES } from '../../loading/names.ts';
import { valuesOf } from '../learn.ts';
import type { Way } from '../path.ts';
import type { RawStep } from '../raw-step.ts';
import { entriesAt, textAt } from '../raw-step.ts';
import type { Subject } from '../subject.ts';
import { decide } from './decide.ts';
import { ANY, assign, forget, keepLive, signOf, SOME } from './known.ts';
import type { Known } from './known.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { State, Walked } from './walked.ts';

/** States of one flow before the walk gives up: the flows that ship have at most a few hundred. */
export const MOST_STATES = 20_000;

/** Every state of a flow that a conversation can come to, and every way between them. */
export function explore(subject: Subject): Walked {
  const [first] = subject.steps;
  if (first === undefined) return { states: [], complete: true };
  const words = vocabularyOf(subject);
  const states: State[] = [];
  const found = new Map<RawStep, Map<string, State>>();
  const stateAt = (step: RawStep, jumped: boolean, known: Known): State => {
    const kept = keepLive(known, words.live(step));
    const sign = jumped ? `!${signOf(kept)}` : signOf(kept);
    const here = found.get(step) ?? new Map<string, State>();
    found.set(step, here);
    const before = here.get(sign);
    if (before !== undefined) return before;
    const state: State = { index: states.length, step, jumped, known: kept, exits: [] };
    here.set(sign, state);
    states.push(state);
    return state;
  };
  stateAt(first, false, { values: new Map(), said: new Map(), followed: words.followed });
  for (let at = 0; at < states.length && states.length < MOST_STATES; at += 1) {
    const state = states[at];
    if (state === undefined) break;
    for (const { way, known } of leave(subject, words, state)) {
      const to = way.to === null ? null : stateAt(way.to, way.why === 'jump', known);
      state.exits.push({ way, to });
    }
  }
  return { states, complete: states.length < MOST_STATES };
}

interface Leaving {
  readonly way: Way;
  readonly known: Known;
}

/** The ways that can be taken from a state, each with what is known behind it. */
function leave(subject: Subject, words: Vocabulary, { step, jumped, known }: State): readonly Leaving[] {
  const ways = subject.ways.get(step) ?? [];
  if (step.onlyIf === null || jumped) return enter(subject, words, ways, known);
  return decide(step.onlyIf.formula, known).flatMap((decision) =>
    decision.holds
      ? enter(subject, words, ways, decision.known)
      : ways.filter(({ why }) => why === 'condition_no').map((way) => ({ way, known: decision.known })),
  );
}

/** The ways that can be taken when the step is not passed by. */
function enter(subject: Subject, words: Vocabulary, ways: readonly Way[], known: Known): readonly Leaving[] {
  return ways.flatMap((way) => (way.why === 'condition_no' ? [] : take(subject, words, way, known)));
}

function take(subject: Subject, words: Vocabulary, way: Way, known: Known): readonly Leaving[] {
  const { from } = way;
  switch (from.word ?? '') {
    case 'jika':
      if (from.when === null) return [{ way, known }];
      return decide(from.when.formula, known)
        .filter(({ holds }) => holds === isYes(way))
        .map((decision) => ({ way, known: decision.known }));
    case 'tanya':
      return answer(words, way, known);
    case 'atur': {
      const after = entriesAt(from.block, 'atur').reduce(
        (so, [name, source]) => assign(so, name, words.valueOf(String(source)), words.about),
        known,
      );
      return [{ way, known: after }];
    }
    case 'lanjut_ke':
    case 'tanya_lagi':
      return [{ way, known: way.to === null ? known : returnTo(words, way.to, known) }];
    case 'kirim':
    case 'bagian':
    case 'selesai':
      return [{ way, known }];
    default: {
      if (known.said.size === 0) return [{ way, known }];
      const named = [textAt(from.block, 'sebagai') ?? '', ...valuesOf(subject, from, way.name ?? '')];
      return [{ way, known: forget(known, new Set([...CHANGING, ...named]), words.about) }];
    }
  }
}

/** Back at a step everything is as it was when the conversation first came there: what was given since is given anew. */
function returnTo(words: Vocabulary, target: RawStep, known: Known): Known {
  const later = words.givenFrom(target);
  const values = new Map([...known.values].filter(([name]) => !later.has(name)));
  return forget({ ...known, values }, new Set([...later, ...CHANGING]), words.about);
}

/** The way of `maka`; without a branch it is known by its place among the two. */
function isYes({ why, branch, from }: Way): boolean {
  if (why === 'yes' || why === 'no') return why === 'yes';
  return branch === null ? from.block['maka'] === undefined : branch.key === 'maka';
}

function answer(words: Vocabulary, way: Way, known: Known): readonly Leaving[] {
  const { from, name, branch } = way;
  if (branch?.only === 'petugas') return [];
  const question = textAt(from.block, 'tanya') ?? '';
  const here = forget(known, CHANGING, words.about);
  const given = assign(here, question, valueGiven(words, way), words.about);
  const condition = name === null ? null : words.rowCondition(from, name);
  if (condition === null) return [{ way, known: given }];
  const isShown = decide(condition, known).some(({ holds }) => holds);
  return isShown ? [{ way, known: given }] : [];
}

function valueGiven(words: Vocabulary, { why, name, branch }: Way): string | null {
  const isAnswer = why === 'answer' || branch?.key === 'lalu';
  if (!isAnswer) return branch === null || branch.only === 'lewati' ? null : ANY;
  return name === null ? SOME : words.codeOf(name);
}

/** What may be another thing after every wait: the time, and what is known of the person. */
const CHANGING: ReadonlySet<string> = new Set([...SHARED_NAMES].filter((name) => name !== 'daerah'));
