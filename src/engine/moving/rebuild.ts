import type { Flow, Move, Walk } from '../flow.ts';
import { nameOf } from '../loading/name-versions.ts';
import { closeFrame, openFrame } from '../open-walk.ts';
import { packFields, unpackFields } from '../pack-value.ts';
import type { Frame, Mark } from '../session.ts';
import type { Input } from '../turn.ts';
import { leave, sentence, tell } from '../walk.ts';
import { closedPart } from './closed-part.ts';
import { moveMarks } from './move-marks.ts';
import { isNamed, pairSteps } from './pair-steps.ts';

/** True when the open conversation stands in a version that nobody is to stay on, and there is another one. */
export function isWithdrawn({ frames, flows: { withdrawn, current } }: Walk): boolean {
  return withdrawn.size > 0 && current.has(frames[0]?.flow.name ?? '') && frames.some(isIn(withdrawn));
}

const isIn =
  (versions: ReadonlySet<string>) =>
  ({ flow }: { readonly flow: Flow }): boolean =>
    versions.has(flow.version);

/** The next step is taken in the present version: what was answered counts there, and is walked through quietly. */
export function moveOn(walk: Walk): Move | null {
  return carry(walk, walk.frames.map(closeFrame), 'perbarui_pertanyaan_hilang');
}

/**
 * The version in which the person stood is not known any more: the present one is walked from its start with all that was
 * answered, and the person is told. A deed whose result comes just now is done.
 */
export function rebuild(walk: Walk, frames: readonly Frame[], input?: Input): Move | null {
  const { wait } = walk;
  const isDone = input?.type === 'result' && wait.type === 'deed' && wait.id === input.id && wait.for === 'step';
  return carry(walk, isDone ? withResult(frames, input) : frames, 'alur_diperbarui', 'always');
}

function carry(walk: Walk, frames: readonly Frame[], key: string, when?: 'always'): Move | null {
  const [root] = frames;
  const flow = walk.flows.current.get(nameOf(root?.flow ?? ''));
  leave(walk);
  if (root === undefined || flow === undefined) {
    tell(walk, sentence(walk, 'alur_ditutup'));
    return null;
  }
  const from = walk.flows.versions.get(root.flow);
  if (when === 'always' || !isStillThere(walk, flow, frames)) {
    tell(walk, sentence(walk, key, { judul: flow.head.title }));
  }
  const args = unpackFields(root.args ?? {});
  const frame = openFrame(flow, args);
  frame.before = { ...moveMarks(walk, from, flow, gather(frames), args) };
  frame.closed = closedPart(flow, frame.before);
  walk.frames = [frame];
  return { type: 'enter', at: 0 };
}

/** Whether the question where the person stood is asked in the present version too, or `pindah` names its place. */
function isStillThere(walk: Walk, to: Flow, [frame, ...inner]: readonly Frame[]): boolean {
  if (frame === undefined) return true;
  const from = walk.flows.versions.get(frame.flow);
  const at = from?.byKey.get(frame.at);
  if (at === undefined) return true;
  const [next] = inner;
  const called = next === undefined ? undefined : walk.flows.versions.get(to.runs[nameOf(next.flow)] ?? '');
  const isThere = !isNamed(at) || pairSteps(from, to)(at.key) !== null;
  return isThere && (called === undefined || isStillThere(walk, called, inner));
}

/** Everything that was answered, the runs of other flows under the step that ran them. */
function gather(frames: readonly Frame[]): Record<string, Mark> {
  const [frame, ...inner] = frames;
  if (frame === undefined) return {};
  const marks = { ...frame.before, ...frame.path };
  const [next] = inner;
  return next === undefined ? marks : { ...marks, [frame.at]: { in: { ...next, path: gather(inner), before: {} } } };
}

/** The deed that the innermost flow waited for, as done. */
function withResult(
  frames: readonly Frame[],
  { result, values }: Extract<Input, { readonly type: 'result' }>,
): readonly Frame[] {
  const last = frames.at(-1);
  if (last === undefined) return frames;
  const give = packFields(values);
  const done: Mark = { r: result, ...(give !== null && { give }) };
  return [...frames.slice(0, -1), { ...last, path: { ...last.path, [last.at]: done } }];
}
