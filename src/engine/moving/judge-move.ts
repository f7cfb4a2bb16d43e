import type { Flow, FlowSet } from '../flow.ts';
import { nameOf } from '../loading/name-versions.ts';
import { isNamed, pairSteps } from './pair-steps.ts';
import type { Place } from './stands-in.ts';

/** What a publication makes of those who stand at a place. */
export type Fate =
  /** Their flow was not changed. */
  | 'same'
  /** They finish the version that they began. */
  | 'stays'
  /** The same, because their flow is not published any more. */
  | 'closed'
  /** They answer the open question and go on in the new version. */
  | 'moves'
  /** The same, and their answer counts for the question of another name. */
  | 'renamed'
  /** The question is of another kind now and will be asked again. */
  | 'asked'
  /** Their question is not there any more, and `pindah` names no other. */
  | 'vanished';

/** `known`: the versions in which people stand; `next`: what is to be published; `move`: people are taken out of the former. */
export function judgeMove(
  { root, flow, at }: Place,
  known: ReadonlyMap<string, Flow>,
  next: Pick<FlowSet, 'current'>,
  move: boolean,
): { readonly fate: Fate; readonly to: string } {
  const here = (fate: Fate, to = at): { readonly fate: Fate; readonly to: string } => ({ fate, to });
  const begun = next.current.get(nameOf(root));
  if (begun === undefined) return here('closed');
  if (begun.version === root) return here('same');
  if (!move) return here('stays');
  const from = known.get(flow);
  const before = from?.byKey.get(at);
  if (before !== undefined && !isNamed(before)) return here('moves');
  const talking = next.current.get(nameOf(flow));
  const step = talking === undefined ? null : pairSteps(from, talking)(at);
  if (step === null) return here('vanished');
  if (step.key !== at) return here('renamed', step.key);
  const type = before?.does.question?.type;
  return here(type !== undefined && type !== step.does.question?.type ? 'asked' : 'moves');
}
