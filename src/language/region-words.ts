import { plain, wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { isCalled, isSoft } from './polite.ts';
import { inIndonesian } from './regional-words.ts';

/** The words of a text that name a place, those that name the kecamatan it lies in, and the kind of village said. */
export interface SaidPlace {
  /** In the order in which they are tried: without "di", "dusun", "kab ...", and as they were said. */
  readonly tries: readonly (readonly string[])[];
  readonly parent: readonly string[];
  readonly kind: string | null;
}

const ROMAN: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const RIVER = new Set(['sei', 'sungei', 'sungay']);

/** One spelling for names written in several: "sei" is sungai, "IV", "4" and "ampek" are one number, "aluh2" is twice. */
export function spelledName(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (RIVER.has(word)) return ['sungai'];
    const twice = /^(\p{L}{3,})2$/u.exec(word)?.[1];
    if (twice !== undefined) return spelledName([twice, twice]);
    const roman = ROMAN.indexOf(word);
    const number = roman > 0 ? roman : numeralAt([word], 0)?.value;
    return [number === undefined ? word : String(number)];
  });
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
  `saya di tinggal alamat rumah domisili dari asal warga orang daerah wilayah ya oh yang itu maaf mungkin kira dusun dsn
  kampung kp dukuh lingkungan namanya nama saking nang ning neng ti ka`.split(/\s+/u),
);
const CORRECTED = new Set(['maksudnya', 'maksud', 'eh', 'ralat']);

/** The place in a text, when a region of that level is asked for. */
export function placeIn(text: string, level: 'kecamatan' | 'desa'): SaidPlace {
  const all = afterCorrection(rawWords(text));
  const village = all.findIndex((word) => kindOf(word) !== null);
  const district = all.findIndex(isDistrict);
  const asked = level === 'desa' ? village : district;
  const other = level === 'desa' ? district : village;
  const from = startOf(all, asked, other);
  const until = [asked, other].filter((at) => at > from);
  const said = all.slice(from, Math.min(all.length, ...until));
  const parent = level === 'desa' && district > from ? trimmed(all.slice(district + 1)) : [];
  return {
    tries: [spelledName(trimmed(said)), spelledName(said)],
    parent: spelledName(parent),
    kind: village < 0 ? null : kindOf(all[village] ?? ''),
  };
}

/** Behind the word for the level, or at the beginning: "payung kec", "slawi, desa kalisapu". */
function startOf(words: readonly string[], asked: number, other: number): number {
  if (asked >= 0 && asked < words.length - 1) return asked + 1;
  return other === 0 && asked < 0 ? 1 : 0;
}

function kindOf(word: string): string | null {
  const bare = withoutClitic(word);
  return Object.hasOwn(KINDS, bare) ? (KINDS[bare] ?? null) : null;
}

function isDistrict(word: string): boolean {
  return DISTRICT.has(withoutClitic(word));
}

/** "desaku", "kecamatane". */
function withoutClitic(word: string): string {
  return word.replace(/(?:nya|ku|ne|e)$/u, '');
}

/** Hamlet and neighbourhood numbers belong to the address, not to the name. */
const NEIGHBOURHOOD = /\b(?:rt|rw|rt\s*\/\s*rw|rukun (?:tetangga|warga))[\s.:/]*\d{0,3}(?:\s*\/\s*\d{1,3})?/giu;

/** Words as typed, for a place may be called Lewat or Benar, without the address to the reader at the end. */
function rawWords(text: string): string[] {
  const words = plain(text.replaceAll(NEIGHBOURHOOD, ' ')).split(' ');
  while (words.length > 1 && isNoise(words.at(-1) ?? '')) words.pop();
  return words.filter((word) => word !== '');
}

function isNoise(word: string): boolean {
  const written = wordsOf(word)[0] ?? '';
  return isCalled(word) || isSoft(written) || written === 'makasih' || ['terima', 'kasih'].includes(word);
}

function afterCorrection(words: readonly string[]): readonly string[] {
  const at = words.findLastIndex((word) => CORRECTED.has(word));
  return at >= 0 && at < words.length - 1 ? words.slice(at + 1) : words;
}

function trimmed(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && isLead(words[from] ?? '')) from += 1;
  const beyond = words.findIndex((word, at) => at > from && BEYOND.has(word));
  return words.slice(from, beyond < 0 ? words.length : beyond);
}

function isLead(word: string): boolean {
  return LEAD.has(word) || LEAD.has(inIndonesian([word])[0] ?? '');
}
