import { NOT } from '../yes-no/words.ts';
import { EXACT, fitsOf, MEANT } from './labels.ts';
import type { Label } from './labels.ts';

/** Two labels need three words at least; more than these are a story. */
const FEWEST_WORDS = 3;
const MOST_WORDS = 8;

/**
 * The two rows that a text names one after the other with nothing between ("jalan rusak lampu mati"): one to the letter,
 * the other whole, in whatever words. Null when it names no two rows, when one label holds it all, or when something is
 * denied: "tidak punya keduanya" is one.
 */
export function twoRowsSaid(words: readonly string[], labels: readonly Label[]): readonly [number, number] | null {
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || words.some((word) => NOT.has(word))) return null;
  for (let at = 1; at < words.length; at += 1) {
    const [first, second] = [wholeFit(words.slice(0, at), labels), wholeFit(words.slice(at), labels)];
    if (first === null || second === null || first.row === second.row) continue;
    if (first.level !== EXACT && second.level !== EXACT) continue;
    return fitsOf(words, labels).some(({ level }) => level === EXACT) ? null : [first.row, second.row];
  }
  return null;
}

/** The one row whose whole label the words say. */
function wholeFit(words: readonly string[], labels: readonly Label[]): ReturnType<typeof fitsOf>[number] | null {
  const [only = null, ...others] = fitsOf(words, labels).filter(({ level, isTyped }) => level >= MEANT && !isTyped);
  return others.length === 0 ? only : null;
}
