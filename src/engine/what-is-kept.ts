import type { Flow, FlowSet, OpenFrame } from './flow.ts';
import type { Frame, Mark, Session } from './session.ts';

/** True when the person has answered something in this flow, or in one that it ran. */
export function hasAnswers({ flow, path }: Pick<OpenFrame, 'flow' | 'path'>): boolean {
  return Object.entries(path).some(([key, mark]) => isAnswer(flow, key, mark));
}

function isAnswer(flow: Flow, key: string, mark: Mark): boolean {
  if (mark.in !== undefined)
    return Object.values(mark.in.path).some((inner) => inner.v !== undefined && inner.auto !== 1);
  return mark.v !== undefined && mark.auto !== 1 && flow.byKey.get(key)?.does.question !== undefined;
}

/** What an unfinished conversation is called, when it holds answers that somebody would miss; null otherwise. */
export function draftTitle(flows: FlowSet, session: Session): string | null {
  const [first] = session.frames;
  const flow = first === undefined ? undefined : flows.versions.get(first.flow);
  if (flow === undefined) return null;
  return session.frames.some((frame) => holdsAnswers(flows, frame)) ? flow.head.title : null;
}

function holdsAnswers(flows: FlowSet, frame: Frame): boolean {
  const flow = flows.versions.get(frame.flow);
  return flow !== undefined && hasAnswers({ flow, path: frame.path });
}
