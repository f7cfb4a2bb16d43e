import { backTo, CLOSED, forget, isBehindDeed, reopen } from './asking/retrace.ts';
import { findFlow } from './find-flow.ts';
import type { Flow, Move, OpenFrame, Outcome, Step, Walk } from './flow.ts';
import { NOWHERE, WAIT } from './flow.ts';
import { calledBy } from './fulfilled.ts';
import { guestOf, hasRoom } from './hearing/room.ts';
import { nameOf } from './loading/name-versions.ts';
import { closedPart, isClosed, isPassed } from './moving/closed-part.ts';
import { moveMarks } from './moving/move-marks.ts';
import { isWithdrawn, moveOn, rebuild } from './moving/rebuild.ts';
import { closeFrame, openFrame } from './open-walk.ts';
import { scopeOf } from './scope.ts';
import type { Frame, Mark } from './session.ts';
import type { Input } from './turn.ts';
import type { Fields } from './value.ts';
import { leave, openStep, sentence, tell, top } from './walk.ts';

/** Flows may run flows this deep; the checker refuses more, and cycles. */
export const DEEPEST = 6;

/**
 * Steps in one turn before the turn is given up. The longest real flow has 60 and a quiet walk passes all of them; more
 * is a loop that asks nothing, which the checker refuses.
 */
const MOST_STEPS = 2000;

/** Goes on from a move until the conversation waits, needs rows, or is over. */
export function proceed(walk: Walk, first: Move): void {
  let move: Move | null = first;
  for (let steps = 0; move !== null; steps += 1) {
    if (steps === MOST_STEPS) return stop(walk);
    move = GOES_ON.has(move.type) && isWithdrawn(walk) ? moveOn(walk) : follow(walk, move);
  }
}

/** The version in which the person stood is gone: its present one is walked from the start. See `rebuild`. */
export function walkAnew(walk: Walk, frames: readonly Frame[], input?: Input): void {
  const move = rebuild(walk, frames, input);
  if (move !== null) proceed(walk, move);
}

/** Says again what the open step waits for; `lead` stands before it. Nothing when none is open. */
export function repeatOpen(walk: Walk, lead?: string): void {
  const at = openStep(walk);
  if (at !== null) proceed(walk, at.does.repeat?.(walk, at, lead) ?? WAIT);
}

function stop(walk: Walk): void {
  tell(walk, sentence(walk, 'gangguan'));
  leave(walk);
}

/** Ways on from an answer or a result: there, whoever stands in a version that was withdrawn changes over. */
const GOES_ON: ReadonlySet<Move['type']> = new Set(['next', 'enter', 'run', 'fill']);

function follow(walk: Walk, move: Move): Move | null {
  const frame = top(walk);
  switch (move.type) {
    case 'wait':
    case 'need':
      return null;
    case 'next':
      return arriveAt(walk, frame, frame.at?.next ?? NOWHERE);
    case 'enter':
      return arriveAt(walk, frame, move.at);
    case 'deed':
      walk.deed = { id: `${walk.facts.turnId}.1`, name: move.name, args: move.args };
      walk.wait = {
        type: 'deed',
        id: walk.deed.id,
        for: 'step',
        ...(isCorrecting(walk, move) ? { correcting: 1 } : {}),
      };
      return null;
    case 'run':
      return run(walk, frame, move.flow, move.args);
    case 'fill':
      return enter(walk, frame, openFrame(move.form, {}));
    case 'end':
      return finish(walk, frame, move);
    case 'again':
    case 'jump':
    case 'correct':
    default:
      return goBackTo(walk, frame, move);
  }
}

function isCorrecting({ wait }: Walk, { correcting }: Extract<Move, { readonly type: 'deed' }>): boolean {
  return correcting === 1 || (wait.type === 'answer' && wait.correcting === 1);
}

/** To a question that was passed already. */
function goBackTo(
  walk: Walk,
  frame: OpenFrame,
  move: Extract<Move, { readonly type: 'again' | 'jump' | 'correct' }>,
): Move {
  const { to } = move;
  backTo(frame, to);
  if (move.type === 'correct') {
    return move.inside === undefined ? correct(walk, frame, to) : correctInside(walk, frame, to, move.inside);
  }
  forget(frame, to, move.from);
  if (to.does.question !== undefined) frame.before[to.key] = { anew: 1 };
  if (move.type === 'jump') return arriveAnew(walk, frame, to);
  frame.at = to;
  return to.does.question?.askAgain(walk, to, move.text) ?? { type: 'next' };
}

/** A question that one comes back to is asked, whatever is known; a section is walked from its start. */
function arriveAnew(walk: Walk, frame: OpenFrame, to: Step): Move {
  frame.at = to;
  delete frame.misses[to.key];
  const { question } = to.does;
  return question === undefined ? to.does.arrive(walk, to) : question.ask(walk, to);
}

function correct(walk: Walk, frame: OpenFrame, to: Step): Move {
  const move = arriveAnew(walk, frame, to);
  if (move.type === 'wait' && walk.wait.type === 'answer') walk.wait = { ...walk.wait, correcting: 1 };
  return move.type === 'deed' ? { ...move, correcting: 1 } : move;
}

/** A question of a form that is finished: the form is opened again at it, and goes on from there. */
function correctInside(walk: Walk, caller: OpenFrame, form: Step, to: Step): Move {
  const earlier = caller.before[form.key]?.in;
  if (earlier === undefined) return { type: 'next' };
  caller.at = form;
  delete caller.before[form.key];
  const frame = reopen(walk, earlier);
  walk.frames.push(frame);
  backTo(frame, to);
  return correct(walk, frame, to);
}

function arriveAt(walk: Walk, frame: OpenFrame, index: number): Move {
  const { flow } = frame;
  let at = index;
  for (let passed = 0; passed <= flow.steps.length; passed += 1) {
    const step = flow.steps[at];
    if (step === undefined) break;
    frame.at = step;
    const isOn = step.onlyIf === null || step.onlyIf.test(scopeOf(walk.facts, frame));
    if (isOn && !isPassed(frame, step)) return step.does.arrive(walk, step);
    at = step.next;
  }
  return { type: 'end', result: 'selesai', values: {} };
}

/** Puts the conversation of that flow, when one was put aside, on top of the others: the turn goes on with it. */
export function takeUp(walk: Walk, name: string): boolean {
  const found = walk.aside.find(({ frames }) => nameOf(frames[0]?.flow ?? '') === name);
  if (found === undefined) return false;
  walk.aside = [...walk.aside.filter((one) => one !== found), found];
  leave(walk);
  return true;
}

/** Starts a flow at its first step, on top of what is open. */
export function begin(walk: Walk, flow: Flow, args: Fields): Move {
  walk.frames.push(openFrame(flow, args));
  return { type: 'enter', at: 0 };
}

/** Whoever leaves through one of these does not come back to it. */
export const DOORS: ReadonlySet<string> = new Set(['sambutan', 'menu']);

/**
 * Nobody comes back to a door, nor to a conversation whose deed is done: what it asks at last is no draft of it any more,
 * so that nobody hears "belum selesai" of what was sent.
 */
function isThrough(walk: Walk, frame: OpenFrame): boolean {
  return DOORS.has(frame.flow.name) || (walk.frames.length === 1 && isBehindDeed(walk, frame));
}

function run(walk: Walk, caller: OpenFrame, name: string, args: Fields): Move | null {
  const leaves = caller.at?.next === NOWHERE && isThrough(walk, caller);
  const flow = leaves ? walk.flows.current.get(name) : calledBy(walk.flows, caller.flow, name);
  if (flow === undefined || walk.frames.length >= DEEPEST) return { type: 'next' };
  if (leaves) {
    walk.frames.pop();
    if (walk.frames.length === 0 && (takeUp(walk, name) || !hasRoomBehind(walk, flow))) return null;
  }
  return enter(walk, caller, openFrame(flow, args));
}

/** A door is always open, what stands behind it begins only where it has room; without any it says so. */
function hasRoomBehind(walk: Walk, flow: Flow): boolean {
  const { aside } = walk;
  const isFree = aside.length === 0 || hasRoom({ ...walk, aside: aside.slice(1) }, guestOf(flow));
  if (isFree) return true;
  tell(walk, sentence(walk, 'selesaikan_dulu'));
  leave(walk);
  return false;
}

/** Begins what the caller's step runs; an earlier run of it left its answers there. */
function enter(walk: Walk, caller: OpenFrame, frame: OpenFrame): Move {
  const earlier = caller.before[caller.at?.key ?? '']?.in;
  walk.frames.push(frame);
  if (earlier !== undefined) frame.before = marksOf(walk, frame, earlier);
  const { flow, before } = frame;
  frame.closed = caller.at !== null && isClosed(caller, caller.at) ? flow.steps.length : closedPart(flow, before);
  return { type: 'enter', at: 0 };
}

/** What was answered in an earlier run; of another form only what the questions of this one take for an answer. */
function marksOf(walk: Walk, { flow, args }: OpenFrame, { flow: version, before, path }: Frame): Record<string, Mark> {
  const marks = { ...before, ...path };
  return version === flow.version ? marks : { ...moveMarks(walk, findFlow(walk, version), flow, marks, args) };
}

/** The talking flow is over: its caller goes on with the result, or the conversation is finished. */
function finish(walk: Walk, done: OpenFrame, { result, values }: Outcome): Move | null {
  walk.frames.pop();
  const caller = walk.frames.at(-1);
  if (caller === undefined || caller.at === null) {
    walk.ended = result;
    walk.wait = { type: 'none' };
    return null;
  }
  const step = caller.at;
  delete caller.before[step.key];
  caller.path[step.key] = closeRun(done);
  return step.does.resume?.(walk, step, { result, values }) ?? { type: 'next' };
}

/** What the caller keeps of a finished run, to go back into it; of a run without names only that it happened. */
function closeRun(done: OpenFrame): OpenFrame['path'][string] {
  if (done.flow.head.anonymous) return { f: CLOSED };
  return Object.keys(done.path).length === 0 ? {} : { in: closeFrame({ ...done, before: {}, misses: {} }) };
}
