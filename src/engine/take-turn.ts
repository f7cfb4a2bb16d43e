import type { FlowSet } from './flow.ts';
import type { Session } from './session.ts';
import type { Facts, Input, Turn } from './turn.ts';

/** One turn of one conversation. */
export function takeTurn(_flows: FlowSet, session: Session | null, _input: Input, _facts: Facts): Turn {
  return { type: 'turn', session, out: [], deed: null };
}
