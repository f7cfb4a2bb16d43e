import { isList } from '../value.ts';
import { isSame, orderOf } from './compare.ts';
import { canEqual, canOrder, YES_NO } from './kind.ts';
import type { NameKind } from './kind.ts';
import { part, textOf } from './part.ts';
import type { Binding, Part } from './part.ts';
import type { Comparison, Node } from './tree.ts';

/** `a = b`, `a != b`, `a < b` and their like. Comparing with something unset is no, except for `!=`. */
export function bindCompare(binding: Binding, node: Extract<Node, { type: 'compare' }>): Part {
  const { sign } = node;
  const a = binding.bind(node.left);
  if (sign === '=' || sign === '!=') {
    if (a.kind.kind === 'daftar')
      return binding.fail({
        code: 'daftar_dibandingkan',
        params: { daftar: textOf(binding, node.left), kanan: textOf(binding, node.right) },
      });
    const b = bindBeside(binding, node.left, a.kind, node.right);
    if (!canEqual(a.kind.kind, b.kind.kind)) return mismatch(binding, node, a.kind, b.kind);
    const run = equality(a, b);
    const isSet = [...a.needs, ...b.needs];
    return sign === '='
      ? { kind: YES_NO, run, needs: [], setIfYes: isSet, setIfNo: [] }
      : { kind: YES_NO, run: (scope) => !run(scope), needs: [], setIfYes: [], setIfNo: isSet };
  }
  const b = binding.bind(node.right);
  if (!canOrder(a.kind.kind, b.kind.kind)) return mismatch(binding, node, a.kind, b.kind);
  const holds = ORDER[sign];
  const run: Part['run'] = (scope) => {
    const order = orderOf(a.run(scope), b.run(scope));
    return order !== null && holds(order);
  };
  return { kind: YES_NO, run, needs: [], setIfYes: [...a.needs, ...b.needs], setIfNo: [] };
}

const ORDER: Readonly<Record<Exclude<Comparison, '=' | '!='>, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** `x termasuk (a, b)`. */
export function bindOneOf(binding: Binding, left: Node, items: readonly Node[]): Part {
  const a = binding.bind(left);
  if (a.kind.kind === 'daftar')
    return binding.fail({
      code: 'daftar_dibandingkan',
      params: { daftar: textOf(binding, left), kanan: items.map((item) => textOf(binding, item)).join(', ') },
    });
  const tests = items.map((item) => {
    const b = bindBeside(binding, left, a.kind, item);
    if (!canEqual(a.kind.kind, b.kind.kind)) mismatch(binding, { from: left.from, to: item.to }, a.kind, b.kind);
    return equality(a, b);
  });
  return { kind: YES_NO, run: (scope) => tests.some((test) => test(scope)), needs: [], setIfYes: a.needs, setIfNo: [] };
}

/** `daftar berisi a`. */
export function bindHolds(binding: Binding, left: Node, right: Node): Part {
  const list = binding.bind(left);
  const { kind } = list.kind;
  if (kind !== 'daftar' && kind !== 'apa_saja')
    return binding.fail({
      code: 'berisi_tanpa_daftar',
      params: { kiri: textOf(binding, left), kanan: textOf(binding, right), jenis: kind },
    });
  const item: NameKind = list.kind.item ?? { kind: 'pilihan' };
  const b = bindBeside(
    binding,
    left,
    item.kind === 'apa_saja' || item.kind === 'teks' ? { kind: 'pilihan' } : item,
    right,
  );
  if (!canEqual(item.kind, b.kind.kind)) return mismatch(binding, { from: left.from, to: right.to }, item, b.kind);
  const run: Part['run'] = (scope) => {
    const held = list.run(scope);
    const wanted = b.run(scope);
    return isList(held) && held.some((one) => isSame(one, wanted));
  };
  return { kind: YES_NO, run, needs: [], setIfYes: list.needs, setIfNo: [] };
}

function equality(a: Part, b: Part): (scope: Parameters<Part['run']>[0]) => boolean {
  return (scope) => isSame(a.run(scope), b.run(scope));
}

/**
 * The right side of a comparison. Right of a choice a bare word is always one of its codes, never another answer;
 * the same right of a record, of what nobody knows the kind of, and of a record's text field (`laporan.status`).
 * A name with a dot (`kontak.telepon`) is a name everywhere.
 */
function bindBeside(binding: Binding, left: Node, kind: NameKind, right: Node): Part {
  const word = bareWord(right);
  if (word === null || !takesCode(left, kind, right)) return binding.bind(right);
  if (kind.codes?.includes(word) === true) return code(word);
  if (word === 'kosong' || word === 'ada')
    return binding.fail({
      code: 'sama_dengan_kosong',
      params: { kata: word, betul: `${textOf(binding, left)} ${word}` },
    });
  if (kind.kind === 'pilihan' && kind.codes !== undefined && !isQuoted(right)) {
    return binding.fail({
      code: 'kode_tidak_dikenal',
      params: { kode: word, nama: textOf(binding, left), kode_ada: kind.codes.join(', ') },
    });
  }
  return code(word);
}

function takesCode(left: Node, { kind }: NameKind, right: Node): boolean {
  if (kind === 'pilihan' || kind === 'catatan') return true;
  if (right.type !== 'name') return false;
  return kind === 'apa_saja' || (kind === 'teks' && left.type === 'name' && left.path.length > 1);
}

/** A word without a dot, or a literal as it was written: `asn`, `08123`, `19.10`, `"Pemerintah desa"`. */
function bareWord(node: Node): string | null {
  if (node.type === 'literal') return node.word;
  return node.type === 'name' && node.path.length === 1 ? (node.path[0] ?? null) : null;
}

function isQuoted(node: Node): boolean {
  return node.type === 'literal' && node.quoted;
}

function code(word: string): Part {
  return part({ kind: 'pilihan' }, () => word);
}

function mismatch(
  binding: Binding,
  place: { readonly from: number; readonly to: number },
  a: NameKind,
  b: NameKind,
): Part {
  const bagian = binding.source.slice(place.from, place.to).trim();
  return binding.fail({ code: 'jenis_tidak_cocok', params: { bagian, kiri: a.kind, kanan: b.kind } });
}
