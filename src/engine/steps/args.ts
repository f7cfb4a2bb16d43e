import type { Expression } from '../expression/compile.ts';
import type { Args } from '../loading/block.ts';
import type { Build, Here } from '../loading/build.ts';

/** `dengan`, compiled: the arguments of a deed, a look or a flow. */
export function buildArgs(
  args: Args | undefined,
  build: Build,
  { place }: Pick<Here, 'place'>,
): readonly (readonly [string, Expression])[] {
  return (args ?? []).map(([name, source]) => [name, build.expression(source, [...place, 'dengan', name])] as const);
}
