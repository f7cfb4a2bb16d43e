import type { Flow, OpenFrame } from '../flow.ts';
import type { Mark } from '../session.ts';

type Passed = Pick<OpenFrame, 'flow' | 'path' | 'before'>;

/** True when the person has answered something in this flow, or in one that it ran; also what is to be walked again. */
export function hasAnswers(passed: Passed): boolean {
  return answersOf(passed).length > 0;
}

/** True when answers are lost with the conversation. A consent is not: it is recorded when it is given. */
export function hasDraft(passed: Passed): boolean {
  return answersOf(passed).some((type) => type !== 'setuju');
}

/** True when leaving this flow would lose something: answers, or what it was given. */
export function holdsSomething(frame: OpenFrame): boolean {
  return hasAnswers(frame) || Object.keys(frame.args).length > 0;
}

/** The kinds of question that the person answered here; null: one that a flow asked which was run. */
function answersOf({ flow, path, before }: Passed): readonly (string | null)[] {
  return [...Object.entries(path), ...Object.entries(before)].flatMap(([key, mark]) => kindsOf(flow, key, mark));
}

function kindsOf(flow: Flow, key: string, mark: Mark): readonly (string | null)[] {
  if (mark.in !== undefined)
    return Object.values(mark.in.path)
      .filter(isOwn)
      .map(() => null);
  const type = flow.byKey.get(key)?.does.question?.type;
  return isOwn(mark) && type !== undefined ? [type] : [];
}

function isOwn({ v, auto }: Mark): boolean {
  return v !== undefined && auto !== 1;
}
