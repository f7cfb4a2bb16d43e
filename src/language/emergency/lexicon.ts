import { normalize } from '../normal.ts';
import { FAMILIES } from './words.ts';
import type { Family } from './words.ts';

/** The families of a word: as it is, by its root with any affix, befallen or done, and of two words together. */
export interface Lexicon {
  readonly plain: ReadonlyMap<string, readonly Family[]>;
  readonly any: ReadonlyMap<string, readonly Family[]>;
  readonly mishap: ReadonlyMap<string, readonly Family[]>;
  readonly deed: ReadonlyMap<string, readonly Family[]>;
  readonly pairs: ReadonlyMap<string, readonly Family[]>;
}

const isFamily = (name: string): name is Family => name in FAMILIES;

function collect(entries: RegExp): Map<string, Family[]> {
  const found = new Map<string, Family[]>();
  for (const [family, words] of Object.entries(FAMILIES)) {
    for (const entry of words.split(/\s+/u)) {
      const word = normalize(entry.replace(/^[*~^]/u, '').replace('_', ' '));
      if (entries.test(entry) && isFamily(family)) found.set(word, [...(found.get(word) ?? []), family]);
    }
  }
  return found;
}

/** The families, by how their words are looked up. */
export const LEXICON: Lexicon = {
  plain: collect(/^\p{L}+$|^\d+$/u),
  any: collect(/^\*/u),
  mishap: collect(/^~/u),
  deed: collect(/^\^/u),
  pairs: collect(/_/u),
};
