import { normalize } from '../normal.ts';
import { FAMILIES } from './words.ts';
import type { Family } from './words.ts';

/** The families of a word: as it is, by its root with any affix, befallen or done, and of two words together. */
export interface Lexicon {
  readonly plain: ReadonlyMap<string, readonly Family[]>;
  readonly any: ReadonlyMap<string, readonly Family[]>;
  readonly mishap: ReadonlyMap<string, readonly Family[]>;
  readonly deed: ReadonlyMap<string, readonly Family[]>;
  /** By the first word, then by the second. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, readonly Family[]>>;
  /** All words but the pairs: most roots that a word may have are none of these. */
  readonly known: ReadonlySet<string>;
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

function byFirstWord(pairs: ReadonlyMap<string, readonly Family[]>): Map<string, Map<string, readonly Family[]>> {
  const found = new Map<string, Map<string, readonly Family[]>>();
  for (const [pair, families] of pairs) {
    const [first = '', ...rest] = pair.split(' ');
    found.set(first, (found.get(first) ?? new Map<string, readonly Family[]>()).set(rest.join(' '), families));
  }
  return found;
}

const [plain, any, mishap, deed] = [collect(/^\p{L}+$|^\d+$/u), collect(/^\*/u), collect(/^~/u), collect(/^\^/u)];

/** The families, by how their words are looked up. */
export const LEXICON: Lexicon = {
  plain,
  any,
  mishap,
  deed,
  pairs: byFirstWord(collect(/_/u)),
  known: new Set([plain, any, mishap, deed].flatMap((words) => [...words.keys()])),
};
