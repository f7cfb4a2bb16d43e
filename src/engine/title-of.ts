import type { FlowSet } from './flow.ts';
import type { Session } from './session.ts';

/** What people call an open conversation: `judul` of its outermost flow, in the version it runs or the present one. */
export function titleOf(flows: FlowSet, session: Session): string | null {
  const version = session.frames[0]?.flow ?? '';
  const flow = flows.versions.get(version) ?? flows.current.get(version.split('@')[0] ?? '');
  return flow?.head.title ?? null;
}
