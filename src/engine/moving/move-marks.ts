import type { Flow, Step, Walk } from '../flow.ts';
import { nameOf } from '../loading/name-versions.ts';
import { scopeOf } from '../scope.ts';
import type { Frame, Mark } from '../session.ts';
import type { Fields } from '../value.ts';
import { pairSteps } from './pair-steps.ts';

type Marks = Readonly<Record<string, Mark>>;

/**
 * What was left in one version of a flow, as the other version finds it. An answer mentions what its question mentions
 * now, a deed counts as done with the arguments that it has now: their fingerprints are taken anew from the answers as
 * they were, so that only what really lapsed is asked or done again.
 */
export function moveMarks(walk: Walk, from: Flow | undefined, to: Flow, marks: Marks, args: Fields): Marks {
  const find = pairSteps(from, to);
  const pairs = Object.entries(marks).map(([key, mark]) => ({ key, step: find(key), mark }));
  const path = Object.fromEntries(pairs.map(({ key, step, mark }) => [step?.key ?? key, mark]));
  const found = pairs.map(({ key, step, mark }): [string, Mark] => {
    if (step === null) return [key, mark];
    const f = step.does.fingerprint?.(scopeOf(walk.facts, { flow: to, at: step, path, args }));
    const moved = kindOf(from?.byKey.get(key), step, mark);
    return [
      step.key,
      { ...mark, ...(f !== undefined && { f }), moved, ...(mark.in && { in: moveRun(walk, to, mark.in) }) },
    ];
  });
  return Object.fromEntries(found);
}

/** The kind of question that the answer was given to, also when it comes from a version before that one. */
function kindOf(before: Step | undefined, step: Step, { v, moved }: Mark): string {
  const { question } = step.does;
  if (v === undefined || question === undefined) return '';
  return moved ?? before?.does.question?.type ?? question.type;
}

/** A finished run of another flow, moved to the version that the caller runs now. */
function moveRun(walk: Walk, caller: Flow, run: Frame): Frame {
  const { versions, current } = walk.flows;
  const name = nameOf(run.flow);
  const to = versions.get(caller.runs[name] ?? '') ?? current.get(name);
  if (to === undefined || to.version === run.flow) return run;
  const path = moveMarks(walk, versions.get(run.flow), to, run.path, {});
  return { ...run, flow: to.version, path };
}
