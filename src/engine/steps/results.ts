import type { Operation } from '../catalogue.ts';
import type { NameKind } from '../expression/kind.ts';
import type { Move, Outcome, Step, Walk } from '../flow.ts';
import type { Branch, Build, Here } from '../loading/build.ts';
import { take } from '../loading/build.ts';
import { fieldKinds } from '../loading/names.ts';
import { resultMark, top } from '../walk.ts';

/** `hasil` and `sebagai` of a step that waits for a result. */
export interface Results {
  readonly branches: ReadonlyMap<string, Branch>;
  readonly as: string | undefined;
}

/** Compiles the branches of a result; inside one, the values of that result are bare words. */
export function buildResults(
  block: { readonly hasil?: Readonly<Record<string, unknown>> | undefined; readonly sebagai?: string | undefined },
  operation: Pick<Operation, 'results'> | undefined,
  build: Build,
  { place }: Here,
): Results {
  const all: Record<string, NameKind> = {};
  for (const fields of Object.values(operation?.results ?? {})) Object.assign(all, fieldKinds(fields));
  const { sebagai: as } = block;
  if (as !== undefined)
    build.declare(as, operation === undefined ? { kind: 'catatan' } : { kind: 'catatan', fields: all });
  const branches = Object.entries(block.hasil ?? {}).map(([result, raw]) => {
    const names = fieldKinds(operation?.results[result] ?? {});
    return [result, build.within(names, () => build.branch(raw, [...place, 'hasil', result]))] as const;
  });
  return { branches: new Map(branches), as };
}

/** Keeps a result with the values that the flow uses, and goes into its branch. */
export function takeResult(results: Results, walk: Walk, step: Step, { result, values }: Outcome, f?: string): Move {
  const frame = top(walk);
  const uses = new Set([...frame.flow.mentions, ...(results.as === undefined ? [] : frame.flow.keeps(results.as))]);
  const kept = frame.path[step.key];
  const inner = kept?.in === undefined ? {} : { in: kept.in };
  delete frame.before[step.key];
  frame.path[step.key] = {
    ...(kept?.f === undefined ? {} : { f: kept.f }),
    ...inner,
    ...resultMark(result, values, uses),
    ...(f === undefined ? {} : { f }),
  };
  return take(results.branches.get(result));
}
