import type { Value } from '../value.ts';
import type { Writing } from '../writing.ts';
import { bindCall } from './bind-call.ts';
import { bindCompare, bindHolds, bindOneOf } from './bind-comparison.ts';
import { addUp, isEmpty } from './compare.ts';
import { YES_NO } from './kind.ts';
import type { Fault, Names } from './kind.ts';
import { HOLE, part, textOf } from './part.ts';
import type { Binding, Part, Path } from './part.ts';
import { strayCodes } from './stray-code.ts';
import type { Node } from './tree.ts';

export interface Bound {
  readonly part: Part;
  readonly mentions: readonly Path[];
}

/** Gives every name of a tree its kind, checks that the kinds fit, and makes closures of it; or the first fault. */
export function bindExpression(source: string, node: Node, names: Names, writing: Writing): Bound | Fault {
  const mentions = new Map<string, Path>();
  let first: Fault | null = null;
  const binding: Binding = {
    source,
    names,
    writing,
    bind(of) {
      return first === null ? bindNode(binding, of) : HOLE;
    },
    mention(path) {
      mentions.set(path.join('.'), path);
    },
    fail(fault) {
      first ??= fault;
      return HOLE;
    },
  };
  const bound = binding.bind(node);
  return first ?? { part: bound, mentions: [...mentions.values()] };
}

function bindNode(binding: Binding, node: Node): Part {
  switch (node.type) {
    case 'name':
      return bindName(binding, node.path);
    case 'literal':
      return 'code' in node.read ? binding.fail(node.read) : part(node.read.kind, constant(node.read.value));
    case 'not':
      return bindNot(binding, node.of);
    case 'both':
    case 'either':
      return bindJoined(binding, node);
    case 'compare':
      return bindCompare(binding, node);
    case 'oneOf':
      return bindOneOf(binding, node.left, node.items);
    case 'holds':
      return bindHolds(binding, node.left, node.right);
    case 'empty':
      return bindEmpty(binding, node.of, node.expected);
    case 'add':
      return bindAdd(binding, node);
    case 'call':
    default:
      return bindCall(binding, node.name, node.args);
  }
}

function constant(value: Value): () => Value {
  return () => value;
}

function bindName(binding: Binding, path: Path): Part {
  const kind = binding.names(path);
  if (kind === undefined) return binding.fail({ code: 'nama_tidak_dikenal', params: { nama: path.join('.') } });
  binding.mention(path);
  const isSet = kind.kind === 'ya_tidak' ? [path] : [];
  return { kind, run: valueAt(path), needs: [path], setIfYes: isSet, setIfNo: [] };
}

function valueAt(path: Path): Part['run'] {
  return (scope) => scope(path);
}

/** A part that is asked for yes or no: everything else may not stand alone. */
function bindYesNo(binding: Binding, node: Node): Part {
  const bound = binding.bind(node);
  const { kind } = bound.kind;
  if (kind === 'ya_tidak' || kind === 'apa_saja') return bound;
  return binding.fail({ code: 'bukan_ya_tidak', params: { bagian: textOf(binding, node), jenis: kind } });
}

function bindNot(binding: Binding, node: Node): Part {
  const of = bindYesNo(binding, node);
  return {
    kind: YES_NO,
    run: (scope) => of.run(scope) !== true,
    needs: [],
    setIfYes: of.setIfNo,
    setIfNo: of.setIfYes,
  };
}

function bindJoined(binding: Binding, node: Extract<Node, { type: 'both' | 'either' }>): Part {
  const stray = strayCodes(binding, node);
  if (stray !== null) return binding.fail(stray);
  const [a, b] = [bindYesNo(binding, node.left), bindYesNo(binding, node.right)];
  if (node.type === 'both') {
    const run: Part['run'] = (scope) => a.run(scope) === true && b.run(scope) === true;
    return {
      kind: YES_NO,
      run,
      needs: [],
      setIfYes: [...a.setIfYes, ...b.setIfYes],
      setIfNo: inBoth(a.setIfNo, b.setIfNo),
    };
  }
  const run: Part['run'] = (scope) => a.run(scope) === true || b.run(scope) === true;
  return {
    kind: YES_NO,
    run,
    needs: [],
    setIfYes: inBoth(a.setIfYes, b.setIfYes),
    setIfNo: [...a.setIfNo, ...b.setIfNo],
  };
}

function inBoth(a: readonly Path[], b: readonly Path[]): readonly Path[] {
  const others = new Set(b.map((path) => path.join('.')));
  return a.filter((path) => others.has(path.join('.')));
}

function bindEmpty(binding: Binding, node: Node, expected: boolean): Part {
  const of = binding.bind(node);
  const [setIfYes, setIfNo] = expected ? [[], of.needs] : [of.needs, []];
  return { kind: YES_NO, run: (scope) => isEmpty(of.run(scope)) === expected, needs: [], setIfYes, setIfNo };
}

function bindAdd(binding: Binding, node: Extract<Node, { type: 'add' }>): Part {
  const [a, b] = [binding.bind(node.left), binding.bind(node.right)];
  const [left, right] = [a.kind.kind, b.kind.kind];
  const sign = node.sign === '+' ? 1 : -1;
  const sameKind = left === right && (left === 'angka' || left === 'durasi');
  const shifted = (left === 'tanggal' || left === 'saat') && right === 'durasi';
  if (!sameKind && !shifted && left !== 'apa_saja' && right !== 'apa_saja') {
    return binding.fail({
      code: 'tidak_dapat_dijumlah',
      params: { bagian: textOf(binding, node), kiri: left, kanan: right },
    });
  }
  return part(a.kind, (scope) => addUp(a.run(scope), b.run(scope), sign), [...a.needs, ...b.needs]);
}
