import type { Flow, OpenFrame } from '../flow.ts';
import type { Mark } from '../session.ts';

/** True when the person has answered something in this flow, or in one that it ran; also what is to be walked again. */
export function hasAnswers({ flow, path, before }: Pick<OpenFrame, 'flow' | 'path' | 'before'>): boolean {
  return [...Object.entries(path), ...Object.entries(before)].some(([key, mark]) => isAnswer(flow, key, mark));
}

/** True when leaving this flow would lose something: answers, or what it was given. */
export function holdsSomething(frame: OpenFrame): boolean {
  return hasAnswers(frame) || Object.keys(frame.args).length > 0;
}

function isAnswer(flow: Flow, key: string, mark: Mark): boolean {
  if (mark.in !== undefined) return Object.values(mark.in.path).some(isOwn);
  return isOwn(mark) && flow.byKey.get(key)?.does.question !== undefined;
}

function isOwn({ v, auto }: Mark): boolean {
  return v !== undefined && auto !== 1;
}
