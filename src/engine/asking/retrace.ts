import { findFlow } from '../find-flow.ts';
import type { Flow, OpenFrame, Step, Walk } from '../flow.ts';
import { closeFrame, openFrame } from '../open-walk.ts';
import { unpackFields } from '../pack-value.ts';
import type { Frame, Mark } from '../session.ts';

type Path = Readonly<Record<string, Mark>>;

/**
 * Cuts the path before a step: what lies behind it is kept aside in `before`, where the walk finds it again when it
 * comes by. A step that was not passed yet cuts nothing.
 */
export function backTo(frame: OpenFrame, to: Step): void {
  const keys = Object.keys(frame.path);
  const at = keys.findIndex((key) => isWithin(frame.flow.byKey.get(key), to, sectionEnd(frame.flow, to)));
  if (at >= 0) cut(frame, keys, at);
}

function cut(frame: OpenFrame, keys: readonly string[], at: number): void {
  const kept: Record<string, Mark> = {};
  for (const [place, key] of keys.entries()) {
    const mark = frame.path[key];
    if (mark !== undefined) (place < at ? kept : frame.before)[key] = mark;
  }
  frame.path = kept;
}

/**
 * What an author's jump must not find again: the answer of the question it goes to, with the consequences in its
 * branches; all that depends on that answer; and everything in the block the jump stands in, which led to it.
 */
export function forget(frame: OpenFrame, to: Step, from: Step): void {
  const end = sectionEnd(frame.flow, to);
  const block = outermostBlock(frame.flow, to, from);
  const stale = new Set<string>();
  for (const step of frame.flow.steps) {
    const isAnew = isWithin(step, to, end) || isWithin(step, block, block.end);
    if (!isAnew && !step.gives.some((name) => stale.has(name)) && !looksAt(step, stale)) continue;
    for (const name of step.gives) stale.add(name);
    delete frame.before[step.key];
  }
}

function looksAt(step: Step, names: ReadonlySet<string>): boolean {
  for (const name of step.looksAt) if (names.has(name)) return true;
  return false;
}

/** The block around the jump that does not hold the target as well; the jump itself when it stands at the top. */
function outermostBlock(flow: Flow, to: Step, from: Step): Step {
  let block = from;
  for (let up = flow.steps[block.parent]; up !== undefined; up = flow.steps[up.parent]) {
    if (up.index <= to.index && to.index < up.end) break;
    block = up;
  }
  return block;
}

/** Where the steps that belong to a target end: a question's branches, a section up to the next one. */
function sectionEnd(flow: Flow, to: Step): number {
  if (to.word !== 'bagian') return to.end;
  const next = flow.sections.find(({ index }) => index > to.index);
  return next?.index ?? flow.steps.length;
}

function isWithin(step: Step | undefined, from: Step, end: number): boolean {
  return step !== undefined && step.index >= from.index && step.index < end;
}

/** KEMBALI: what became of it. */
export type Retraced =
  | { readonly type: 'question'; readonly step: Step }
  /** A deed lies in between, and what was done is done. */
  | { readonly type: 'barrier' }
  | { readonly type: 'first' };

/**
 * Goes back to the last question that the person answered on the way that led here, into flows that are already
 * finished too. Changes the frames only when there is such a question.
 */
export function retrace(walk: Walk): Retraced {
  for (let level = walk.frames.length - 1; level >= 0; level -= 1) {
    const frame = walk.frames[level];
    if (frame === undefined) break;
    const trail = findLast(walk, frame.flow, frame.path);
    if (trail === 'barrier') return { type: 'barrier' };
    if (trail !== null) return goTo(walk, level, trail);
  }
  return { type: 'first' };
}

/** True when a deed is the last that happened in this flow: KEMBALI finds nothing there any more. */
export function isBehindDeed(walk: Walk, { flow, path }: OpenFrame): boolean {
  return findLast(walk, flow, path) === 'barrier';
}

/** The steps to go back to, from the outermost flow to the question in the innermost. */
type Trail = readonly { readonly flow: Flow; readonly step: Step; readonly frame?: Frame }[];

function findLast(walk: Walk, flow: Flow, path: Path): Trail | 'barrier' | null {
  for (const key of Object.keys(path).toReversed()) {
    const step = flow.byKey.get(key);
    const mark = path[key];
    if (step === undefined || mark === undefined) continue;
    if (step.word === 'lakukan' || mark.f === CLOSED) return 'barrier';
    if (step.does.question !== undefined && isOwnAnswer(step, mark)) return [{ flow, step }];
    const inner = mark.in === undefined ? undefined : findFlow(walk, mark.in.flow);
    if (inner === undefined || mark.in === undefined) continue;
    const trail = findLast(walk, inner, mark.in.path);
    if (trail === 'barrier') return trail;
    if (trail !== null) return [{ flow, step, frame: mark.in }, ...trail];
  }
  return null;
}

/** The fingerprint of a finished run without names (`tanpa_nama`): nothing is left to go back into. */
export const CLOSED = 'tutup';

/** Recorded consents are passed over: withdrawing one has its own way (TARIK PERSETUJUAN). */
function isOwnAnswer(step: Step, mark: Mark): boolean {
  return mark.v !== undefined && mark.auto === undefined && step.does.question?.type !== 'setuju';
}

function goTo(walk: Walk, level: number, trail: Trail): Retraced {
  foldDownTo(walk, level);
  let step: Step | null = null;
  for (const stop of trail) {
    const frame = walk.frames.at(-1);
    if (frame === undefined) break;
    cut(frame, Object.keys(frame.path), Object.keys(frame.path).indexOf(stop.step.key));
    frame.at = stop.step;
    step = stop.step;
    if (stop.frame !== undefined) walk.frames.push(reopen(walk, stop.frame));
  }
  return step === null ? { type: 'first' } : { type: 'question', step };
}

/** Closes the flows above a level; each is kept with its caller, to be walked through again. */
function foldDownTo(walk: Walk, level: number): void {
  while (walk.frames.length - 1 > level) {
    const inner = walk.frames.pop();
    const caller = walk.frames.at(-1);
    if (inner === undefined || caller?.at === undefined || caller.at === null) return;
    const path = { ...inner.before, ...inner.path };
    caller.before[caller.at.key] = { in: closeFrame({ ...inner, path, before: {}, misses: {} }) };
  }
}

/** A finished run as it was, to be talked with again. */
export function reopen(walk: Walk, frame: Frame): OpenFrame {
  const flow = findFlow(walk, frame.flow);
  if (flow === undefined) throw new Error('a finished run names a flow that is gone');
  return { ...openFrame(flow, unpackFields(frame.args ?? {})), path: { ...frame.path } };
}
