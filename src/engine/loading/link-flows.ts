import type { Flow } from '../flow.ts';
import type { CompiledFlow } from './compile-flow.ts';

/**
 * Completes flows with what they need of one another: which fields of a record a flow keeps, because it names them
 * itself or hands the record on to a flow that does.
 */
export function linkFlows(compiled: readonly CompiledFlow[]): readonly Flow[] {
  const byVersion = new Map(compiled.map((one) => [one.flow.version, one]));
  return compiled.map(({ flow }) => {
    const known = new Map<string, ReadonlySet<string>>();
    const keeps = (name: string): ReadonlySet<string> => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const fields = new Set<string>();
      collect(byVersion, flow.version, name, fields, new Set());
      known.set(name, fields);
      return fields;
    };
    return { ...flow, keeps };
  });
}

function collect(
  flows: ReadonlyMap<string, CompiledFlow>,
  version: string,
  name: string,
  fields: Set<string>,
  seen: Set<string>,
): void {
  const found = flows.get(version);
  if (found === undefined || seen.has(`${version}.${name}`)) return;
  seen.add(`${version}.${name}`);
  const { flow, uses } = found;
  for (const field of uses.fields.get(name) ?? []) fields.add(field);
  for (const to of uses.passed.get(name) ?? []) {
    const next = to.flow === null ? version : (flow.runs[to.flow] ?? '');
    collect(flows, next, to.name, fields, seen);
  }
}
