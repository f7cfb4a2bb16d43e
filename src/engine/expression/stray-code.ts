import type { Fault } from './kind.ts';
import { textOf } from './part.ts';
import type { Binding } from './part.ts';
import type { Node } from './tree.ts';

/**
 * The commonest slip of all: `pekerjaan = asn atau pimpinan`, as one says it. A code that stands alone after a
 * comparison is refused with the way to write it; so is one that happens to be the name of a yes/no answer, unless it
 * stands in parentheses.
 */
export function strayCodes(binding: Binding, node: Extract<Node, { type: 'both' | 'either' }>): Fault | null {
  const parts = flatten(node, node.type);
  const start = parts.findIndex((one) => one.type === 'compare' || one.type === 'holds');
  const compared = parts[start];
  if (compared === undefined || (compared.type !== 'compare' && compared.type !== 'holds')) return null;
  const strays: Node[] = [];
  for (const one of parts.slice(start + 1)) {
    if (!isStray(binding, compared.left, one)) break;
    strays.push(one);
  }
  if (strays.length === 0) return null;
  const text = (one: Node): string => textOf(binding, one);
  return {
    code: 'kode_berdiri_sendiri',
    params: { bagian: text(strays[0] ?? node), betul: cure(compared, strays, node.type, text) },
  };
}

function flatten(node: Node, type: 'both' | 'either'): readonly Node[] {
  return node.type === type ? [...flatten(node.left, type), node.right] : [node];
}

function isStray(binding: Binding, left: Node, node: Node): boolean {
  if (node.type === 'literal') return 'code' in node.read || node.read.kind.kind !== 'ya_tidak';
  if (node.type !== 'name' || node.path.length !== 1) return false;
  const [word = ''] = node.path;
  const kind = binding.names(node.path)?.kind;
  if (kind !== 'ya_tidak' && kind !== 'apa_saja') return true;
  if (textOf(binding, node) !== word) return false;
  return codesOf(binding, left).includes(word);
}

function codesOf(binding: Binding, node: Node): readonly string[] {
  const kind = node.type === 'name' ? binding.names(node.path) : undefined;
  return kind?.codes ?? kind?.item?.codes ?? [];
}

function cure(
  compared: Extract<Node, { type: 'compare' | 'holds' }>,
  strays: readonly Node[],
  type: 'both' | 'either',
  text: (node: Node) => string,
): string {
  const values = [compared.right, ...strays].map(text);
  if (compared.type === 'compare' && compared.sign === '=')
    return `${text(compared.left)} termasuk (${values.join(', ')})`;
  if (compared.type === 'compare' && compared.sign === '!=')
    return `bukan ${text(compared.left)} termasuk (${values.join(', ')})`;
  const sign = compared.type === 'holds' ? 'berisi' : compared.sign;
  return values.map((value) => `${text(compared.left)} ${sign} ${value}`).join(type === 'either' ? ' atau ' : ' dan ');
}
