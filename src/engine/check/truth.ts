import { compileCondition } from '../expression/compile.ts';
import type { Condition } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Node } from '../expression/tree.ts';

/** What a condition says beyond its value, when nothing is known of the names in it. */
export interface Truth {
  readonly condition: Condition;
  /** Plain statements that hold when it is yes, and when it is no: `umur < 18`, `bukan setuju`. */
  readonly ifYes: readonly string[];
  readonly ifNo: readonly string[];
}

/** Takes a condition apart; null when it has a fault, which is told elsewhere. */
export function truthOf(source: string): Truth | null {
  const compiled = compileCondition(source, () => ANYTHING);
  const node = parseExpression(source);
  if (!compiled.ok || 'code' in node) return null;
  return { condition: compiled.value, ifYes: statements(source, node, true), ifNo: statements(source, node, false) };
}

/** The statements that surely hold when a node is (not) true. */
function statements(source: string, node: Node, holds: boolean): readonly string[] {
  if (node.type === 'not') return statements(source, node.of, !holds);
  if (node.type === (holds ? 'both' : 'either')) {
    return [...statements(source, node.left, holds), ...statements(source, node.right, holds)];
  }
  const text = spell(source, node);
  return [holds ? text : `bukan ${text}`];
}

/** One spelling for one statement: `setuju = ya` is `setuju`, spaces do not count. */
function spell(source: string, node: Node): string {
  if (node.type === 'compare' && node.sign === '=' && node.right.type === 'literal' && node.right.word === 'ya') {
    return spell(source, node.left);
  }
  const text = source.slice(node.from, node.to).replaceAll(/\s+/gu, ' ').trim();
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
}
