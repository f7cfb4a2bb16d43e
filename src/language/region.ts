import { unreadable } from './normal.ts';
import { plain } from './normal.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none, several } from './reading.ts';
import type { Reading } from './reading.ts';
import { SHORTEST_PART, WAYS, createPlaceName } from './region/match.ts';
import type { PlaceName } from './region/match.ts';
import { placeIn, spelledName } from './region/words.ts';
import type { SaidName } from './region/words.ts';
import { NOT } from './yes-no/words.ts';

/** A kecamatan (`19.03.01`, parent the regency) or a desa/kelurahan (`19.03.01.1001`, parent the kecamatan). */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'kecamatan' | 'desa';
  readonly kind?: string;
  readonly parent: string;
}

interface Entry extends PlaceName {
  readonly region: Region;
}

/** Regions prepared for reading; made once for a regency by `createRegionIndex`. */
export interface RegionIndex {
  readonly entries: readonly Entry[];
  /** The name of the regency itself, said behind that of a place in it ("tugu semarang"). */
  readonly regency: readonly string[];
}

/** Which level is asked for, and the code it must lie in ("19.03" or "19.03.01"). */
export interface RegionOptions {
  readonly level: Region['level'];
  readonly within?: string;
}

/** Prepares the regions of one regency (or more) for `readRegion`; `regency` is its name, as the table writes it. */
export function createRegionIndex(rows: readonly Region[], regency = ''): RegionIndex {
  return {
    regency: spelledName(plain(regency.replace(/^(?:kabupaten|kota)(?: administrasi)? /iu, '')).split(' ')),
    entries: rows.map((region) => {
      const written = plain(region.name).split(' ');
      return { region, ...createPlaceName(spelledName(written), written) };
    }),
  };
}

/** A part of a name that fits more regions than this says nothing ("golo" in Manggarai Barat). */
const MOST_CANDIDATES = 6;
/** More words than this tell of something else. */
const MOST_WORDS = 12;

/**
 * The region a text names: exact before abbreviated ("lb bajo", "m. pudak") before mistyped before partial; spaces do
 * not count; Kec./Ds./Kel. in front, RT/RW and the regency behind, "X maksudnya Y". Two of one name are several, unless
 * the kecamatan beside it tells them apart. Reasons: question, vague (fits too many), unknown, empty, too_long.
 */
export function readRegion(text: string, index: RegionIndex, opts: RegionOptions): Reading<Region> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return readAsked(text, index, opts);
  const [clause = '', ...after] = text.split(',');
  const first =
    after.join('').trim() === '' || clause.trim() === '' ? none<Region>('unknown') : readWhole(clause, index, opts);
  return first.type === 'value' && first.sure === 'clear' ? first : readWhole(text, index, opts);
}

/** "toboali?": a name with nothing asked about it but whether it is one. */
function readAsked(text: string, index: RegionIndex, opts: RegionOptions): Reading<Region> {
  const bare = text.replaceAll(/[?？]/gu, ' ');
  if (isQuestion(bare)) return none('question');
  const reading = readWhole(bare, index, opts);
  return reading.type === 'value' && reading.sure === 'clear' ? likely(reading.value) : none('question');
}

function readWhole(text: string, index: RegionIndex, opts: RegionOptions): Reading<Region> {
  const said = placeIn(text, opts.level);
  const tries = said.tries.filter(({ words }) => words.length > 0 && words.length <= MOST_WORDS);
  const places = placesFor(index, opts);
  const reading =
    firstOf(tries.toReversed(), ({ words }) => readExact(words, places.inside, said.kind)) ??
    firstOf(tries, ({ written }) => readExact(written, places.inside, said.kind)) ??
    firstOf(tries, ({ words }) => readBefore(words, index.regency, places)) ??
    firstOf(tries, (name) => readLoosely(name, places, opts.level)) ??
    none('unknown');
  if (reading.type !== 'several' || said.parent.length === 0) return reading;
  const parent = readExact(said.parent, places.districts, null);
  const nearParent =
    parent.type === 'none' ? readNear({ words: said.parent, written: said.parent }, places.districts) : parent;
  if (nearParent.type !== 'value') return reading;
  return several(reading.candidates.filter(({ code }) => code.startsWith(`${nearParent.value.code}.`)));
}

/** The first reading that found something, or found too much. */
function firstOf(tries: readonly SaidName[], read: (name: SaidName) => Reading<Region>): Reading<Region> | undefined {
  for (const name of tries) {
    const reading = read(name);
    if (reading.type !== 'none' || reading.why === 'vague') return reading;
  }
  return undefined;
}

/** A place whose name stands before that of the regency. */
function readBefore(words: readonly string[], regency: readonly string[], { inside }: Places): Reading<Region> {
  const from = words.length - regency.length;
  const isBefore = from > 0 && regency.every((word, at) => words[from + at] === word);
  return isBefore ? readExact(words.slice(0, from), inside, null) : none('unknown');
}

interface Places {
  readonly inside: readonly Entry[];
  readonly districts: readonly Entry[];
  readonly villages: readonly Entry[];
}

function placesFor({ entries }: RegionIndex, { level, within }: RegionOptions): Places {
  return {
    inside: entries.filter(
      ({ region }) => region.level === level && (within === undefined || region.code.startsWith(`${within}.`)),
    ),
    districts: entries.filter(({ region }) => region.level === 'kecamatan'),
    villages: entries.filter(({ region }) => region.level === 'desa'),
  };
}

function readExact(words: readonly string[], entries: readonly Entry[], kind: string | null): Reading<Region> {
  const joined = words.join('');
  const exact = entries.filter((entry) => entry.joined === joined);
  const ofKind = exact.filter(({ region }) => kind === null || region.kind === undefined || region.kind === kind);
  const best = ofKind.length > 0 ? ofKind : exact;
  const [only] = best;
  if (only === undefined) return none('unknown');
  return best.length === 1 ? clear(only.region) : several(best.map(({ region }) => region));
}

function readLoosely(name: SaidName, places: Places, level: Region['level']): Reading<Region> {
  const { words } = name;
  const beside = level === 'desa' ? readInDistrict(words, places) : readWithVillage(words, places);
  if (beside.type !== 'none') return beside;
  const near = readNear(name, places.inside);
  if (near.type !== 'none' || near.why === 'vague') return near;
  const parts = readParts(words, places.inside);
  return parts.type === 'none' ? readStart(words, places.inside) : parts;
}

/** The first way of writing that fits any name. */
function readNear({ words, written }: SaidName, entries: readonly Entry[]): Reading<Region> {
  const typed = createPlaceName(words, written);
  for (const fits of WAYS) {
    const found = entries.filter((entry) => fits(typed, entry));
    if (found.length > 0) return offer(found);
  }
  return none('unknown');
}

/** "kajen lebaksiu": a village, and the kecamatan that it lies in. */
function readInDistrict(words: readonly string[], { inside, districts }: Places): Reading<Region> {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const district = readExact(words.slice(at), districts, null);
    if (district.type !== 'value') continue;
    const there = inside.filter(({ region }) => region.parent === district.value.code);
    const village = readExact(words.slice(0, at), there, null);
    if (village.type !== 'none') return village;
  }
  return none('unknown');
}

/** "rias toboali", asked for the kecamatan: a village of it, and its name. */
function readWithVillage(words: readonly string[], { inside, villages }: Places): Reading<Region> {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const district = readExact(words.slice(at), inside, null);
    if (district.type !== 'value') continue;
    const there = villages.filter(({ region }) => region.parent === district.value.code);
    if (readExact(words.slice(0, at), there, null).type !== 'none') return likely(district.value);
  }
  return none('unknown');
}

/** Words of several names ("lepar pongok"). */
function readParts(words: readonly string[], entries: readonly Entry[]): Reading<Region> {
  const each = words.map((word) =>
    entries.filter((entry) => word.length >= SHORTEST_PART && entry.words.includes(word)),
  );
  if (words.length < 2 || each.some((found) => found.length === 0)) return none('unknown');
  return offer([...new Set(each.flat())]);
}

/** Parts of a name that tell one region from another: never dropped. */
const TELLING = new Set(
  'utara selatan barat timur tengah hulu hilir baru lama besar kecil raya dalam luar tenggara kulon wetan lor kidul ilir ulu atau'.split(
    ' ',
  ),
);

/** Words that begin very many names: with another word behind them they are another place (Tanjung Redeb). */
const LANDFORMS = new Set(
  'tanjung sungai muara pulau talang teluk bukit gunung kampung batu pasir lubuk air ujung simpang padang'.split(' '),
);

/** "Tebet jaksel", "pulau besar bangka selatan": a whole name, and then words beyond the regions known here. */
function readStart(words: readonly string[], entries: readonly Entry[]): Reading<Region> {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const next = words[at] ?? '';
    if (TELLING.has(next) || /\d/u.test(next) || words.slice(at).some((word) => NOT.has(word))) continue;
    if (at === 1 && LANDFORMS.has(words[0] ?? '')) continue;
    const joined = words.slice(0, at).join('');
    const found = entries.filter((entry) => entry.joined === joined);
    if (found.length > 0) return offer(found);
  }
  return none('unknown');
}

function offer(found: readonly Entry[]): Reading<Region> {
  if (found.length > MOST_CANDIDATES) return none('vague');
  const [only] = found;
  return only !== undefined && found.length === 1 ? likely(only.region) : several(found.map(({ region }) => region));
}
