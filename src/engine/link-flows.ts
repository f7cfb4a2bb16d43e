import type { CompiledFlow } from './compile-flow.ts';
import type { Flow } from './flow.ts';

/**
 * Completes flows with what they need of one another: which fields of a record a flow keeps, because it names them
 * itself or hands the record on to a flow that does.
 */
export function linkFlows(compiled: readonly CompiledFlow[]): readonly Flow[] {
  const byName = new Map(compiled.map((one) => [one.flow.name, one]));
  return compiled.map(({ flow }) => {
    const known = new Map<string, ReadonlySet<string>>();
    const keeps = (name: string): ReadonlySet<string> => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const fields = new Set<string>();
      collect(byName, flow.name, name, fields, new Set());
      known.set(name, fields);
      return fields;
    };
    return { ...flow, keeps };
  });
}

function collect(
  flows: ReadonlyMap<string, CompiledFlow>,
  flow: string,
  name: string,
  fields: Set<string>,
  seen: Set<string>,
): void {
  const uses = flows.get(flow)?.uses;
  if (uses === undefined || seen.has(`${flow}.${name}`)) return;
  seen.add(`${flow}.${name}`);
  for (const field of uses.fields.get(name) ?? []) fields.add(field);
  for (const to of uses.passed.get(name) ?? []) collect(flows, to.flow ?? flow, to.name, fields, seen);
}
