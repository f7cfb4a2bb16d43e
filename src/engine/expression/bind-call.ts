import { nearest } from '../check/did-you-mean.ts';
import type { Kind } from '../value.ts';
import { FILLS_GAPS, FUNCTIONS } from './functions.ts';
import type { PipeFunction } from './functions.ts';
import { part, textOf } from './part.ts';
import type { Binding, Part } from './part.ts';
import type { Node } from './tree.ts';

/** `x | usia(pada)`, which is `usia(x, pada)`. */
export function bindCall(binding: Binding, name: string, nodes: readonly Node[]): Part {
  const called = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (called === undefined)
    return binding.fail({
      code: 'fungsi_tidak_dikenal',
      params: { fungsi: name, maksud: nearest(name, Object.keys(FUNCTIONS)) },
    });
  const given = [...nodes, ...leftOut(called, nodes.length)];
  if (given.length !== called.args.length + 1) {
    return binding.fail({
      code: 'isian_fungsi',
      params: { fungsi: name, perlu: called.args.length, ada: nodes.length - 1 },
    });
  }
  const [first, ...args] = given.map((node, index) =>
    bindArgument(binding, name, node, called.args[index - 1] ?? called.takes),
  );
  if (first === undefined)
    return binding.fail({ code: 'isian_fungsi', params: { fungsi: name, perlu: called.args.length, ada: 0 } });
  const othersNeed = args.flatMap(({ needs }) => needs);
  const fillsGaps = name === FILLS_GAPS;
  const needs = fillsGaps ? othersNeed : [...first.needs, ...othersNeed];
  const run: Part['run'] = (scope) => {
    const value = first.run(scope);
    return value === null && !fillsGaps
      ? null
      : called.run(
          value,
          args.map((arg) => arg.run(scope)),
          binding.writing,
        );
  };
  return part(called.gives(first.kind), run, needs);
}

/** The scope's own name in place of a last argument that was left out: `usia(x)` is the age today. */
function leftOut(called: PipeFunction, given: number): readonly Node[] {
  if (called.otherwise === undefined || given !== called.args.length) return [];
  return [{ type: 'name', path: [called.otherwise], from: 0, to: 0 }];
}

function bindArgument(binding: Binding, name: string, node: Node, kinds: readonly Kind[]): Part {
  const bound = binding.bind(node);
  const { kind } = bound.kind;
  if (kind === 'apa_saja' || kinds.includes('apa_saja') || kinds.includes(kind)) return bound;
  return binding.fail({
    code: 'jenis_isian_fungsi',
    params: { fungsi: name, bagian: textOf(binding, node), jenis: kind, perlu: kinds.join(' / ') },
  });
}
