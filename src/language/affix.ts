/** What an affix says: `bare` none of them, `mishap` it befell someone (ke-, ter-, di-), `deed` someone does it (me-, ng-). */
export type Affix = 'bare' | 'mishap' | 'deed';

export interface Root {
  readonly root: string;
  readonly affix: Affix;
}

const ENDINGS = ['nya', 'kan', 'ku', 'mu', 'in', 'an', 'ne', 'i', 'e', 'o', 'n'];
/** Of standard Indonesian and of Betawi, Sundanese (ka-), Manado and Minang (ta-), Javanese (di-, ke-). */
const MISHAP = ['di', 'ke', 'ter', 'ka', 'ta', 'te'];
/** A nasal prefix swallows the first letter: memukul, mukul, ngebom, nyekik, nonjok. */
const DEED: readonly (readonly [string, readonly string[]])[] = [
  ['meny', ['s', 'c']],
  ['peny', ['s', 'c']],
  ['meng', ['', 'k']],
  ['peng', ['', 'k']],
  ['nge', ['']],
  ['mem', ['', 'p']],
  ['pem', ['', 'p']],
  ['men', ['', 't']],
  ['pen', ['', 't']],
  ['per', ['']],
  ['ber', ['']],
  ['ny', ['s', 'c']],
  ['ng', ['', 'k']],
  ['me', ['']],
  ['pe', ['']],
  ['m', ['p', '']],
  ['n', ['t', '']],
];
/** A root has at least this many letters; what would be left of a shorter word is no word. */
const SHORTEST_ROOT = 3;
/** No Indonesian word with its affixes is longer; longer runs of letters are not taken apart. */
const LONGEST_WORD = 22;

/** Every root that a word may be built on, with what its prefix says: "dipukulin" is pukul (mishap), "nonjok" is tonjok (deed). */
export function rootsOf(word: string): readonly Root[] {
  if (word.length > LONGEST_WORD) return [];
  return withoutEndings(word).flatMap((core) => [{ root: core, affix: 'bare' } as const, ...withoutPrefix(core)]);
}

function withoutEndings(word: string): string[] {
  const shorter = cut(word);
  return [word, ...new Set([...shorter, ...shorter.flatMap(cut)])];
}

function cut(word: string): string[] {
  return ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_ROOT).map((ending) =>
    word.slice(0, -ending.length),
  );
}

function withoutPrefix(core: string): Root[] {
  const found: Root[] = [];
  for (const prefix of MISHAP) {
    const root = core.slice(prefix.length);
    if (core.startsWith(prefix) && root.length >= SHORTEST_ROOT) found.push({ root, affix: 'mishap' });
  }
  for (const [prefix, firsts] of DEED) {
    if (!core.startsWith(prefix) || core.length - prefix.length < SHORTEST_ROOT - 1) continue;
    for (const first of firsts) found.push({ root: first + core.slice(prefix.length), affix: 'deed' });
  }
  return found;
}
