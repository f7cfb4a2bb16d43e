import type { Atom, Formula } from './formula.ts';
import type { Known } from './known.ts';
import { OTHER, SOME, valueOf } from './known.ts';

/** One way a condition can come out, with what is known when it does. */
interface Decision {
  readonly holds: boolean;
  readonly known: Known;
}

/** Every way a condition can come out where this is known; a statement that nothing is known of goes both ways. */
export function decide(formula: Formula, known: Known): readonly Decision[] {
  switch (formula.type) {
    case 'not':
      return decide(formula.of, known).map((one) => ({ ...one, holds: !one.holds }));
    case 'both':
    case 'either':
      return decide(formula.left, known).flatMap((left) =>
        left.holds === (formula.type === 'either') ? [left] : decide(formula.right, left.known),
      );
    case 'atom':
    default:
      return decideAtom(formula, known);
  }
}

function decideAtom(atom: Atom, known: Known): readonly Decision[] {
  const sure = follows(atom, known) ?? known.said.get(atom.text);
  if (sure !== undefined) return [{ holds: sure, known }];
  return [true, false].map((holds) => ({
    holds,
    known: { ...known, said: new Map([...known.said, [atom.text, holds]]) },
  }));
}

/** What a statement is because of the value of its name; undefined when the value does not tell. */
function follows({ of }: Atom, known: Known): boolean | undefined {
  if (of === null) return undefined;
  const value = valueOf(known, of.name);
  if (value === undefined) return undefined;
  if (value === null) return of.ifUnset ?? undefined;
  if (!of.whole) return undefined;
  if (of.codes === null) return of.holds;
  if (value === SOME) return undefined;
  return of.codes.includes(value) && value !== OTHER ? of.holds : !of.holds;
}
