import { compileCondition } from '../expression/compile.ts';
import type { Condition } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { parseExpression } from '../expression/parse.ts';
import { formulaOf } from './walk/formula.ts';
import type { Formula } from './walk/formula.ts';

/** What a condition says beyond its value, when nothing is known of the names in it. */
export interface Truth {
  readonly condition: Condition;
  readonly formula: Formula;
  /** Plain statements that hold when it is yes, and when it is no: `umur < 18`, `bukan setuju`. */
  readonly ifYes: readonly string[];
  readonly ifNo: readonly string[];
}

/** Takes a condition apart; null when it has a fault, which is told elsewhere. */
export function truthOf(source: string): Truth | null {
  const node = parseExpression(source);
  const compiled = compileCondition(source, () => ANYTHING, node);
  if (!compiled.ok || 'code' in node) return null;
  const formula = formulaOf(source, node);
  return { condition: compiled.value, formula, ifYes: statements(formula, true), ifNo: statements(formula, false) };
}

/** The statements that surely hold when a formula does (not). */
function statements(formula: Formula, holds: boolean): readonly string[] {
  switch (formula.type) {
    case 'not':
      return statements(formula.of, !holds);
    case 'atom':
      return [holds ? formula.text : `bukan ${formula.text}`];
    case 'both':
    case 'either':
    default: {
      const splits = formula.type === (holds ? 'both' : 'either');
      if (splits) return [...statements(formula.left, holds), ...statements(formula.right, holds)];
      return [holds ? wholeText(formula) : `bukan ${wholeText(formula)}`];
    }
  }
}

function wholeText(formula: Formula): string {
  if (formula.type === 'atom') return formula.text;
  if (formula.type === 'not') return `bukan (${wholeText(formula.of)})`;
  const [left, right] = [wholeText(formula.left), wholeText(formula.right)];
  return `(${left}) ${formula.type === 'both' ? 'dan' : 'atau'} (${right})`;
}
