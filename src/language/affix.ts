/** What an affix says: `bare` none of them, `mishap` it befell someone (ke-, ter-, di-), `deed` someone does it (me-, ng-), `name` it is spoken of (pe-). */
type Affix = 'bare' | 'mishap' | 'deed' | 'name';

export interface Root {
  readonly root: string;
  readonly affix: Affix;
}

/** Someone's, or the one spoken of: they change no meaning. */
const CLITICS = ['nya', 'ku', 'mu', 'ne', 'e'];
/** They make a deed of a root: pukuli, pukulin. */
const ENDINGS = ['kan', 'in', 'an', 'i', 'n', 'o'];
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
  const bare = [word, ...cut(word, CLITICS)];
  const derived = bare.flatMap((core) => cut(core, ENDINGS));
  return [
    ...bare.flatMap((root) => [{ root, affix: 'bare' } as const, ...withoutPrefix(root)]),
    ...derived.flatMap((root) => [{ root, affix: 'deed' } as const, ...withoutPrefix(root)]),
  ];
}

function cut(word: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_ROOT)
    .map((ending) => word.slice(0, -ending.length));
}

function withoutPrefix(core: string): Root[] {
  const found: Root[] = [];
  for (const prefix of MISHAP) {
    const root = core.slice(prefix.length);
    if (core.startsWith(prefix) && root.length >= SHORTEST_ROOT) found.push({ root, affix: 'mishap' });
  }
  for (const [prefix, firsts] of DEED) {
    if (!core.startsWith(prefix) || core.length - prefix.length < SHORTEST_ROOT - 1) continue;
    const affix = prefix.startsWith('pe') ? 'name' : 'deed';
    for (const first of firsts) found.push({ root: first + core.slice(prefix.length), affix });
  }
  return found;
}
