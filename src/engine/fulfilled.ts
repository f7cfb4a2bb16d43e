import type { Walk } from './flow.ts';
import { scopeOf } from './scope.ts';

/** `terpenuhi_jika` of a flow, asked of the facts alone: a fact, never "was run before". */
export function isFulfilled(walk: Walk, name: string): boolean {
  const flow = walk.flows.current.get(name);
  if (flow === undefined || flow.head.fulfilled === null) return flow === undefined;
  return flow.head.fulfilled.test(scopeOf(walk.facts, { flow, at: null, path: {}, args: {} }));
}
