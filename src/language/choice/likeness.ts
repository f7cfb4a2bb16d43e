import { isNear, isWithoutVowels } from '../near.ts';
import type { Term } from './synonyms.ts';

/** True when both say the same thing, in the same or in other words. */
export function isSame(said: Term, label: Term): boolean {
  return said.word === label.word || isAlike(said, label);
}

/** A number belongs to its word: "batch 2" is "gelombang 2", not "gelombang 1". */
function isAlike(said: Term, label: Term): boolean {
  return said.number === label.number && said.meanings.some((meaning) => label.meanings.includes(meaning));
}

/** How alike two terms are, least first; 0 is not at all. */
export const SAME = 3;
const ALIKE = 2;
export const TYPED = 1;

/** How alike a term is to the one most like it among others. */
export function bestLikeness(term: Term, others: readonly Term[]): number {
  let most = 0;
  for (const other of others) {
    most = Math.max(most, likeness(term, other));
    if (most === SAME) return most;
  }
  return most;
}

/** Shortest beginning of a word that still stands for it ("gel" for gelombang). */
export const SHORTEST_START = 3;
/** Shortest word that may have lost vowels: fewer letters stand for too many words. */
const SHORTEST_SQUEEZED = 4;
/** Three letters count when they are all the consonants ("mtr" for motor). */
const VOWELS = /[aeiou]/gu;

function likeness(said: Term, label: Term): number {
  if (said.word === label.word) return SAME;
  if (isAlike(said, label)) return ALIKE;
  if (said.number !== label.number || said.root.length < SHORTEST_START) return 0;
  if (label.head.startsWith(said.head) || said.root === label.root) return ALIKE;
  return isMistyped(said.head, label.head) ? TYPED : 0;
}

/** Words of their own, one letter from one of a label. */
export const NO_SLIPS = new Set(['gratis']);

/** True for a slip of the finger, or vowels left out; never for the first letter. */
export function isMistyped(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0] || NO_SLIPS.has(typed)) return false;
  if (isNear(typed, meant)) return true;
  const isLong = typed.length >= SHORTEST_SQUEEZED || typed === meant.replaceAll(VOWELS, '');
  return isLong && isWithoutVowels(typed, meant);
}
