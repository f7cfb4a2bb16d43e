import { plain, wordsOf } from '../normal.ts';
import { numeralAt } from '../number/numerals.ts';
import { isCalled, isSoft } from '../polite.ts';
import { inIndonesian } from '../regional-words.ts';

/** The words of a name in one spelling of numbers and rivers, and as written. */
export interface SaidName {
  readonly words: readonly string[];
  readonly written: readonly string[];
}

/** The words of a text that name a place, those that name the kecamatan it lies in, and the kind of village said. */
export interface SaidPlace {
  /** In the order in which they are tried: without "di", "dusun", "kab ...", then with them, then all (Tanah Abang). */
  readonly tries: readonly SaidName[];
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

const IN_LETTERS: readonly string[] = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
];

/** "3 raksa" as the letters of Tigaraksa. */
function inLetters(words: readonly string[]): string[] {
  return words.map((word) => (/^[1-9]$/u.test(word) ? (IN_LETTERS[Number(word)] ?? word) : word));
}

const KINDS: Readonly<Record<string, string>> = {
  desa: 'desa',
  ds: 'desa',
  kelurahan: 'kelurahan',
  kel: 'kelurahan',
  lurah: 'kelurahan',
  kalurahan: 'desa',
  gampong: 'desa',
  gp: 'desa',
  pekon: 'desa',
};
const DISTRICT = new Set(['kecamatan', 'kec', 'kecamatannya', 'kapanewon', 'kemantren', 'distrik', 'kacamatan']);
const BEYOND = new Set(['kabupaten', 'kab', 'kota', 'provinsi', 'prov', 'propinsi']);
const LEAD = new Set(
  `saya di tinggal alamat rumah domisili dari asal warga orang daerah wilayah ya oh yang itu maaf mungkin kira dusun dsn
  kampung kp nagari lembang tiyuh ohoi dukuh lingkungan perum perumahan komplek kompleks namanya nama wong saking nang ning neng ti ka`.split(
    /\s+/u,
  ),
);
const CORRECTED = new Set(['maksudnya', 'maksud', 'eh', 'ralat']);

/** Longer than any address; what follows is a story. */
const MOST_WORDS = 60;

/** The place in a text, when a region of that level is asked for. */
export function placeIn(text: string, level: 'kecamatan' | 'desa'): SaidPlace {
  const raw = rawWords(text);
  const all = afterCorrection(withoutNoise(raw));
  const village = all.findIndex((word) => kindOf(word) !== null);
  const district = all.findIndex(isDistrict);
  const asked = level === 'desa' ? village : district;
  const other = level === 'desa' ? district : village;
  const from = startOf(all, asked, other);
  const until = [asked, other].filter((at) => at > from);
  const said = all.slice(from, Math.min(all.length, ...until));
  const parent = level === 'desa' && district > from ? trimmed(all.slice(district + 1)) : [];
  return {
    tries: [trimmed(said), untilLast(trimmedStart(said)), said, raw].map((words) => ({
      words: spelledName(words),
      written: inLetters(words),
    })),
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
  const bare = bareForms(word).find((form) => Object.hasOwn(KINDS, form));
  return bare === undefined ? null : (KINDS[bare] ?? null);
}

function isDistrict(word: string): boolean {
  return bareForms(word).some((form) => DISTRICT.has(form));
}

/** "desaku", "kecamatane". */
function bareForms(word: string): readonly string[] {
  return [word, ...CLITICS.filter((clitic) => word.endsWith(clitic)).map((clitic) => word.slice(0, -clitic.length))];
}

const CLITICS = ['nya', 'ku', 'ne', 'e'];

/** Hamlet and neighbourhood numbers belong to the address, not to the name. */
const NEIGHBOURHOOD = /\b(?:rt|rw|rt\s*\/\s*rw|rukun (?:tetangga|warga))[\s.:/]*\d{0,3}(?:\s*\/\s*\d{1,3})?/giu;

/** "kalau ga salah". */
const HEDGE = /\b(?:kalau|kalo|klo|kl) (?:tidak|ga|gak|nggak|ndak) (?:salah|keliru)\b/iu;

/** "subiii", but not the numeral iii. */
const DRAWL = /(?!\biii\b)(\p{L})\1{2,}/gu;

/** Words as typed, for a place may be called Lewat or Benar; only a drawl is shortened. */
function rawWords(text: string): readonly string[] {
  const words = plain(text.replaceAll(NEIGHBOURHOOD, ' ').replace(HEDGE, ' ')).replaceAll(DRAWL, '$1');
  return words.split(' ', MOST_WORDS).filter((word) => word !== '');
}

/** Without the address to the reader at the end; but Abang is a kecamatan. */
function withoutNoise(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !isNoise(word));
  const isNamed = kindOf(words[last] ?? '') !== null || isDistrict(words[last] ?? '');
  return words.slice(0, Math.max(1, isNamed ? last + 2 : last + 1));
}

function isNoise(word: string): boolean {
  const written = wordsOf(word)[0] ?? '';
  return isCalled(word) || isSoft(written) || written === 'makasih' || ['terima', 'kasih'].includes(word);
}

function afterCorrection(words: readonly string[]): readonly string[] {
  const at = words.findLastIndex(
    (word) => CORRECTED.has(word) || (words[0] === 'bukan' && (word === 'tapi' || word === 'melainkan')),
  );
  return at >= 0 && at < words.length - 1 ? words.slice(at + 1) : words;
}

function trimmed(words: readonly string[]): readonly string[] {
  const named = trimmedStart(words);
  const beyond = named.findIndex((word, at) => at > 0 && BEYOND.has(word));
  return named.slice(0, beyond < 0 ? named.length : beyond);
}

function trimmedStart(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word, at) => at === words.length - 1 || !isLead(word));
  return words.slice(Math.max(0, from));
}

/** "bahtera makmur kota kab rokan hilir": the name itself holds such a word. */
function untilLast(words: readonly string[]): readonly string[] {
  const beyond = words.findLastIndex((word) => BEYOND.has(word));
  return words.slice(0, beyond > 0 ? beyond : words.length);
}

function isLead(word: string): boolean {
  return LEAD.has(word) || LEAD.has(inIndonesian(wordsOf(word))[0] ?? '');
}
