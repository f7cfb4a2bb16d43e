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

/** Affixes by the letter that shows them first: most words are told from nearly all of them by one letter. */
function byLetter<T>(affixes: readonly T[], letterOf: (affix: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const affix of affixes) found.set(letterOf(affix), [...(found.get(letterOf(affix)) ?? []), affix]);
  return found;
}

const lastLetter = (ending: string): string => ending.slice(-1);
const CLITICS_BY_END = byLetter(CLITICS, lastLetter);
const ENDINGS_BY_END = byLetter(ENDINGS, lastLetter);
const MISHAP_BY_START = byLetter(MISHAP, (prefix) => prefix.slice(0, 1));
const DEED_BY_START = byLetter(DEED, ([prefix]) => prefix.slice(0, 1));

/**
 * Every root that a word may be built on, with what its prefix says: "dipukulin" is pukul (mishap), "nonjok" is tonjok
 * (deed). With `known`, only those that it holds.
 */
export function rootsOf(word: string, known?: ReadonlySet<string>): readonly Root[] {
  if (word.length > LONGEST_WORD) return [];
  const found: Root[] = [];
  const bare = [word];
  cutInto(bare, word, CLITICS_BY_END);
  for (const root of bare) addRoots(found, root, 'bare', known);
  const derived: string[] = [];
  for (const core of bare) cutInto(derived, core, ENDINGS_BY_END);
  for (const root of derived) addRoots(found, root, 'deed', known);
  return found;
}

function cutInto(found: string[], word: string, endings: ReadonlyMap<string, readonly string[]>): void {
  for (const ending of endings.get(word.charAt(word.length - 1)) ?? []) {
    const left = word.length - ending.length;
    if (left >= SHORTEST_ROOT && word.endsWith(ending)) found.push(word.slice(0, left));
  }
}

/** A core, and what is left of it without each prefix that it may have. */
function addRoots(found: Root[], core: string, affix: Affix, known: ReadonlySet<string> | undefined): void {
  const start = core.charAt(0);
  add(found, core, affix, known);
  for (const prefix of MISHAP_BY_START.get(start) ?? []) {
    const isLong = core.length - prefix.length >= SHORTEST_ROOT;
    if (isLong && core.startsWith(prefix)) add(found, core.slice(prefix.length), 'mishap', known);
  }
  for (const [prefix, firsts] of DEED_BY_START.get(start) ?? []) {
    if (core.length - prefix.length < SHORTEST_ROOT - 1 || !core.startsWith(prefix)) continue;
    const said = prefix.startsWith('pe') ? 'name' : 'deed';
    for (const first of firsts) add(found, first + core.slice(prefix.length), said, known);
  }
}

function add(found: Root[], root: string, affix: Affix, known: ReadonlySet<string> | undefined): void {
  if (known === undefined || known.has(root)) found.push({ root, affix });
}
