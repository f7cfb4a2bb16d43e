import type { Flow, FlowSet, Walk } from './flow.ts';
import { scopeOf } from './scope.ts';

/** The flow that another one runs: in the version that it was published with. */
export function calledBy({ versions, current }: FlowSet, caller: Flow | undefined, name: string): Flow | undefined {
  return versions.get(caller?.runs[name] ?? '') ?? current.get(name);
}

/** `terpenuhi_jika` of a flow, asked of the facts alone: a fact, never "was run before". */
export function isFulfilled(walk: Walk, name: string, caller?: Flow): boolean {
  const flow = calledBy(walk.flows, caller, name);
  if (flow === undefined || flow.head.fulfilled === null) return flow === undefined;
  return flow.head.fulfilled.test(scopeOf(walk.facts, { flow, at: null, path: {}, args: {} }));
}
