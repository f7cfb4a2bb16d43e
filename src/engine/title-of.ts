import type { FlowSet } from './flow.ts';
import type { Session } from './session.ts';
import { hasAnswers } from './what-is-kept.ts';

/**
 * What people call an open conversation: `judul` of its outermost flow. null when it holds no answer that somebody
 * would miss (a menu that was only looked at), or when its flow is gone.
 */
export function titleOf(flows: FlowSet, session: Session): string | null {
  const [root] = session.frames;
  const flow = root === undefined ? undefined : flows.versions.get(root.flow);
  const isDraft = session.frames.some(({ flow: version, path, before = {} }) => {
    const inner = flows.versions.get(version);
    return inner !== undefined && hasAnswers({ flow: inner, path, before });
  });
  return flow === undefined || !isDraft ? null : flow.head.title;
}
