import { isNear } from './near.ts';
import { plain, unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { isCalled, isSoft } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none, several } from './reading.ts';
import type { Reading } from './reading.ts';

/** A kecamatan (`19.03.01`, parent the regency) or a desa/kelurahan (`19.03.01.1001`, parent the kecamatan). */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'kecamatan' | 'desa';
  readonly kind?: string;
  readonly parent: string;
}

interface Entry {
  readonly region: Region;
  readonly words: readonly string[];
  /** The name without spaces: "tukak sadai" and "tukaksadai" are one. */
  readonly joined: string;
}

/** Regions prepared for reading; made once for a regency by `createRegionIndex`. */
export interface RegionIndex {
  readonly entries: readonly Entry[];
}

/** Which level is asked for, and the code it must lie in ("19.03" or "19.03.01"). */
export interface RegionOptions {
  readonly level: Region['level'];
  readonly within?: string;
}

/** Prepares the regions of one regency (or more) for `readRegion`. */
export function createRegionIndex(rows: readonly Region[]): RegionIndex {
  return {
    entries: rows.map((region) => {
      const words = spelled(plain(region.name).split(' '));
      return { region, words, joined: words.join('') };
    }),
  };
}

const ROMAN: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const RIVER = new Set(['sei', 'sungei', 'sungay']);

/** One spelling for names written in several: "sei" is sungai, "IV", "4" and "ampek" are one number, "aluh2" is twice. */
function spelled(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (RIVER.has(word)) return ['sungai'];
    const twice = /^(\p{L}{3,})2$/u.exec(word)?.[1];
    if (twice !== undefined) return [twice, twice];
    const roman = ROMAN.indexOf(word);
    const number = roman > 0 ? roman : numeralAt([word], 0)?.value;
    return [number === undefined ? word : String(number)];
  });
}

/** A part of a name that fits more regions than this says nothing ("golo" in Manggarai Barat). */
const MOST_CANDIDATES = 6;
/** Shorter parts of a name are left alone. */
const SHORTEST_PART = 4;

/**
 * The region a text names: exact before abbreviated ("lb bajo", "m. pudak") before mistyped before partial; spaces do
 * not count; Kec./Ds./Kel. in front, the regency behind, "X maksudnya Y". Two of one name are several, unless "desa X
 * kecamatan Y" tells them apart. Reasons: question, vague (fits too many), unknown, empty, too_long.
 */
export function readRegion(text: string, index: RegionIndex, opts: RegionOptions): Reading<Region> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return none('question');
  const [clause = '', ...after] = text.split(',');
  const first =
    after.join('').trim() === '' || clause.trim() === '' ? none<Region>('unknown') : readWhole(clause, index, opts);
  return first.type === 'value' && first.sure === 'clear' ? first : readWhole(text, index, opts);
}

function readWhole(text: string, index: RegionIndex, opts: RegionOptions): Reading<Region> {
  const said = namedWords(text, opts.level);
  if (said.words.length === 0) return none('unknown');
  const inside = index.entries.filter(
    ({ region }) =>
      region.level === opts.level && (opts.within === undefined || region.code.startsWith(`${opts.within}.`)),
  );
  const reading = match(said.words, inside, said.kind);
  if (reading.type !== 'several' || said.parent.length === 0) return reading;
  const parents = index.entries.filter(({ region }) => region.level === 'kecamatan');
  const parent = match(said.parent, parents, null);
  if (parent.type !== 'value') return reading;
  return several(reading.candidates.filter(({ code }) => code.startsWith(`${parent.value.code}.`)));
}

interface Said {
  readonly words: readonly string[];
  readonly parent: readonly string[];
  readonly kind: string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  desa: 'desa',
  ds: 'desa',
  kelurahan: 'kelurahan',
  kel: 'kelurahan',
  lurah: 'kelurahan',
  kalurahan: 'desa',
  gampong: 'desa',
  pekon: 'desa',
};
const DISTRICT = new Set(['kecamatan', 'kec', 'kecamatannya', 'kapanewon', 'kemantren', 'distrik', 'kacamatan']);
const BEYOND = new Set(['kabupaten', 'kab', 'kota', 'provinsi', 'prov', 'propinsi']);
const LEAD = new Set(
  'saya di tinggal alamat rumah domisili dari asal warga orang daerah wilayah ya oh yang itu maaf mungkin kira dusun kampung namanya nama'.split(
    ' ',
  ),
);

function namedWords(text: string, level: Region['level']): Said {
  const all = afterCorrection(rawWords(text));
  const kind =
    all.map((word) => (Object.hasOwn(KINDS, word) ? KINDS[word] : undefined)).find((each) => each !== undefined) ??
    null;
  const village = all.findIndex((word) => Object.hasOwn(KINDS, word));
  const district = all.findIndex((word) => DISTRICT.has(word));
  const asked = level === 'desa' ? village : district;
  const other = level === 'desa' ? district : village;
  const from = asked >= 0 ? asked + 1 : other === 0 ? 1 : 0;
  const until = other > from ? other : all.length;
  const parent = level === 'desa' && district > from ? trim(all.slice(district + 1)) : [];
  return { words: spelled(trim(all.slice(from, until))), parent: spelled(parent), kind };
}

/** Words as typed, for a place may be called Lewat or Benar, without the address to the reader at the end. */
function rawWords(text: string): string[] {
  const words = plain(text).split(' ');
  while (words.length > 1 && isNoise(words.at(-1) ?? '')) words.pop();
  return words;
}

function isNoise(word: string): boolean {
  const written = wordsOf(word)[0] ?? '';
  return isCalled(word) || isSoft(written) || written === 'makasih' || ['terima', 'kasih'].includes(word);
}

function afterCorrection(words: readonly string[]): readonly string[] {
  const at = words.findLastIndex(
    (word) => word === 'maksudnya' || word === 'maksud' || word === 'eh' || word === 'ralat',
  );
  return at >= 0 && at < words.length - 1 ? words.slice(at + 1) : words;
}

function trim(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && LEAD.has(words[from] ?? '')) from += 1;
  const beyond = words.findIndex((word, at) => at > from && BEYOND.has(word));
  return words.slice(from, beyond < 0 ? words.length : beyond);
}

function match(words: readonly string[], entries: readonly Entry[], kind: string | null): Reading<Region> {
  const joined = words.join('');
  const exact = entries.filter((entry) => entry.joined === joined);
  const ofKind = exact.filter(({ region }) => kind === null || region.kind === undefined || region.kind === kind);
  const best = ofKind.length > 0 ? ofKind : exact;
  if (best.length === 1 && best[0] !== undefined) return clear(best[0].region);
  if (best.length > 1) return several(best.map(({ region }) => region));
  for (const fits of [isAbbreviated, isBlend, isMistyped]) {
    const found = entries.filter((entry) => fits(words, entry));
    if (found.length > 0) return offer(found);
  }
  const part = matchPart(words, entries);
  return part.type === 'none' && part.why === 'unknown' ? matchStart(words, entries) : part;
}

/** Parts of a name that tell one region from another: never dropped. */
const TELLING = new Set(
  'utara selatan barat timur tengah hulu hilir baru lama besar kecil raya dalam luar tenggara'.split(' '),
);

/** "Tebet jaksel": a whole name, and then one word that lies beyond the regions known here. */
function matchStart(words: readonly string[], entries: readonly Entry[]): Reading<Region> {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || TELLING.has(last) || /\d/u.test(last)) return none('unknown');
  const joined = words.slice(0, -1).join('');
  const found = entries.filter((entry) => entry.joined === joined);
  return found.length === 0 ? none('unknown') : offer(found);
}

function offer(found: readonly Entry[]): Reading<Region> {
  if (found.length > MOST_CANDIDATES) return none('vague');
  const [only] = found;
  return only !== undefined && found.length === 1 ? likely(only.region) : several(found.map(({ region }) => region));
}

/** Longest abbreviation of one word ("kep", "spg", "lb"). */
const LONGEST_SHORT = 4;

/** "kep pongok": each word is the name's, or up to four of its letters in order beginning with its first. */
function isAbbreviated(words: readonly string[], entry: Entry): boolean {
  if (words.length !== entry.words.length || words.length < 2) return false;
  const exact = words.filter((word, at) => word === entry.words[at]);
  return exact.length > 0 && words.every((word, at) => isShortFor(word, entry.words[at] ?? ''));
}

function isShortFor(short: string, long: string): boolean {
  if (short === long) return true;
  if (short.length > LONGEST_SHORT || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Shorter blends are words of their own. */
const SHORTEST_BLEND = 5;
const BLENDED = [2, 3, 4];

/** "kutsel" for Kuta Selatan, or the first letters of three words and more ("stm" for Sinembah Tanjung Muda Hilir). */
function isBlend(words: readonly string[], entry: Entry): boolean {
  const [word = '', ...others] = words;
  if (others.length > 0 || entry.words.length < 2) return false;
  if (
    word.length > 2 &&
    entry.words
      .map((each) => each[0])
      .join('')
      .startsWith(word)
  )
    return true;
  return word.length >= SHORTEST_BLEND && blends(word, entry.words);
}

function blends(rest: string, [next, ...later]: readonly string[]): boolean {
  if (next === undefined) return rest === '';
  return BLENDED.some(
    (letters) =>
      next.length > letters - 1 && rest.startsWith(next.slice(0, letters)) && blends(rest.slice(letters), later),
  );
}

function isMistyped(words: readonly string[], entry: Entry): boolean {
  return isNear(words.join(''), entry.joined);
}

/** Part of one name ("pongok"), or words of several ("lepar pongok"). */
function matchPart(words: readonly string[], entries: readonly Entry[]): Reading<Region> {
  const joined = words.join('');
  if (joined.length < SHORTEST_PART) return none('unknown');
  const whole = entries.filter(
    (entry) => entry.joined.startsWith(joined) || words.every((word) => entry.words.includes(word)),
  );
  if (whole.length > 0) return offer(whole);
  const each = words.map((word) =>
    entries.filter((entry) => word.length >= SHORTEST_PART && entry.words.includes(word)),
  );
  if (words.length < 2 || each.some((found) => found.length === 0)) return none('unknown');
  return offer([...new Set(each.flat())]);
}
