import { isRawMap } from '../loading/raw-data.ts';
import type { RawBranch, RawStep } from './raw-step.ts';
import { entriesAt, targetName, textAt } from './raw-step.ts';

/** One way on from a step. */
export interface Way {
  readonly from: RawStep;
  /** Null: the flow ends. */
  readonly to: RawStep | null;
  /** The branch that is entered or passed; null when none is. */
  readonly branch: RawBranch | null;
  readonly why: 'condition_no' | 'yes' | 'no' | 'answer' | 'unanswered' | 'result' | 'on' | 'jump' | 'ended';
  /** The answer's code or the result, where the way belongs to one. */
  readonly name: string | null;
}

/** All ways on from every step of a flow, as a conversation may take them. */
export function waysOf(steps: readonly RawStep[], every: readonly RawStep[]): ReadonlyMap<RawStep, readonly Way[]> {
  const next = new Map<RawStep, RawStep | null>();
  findNext(steps, null, next);
  const targets = new Map(every.map((step) => [targetName(step), step]));
  return new Map(every.map((step) => [step, waysFrom(step, next.get(step) ?? null, targets)]));
}

function findNext(steps: readonly RawStep[], behind: RawStep | null, next: Map<RawStep, RawStep | null>): void {
  for (const [at, step] of steps.entries()) {
    const follower = steps[at + 1] ?? behind;
    next.set(step, follower);
    for (const branch of step.branches) findNext(branch.steps, follower, next);
  }
}

function waysFrom(step: RawStep, next: RawStep | null, targets: ReadonlyMap<string | null, RawStep>): readonly Way[] {
  const ways: Way[] = [];
  if (textAt(step.block, 'hanya_jika') !== null) ways.push(past(step, 'condition_no', next));
  switch (step.word ?? '') {
    case 'jika':
      ways.push(enter(step, 'maka', 'yes', next), enter(step, 'jika_tidak', 'no', next));
      break;
    case 'tanya':
      ways.push(...answers(step, next));
      break;
    case 'lanjut_ke':
    case 'tanya_lagi':
      ways.push(past(step, 'jump', targets.get(textAt(step.block, step.word ?? '')) ?? null));
      break;
    case 'selesai':
      ways.push(past(step, 'ended', null, textAt(step.block, 'selesai')));
      break;
    default: {
      const results = step.branches.filter(({ key }) => key === 'hasil');
      if (results.length === 0) ways.push(past(step, 'on', next));
      for (const branch of results) ways.push(into(step, branch, 'result', next));
    }
  }
  return ways;
}

/** A way that enters no branch. */
function past(from: RawStep, why: Way['why'], to: RawStep | null, name: string | null = null): Way {
  return { from, to, branch: null, why, name };
}

function enter(step: RawStep, key: string, why: Way['why'], next: RawStep | null): Way {
  const branch = step.branches.find((one) => one.key === key);
  return branch === undefined ? past(step, why, next) : into(step, branch, why, next);
}

function into(from: RawStep, branch: RawBranch, why: Way['why'], next: RawStep | null): Way {
  const ends = branch.only === 'selesai' || branch.only === 'petugas';
  return { from, to: ends ? null : (branch.steps[0] ?? next), branch, why: ends ? 'ended' : why, name: branch.name };
}

/** Ways of a question: its answers, and what happens without one. */
function answers(step: RawStep, next: RawStep | null): readonly Way[] {
  const ways: Way[] = [];
  const listed = step.branches.filter(({ key }) => key === 'lalu');
  for (const branch of listed) ways.push(into(step, branch, 'answer', next));
  const codes = codesOf(step);
  const others = codes?.filter((code) => !listed.some(({ name }) => name === code)) ?? [null];
  for (const name of others) ways.push(past(step, 'answer', next, name));
  for (const branch of step.branches) {
    if (branch.key === 'jika_di_luar') ways.push(into(step, branch, 'answer', next));
    else if (branch.key !== 'lalu') ways.push(into(step, branch, 'unanswered', next));
  }
  if (textAt(step.block, 'wajib') === 'tidak') ways.push(past(step, 'unanswered', next));
  return ways;
}

/** Every code that an answer can have; null when that depends on data or on the person's own words. */
export function codesOf({ block }: RawStep): readonly string[] | null {
  const kind = textAt(block, 'jenis');
  if (kind === 'ya_tidak' || kind === 'setuju') return ['ya', 'tidak'];
  if (kind !== 'pilihan' || block['dari'] !== undefined || block['boleh_tulis_sendiri'] !== undefined) return null;
  return isRawMap(block['pilihan']) ? entriesAt(block, 'pilihan').map(([code]) => code) : null;
}
