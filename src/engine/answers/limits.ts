import type { Expression } from '../expression/compile.ts';
import type { Scope } from '../expression/kind.ts';
import type { Build, Place } from '../loading/build.ts';
import type { Value } from '../value.ts';

/** The smallest and the largest answer that a question takes; null where the flow names none. */
export interface Limits {
  readonly depends: readonly Expression[];
  least(scope: Scope): Value;
  most(scope: Scope): Value;
}

/** Compiles a pair of limits: `paling_awal` and `paling_akhir`, `paling_sedikit` and `paling_banyak`. */
export function limitsOf<Key extends string>(
  block: { readonly [Name in Key]?: string | undefined },
  build: Build,
  place: Place,
  [least, most]: readonly [Key, Key],
): Limits {
  const compile = (key: Key): Expression | null => {
    const source = block[key];
    return source === undefined ? null : build.expression(source, [...place, key]);
  };
  const [first, last] = [compile(least), compile(most)];
  return {
    depends: [first, last].filter((one) => one !== null),
    least: (scope) => first?.evaluate(scope) ?? null,
    most: (scope) => last?.evaluate(scope) ?? null,
  };
}
