import type { Node } from '../../expression/tree.ts';

/** A condition as the walk sees it: statements that can be known one by one. */
export type Formula =
  | { readonly type: 'not'; readonly of: Formula }
  | { readonly type: 'both' | 'either'; readonly left: Formula; readonly right: Formula }
  | Atom;

/** One statement. */
export interface Atom {
  readonly type: 'atom';
  /** The statement in one spelling: the same text is the same statement. */
  readonly text: string;
  /** First words of the names that it looks at. */
  readonly about: readonly string[];
  /** What it says of one name; null when that is nothing the walk understands. */
  readonly of: Claim | null;
}

/** "Its code is one of these", or "it is (not) set". `whole`: the name itself is meant, not a field of it. */
interface Claim {
  readonly name: string;
  readonly whole: boolean;
  readonly codes: readonly string[] | null;
  /** What the statement is when the name is set to one of the codes, or is set at all. */
  readonly holds: boolean;
  /** What it is when the name is unset; null when that says nothing. */
  readonly ifUnset: boolean | null;
}

/** Takes the tree of a condition apart down to its statements. */
export function formulaOf(source: string, node: Node): Formula {
  if (node.type === 'not') return { type: 'not', of: formulaOf(source, node.of) };
  if (node.type === 'both' || node.type === 'either')
    return { type: node.type, left: formulaOf(source, node.left), right: formulaOf(source, node.right) };
  return { type: 'atom', text: spell(source, node), about: rootsOf(node), of: claimOf(node) };
}

/** Every statement of a formula. */
export function atomsOf(formula: Formula): readonly Atom[] {
  if (formula.type === 'atom') return [formula];
  if (formula.type === 'not') return atomsOf(formula.of);
  return [...atomsOf(formula.left), ...atomsOf(formula.right)];
}

/** One spelling for one statement: `setuju = ya` is `setuju`, spaces do not count. */
function spell(source: string, node: Node): string {
  if (node.type === 'compare' && node.sign === '=' && node.right.type === 'literal' && node.right.word === 'ya') {
    return spell(source, node.left);
  }
  const text = source.slice(node.from, node.to).replaceAll(/\s+/gu, ' ').trim();
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
}

function claimOf(node: Node): Claim | null {
  switch (node.type) {
    case 'name':
      return claim(node, { codes: ['ya'], holds: true, ifUnset: false });
    case 'empty':
      return claim(node.of, { codes: null, holds: !node.expected, ifUnset: node.expected });
    case 'oneOf':
      return claim(node.left, { codes: wordsOf(node.items), holds: true, ifUnset: false });
    case 'compare': {
      const isEqual = node.sign === '=' || node.sign === '!=';
      const holds = node.sign !== '!=';
      return claim(node.left, { codes: isEqual ? wordsOf([node.right]) : [], holds, ifUnset: !holds });
    }
    case 'holds':
      return claim(node.left, { codes: [], holds: true, ifUnset: false });
    case 'literal':
    case 'not':
    case 'both':
    case 'either':
    case 'add':
    case 'call':
    default:
      return null;
  }
}

/** No codes: nothing is claimed but what holds when the name is unset. */
function claim(node: Node, { codes, ...what }: Pick<Claim, 'codes' | 'holds' | 'ifUnset'>): Claim | null {
  if (node.type !== 'name') return null;
  const [name = '', ...fields] = node.path;
  return { name, whole: fields.length === 0 && codes?.length !== 0, codes, ...what };
}

/** The codes that bare words and literals stand for; none when one of them is something else. */
function wordsOf(nodes: readonly Node[]): readonly string[] {
  const words = nodes.map((node) => {
    if (node.type === 'literal') return node.word;
    return node.type === 'name' && node.path.length === 1 ? (node.path[0] ?? null) : null;
  });
  return words.includes(null) ? [] : words.filter((word) => word !== null);
}

function rootsOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'name':
      return [node.path[0] ?? ''];
    case 'literal':
      return [];
    case 'not':
    case 'empty':
      return rootsOf(node.of);
    case 'call':
      return node.args.flatMap(rootsOf);
    case 'oneOf':
      return [node.left, ...node.items].flatMap(rootsOf);
    case 'both':
    case 'either':
    case 'compare':
    case 'holds':
    case 'add':
    default:
      return [...rootsOf(node.left), ...rootsOf(node.right)];
  }
}
