import type { Walk } from './flow.ts';
import { openFrame } from './open-walk.ts';
import { unpackFields } from './pack-value.ts';
import { nameOf, proceed } from './proceed.ts';
import type { Frame, Mark } from './session.ts';
import { leave, sentence, tell } from './walk.ts';

/**
 * The version of a flow in which the person stood is gone: its present version is walked from the start. Questions of
 * the same name keep their answers, deeds with the same arguments are not done again, and the person is told.
 */
export function rebuild(walk: Walk, frames: readonly Frame[]): void {
  const [root] = frames;
  const flow = walk.flows.current.get(nameOf(root?.flow ?? ''));
  leave(walk);
  if (root === undefined || flow === undefined) {
    tell(walk, sentence(walk, 'alur_ditutup'));
    return;
  }
  tell(walk, sentence(walk, 'alur_diperbarui', { judul: flow.head.title }));
  const frame = openFrame(flow, unpackFields(root.args ?? {}));
  frame.before = gather(frames);
  walk.frames = [frame];
  proceed(walk, { type: 'enter', at: 0 });
}

/** Everything that was answered, the runs of other flows under the step that ran them. */
function gather(frames: readonly Frame[]): Record<string, Mark> {
  const [frame, ...inner] = frames;
  if (frame === undefined) return {};
  const marks = { ...frame.before, ...frame.path };
  const [next] = inner;
  return next === undefined ? marks : { ...marks, [frame.at]: { in: { ...next, path: gather(inner), before: {} } } };
}
