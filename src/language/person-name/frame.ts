import { isDegree } from '../degree.ts';
import { normalize, wordsOf } from '../normal.ts';
import { isCalled, isSoft } from '../polite.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Said before a name is given: greeting, yes, thanks for waiting. Alone before a name they may be part of it (Siap Ginting). */
const OPENING = set(
  `assalamualaikum assalamu alaikum halo hallo hello hai hi hei kenalin selamat pagi siang sore malam perkenalkan kenalkan maaf mohon permisi
  yth oh o ok oke okey ya iya baik baiklah siap bro wr wb izin`,
);
const NAMED = /^(?:nama|nami|namo|ngaran|ngaren|jeneng|asma|wastan|wasta|aran|adan|goar)(?:nya|ku|hu|e|ne)?$/u;
/** Between "nama" and the name: "nama lengkap saya sesuai ktp adalah". */
const AFTER_NAMED = set('lengkap lengkapnya panjang asli sesuai di pada dalam ktp tertulis adalah itu ialah yaitu is');
const SELF = set('saya sya sayo kulo kula ulun tiang titiang ane gua kuring');
/** Whose name, beside the words for "saya": only after the word for name, for Abdi and Ambo are names. */
const OWN = set('ku w pun dalem awak den tiange kulone');
const OWN_REGIONAL = set('abdi ambo beta urang');
const AFTER_SELF = set('adalah bernama yang ini sendiri biasa dipanggil');
/** Introductions of more than one word, and those that are short for one. */
const PHRASES: readonly (readonly string[])[] = [
  ['my', 'name', 'is'],
  ['i', 'am'],
  ['im'],
  ['atas', 'nama'],
  ['an'],
  ['biasa', 'dipanggil'],
  ['panggil', 'saja'],
  ['panggil'],
  ['panggilan'],
  ['dipanggil'],
  ['sesuai', 'ktp'],
  ['di', 'ktp', 'tertulis'],
  ['di', 'ktp'],
  ['cuma', 'satu', 'kata'],
  ['hanya', 'satu', 'kata'],
  ['cuma'],
  ['hanya'],
  ['cukup'],
  ['ini'],
  ['dengan'],
  ['tulis', 'saja'],
  ['tulis'],
  ['isi', 'saja'],
  ['isi'],
];
/** "saya atas nama", "halo nama lengkap saya": introductions follow one another. */
const MOST_INTRODUCTIONS = 3;

const HONORIFIC =
  /^(?:(?:pak|bapak|bpk|bp|bu|ibu|ibuk|sdr|sdri|saudara|saudari|mas|mbak|mba|mbah|mbok|mpok|eyang|pakde|pakdhe|bude|budhe|paklik|bulik|kang|teh|teteh|bli|uda|uni|ustadz|ustad|ust|ustadzah|kak|kakak|bang|abang|tn|ny|nn|tuan|nyonya|nona|pdt|drs|dra|dr|ir|prof|drg|drh|apt|ns|bdn)\.?\s+)+(?=\p{L})/iu;
const TRAILING =
  /[\s,]+(?:umur|usia|asal|dari|alamat|rt|rw|jl|jln|jalan|laki|perempuan|pria|wanita|lahir|tinggal|no|nomor|nik|hp|wa|umurku|kelahiran|alias|(?:istri|suami|anak|adik|kakak|orang ?tua)(?:nya)? (?:dari|pak|bu|bapak|ibu|saya)|(?:biasa )?(?:di)?panggil(?:an)?|(?:itu )?nama(?:ku| saya| lengkap saya)|\d+ (?:tahun|thn|th))\b.*$/iu;
/** "Suparman satu kata saja". */
const ONE_WORD = /[\s,]+(?:(?:hanya|cuma) )?satu kata\b.*$/iu;
/** "1. Sukinem", "- Sukinem". */
const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[-*•])\s*(?=\p{L})/u;

/** The name in an answer, as typed: without introduction, honorifics, degrees, age, address and thanks around it. */
export function nameIn(text: string): string {
  const tidy = ONLY_WORDS.test(text) ? text : tidied(text);
  const named = withoutIntroduction(tidy).replace(HONORIFIC, '').replace(TRAILING, '').replace(ONE_WORD, '');
  const [first = '', ...rest] = named.split(', ');
  const others = rest.filter((part) => !isTail(part) && !isDegrees(part));
  return trimEnd(trimTail([first, ...others].join(', ')));
}

/** Letters, one space between the words. */
const ONLY_WORDS = /^\p{L}+(?: \p{L}+)*$/u;

/** Without a list's mark, asides and signs that no name has; commas and spaces one way. */
function tidied(text: string): string {
  return text
    .replace(LIST_MARK, '')
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s'.,-]/gu, ' ')
    .replaceAll(/^\s*'|'\s*$/gu, ' ')
    .replaceAll(/[\s,]*,[\s,]*|\s+-+\s+/gu, ', ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Openings come off only with an introduction, or with a comma or an address in them ("baik pak sukinem"). */
function withoutIntroduction(tidy: string): string {
  const typed = tidy.split(' ');
  const words = typed.map((word) => normalize(word));
  const opened = words.findIndex((word) => !OPENING.has(word) && !isCalled(word));
  let at = opened < 0 ? 0 : opened;
  for (let times = 0; times < MOST_INTRODUCTIONS; times += 1) {
    const end = introductionEnd(words, at);
    if (end === at) break;
    at = end;
  }
  const isAddressed = words.slice(1, opened).some(isCalled);
  const isIntroduced = at > opened || isAddressed || typed[at - 1]?.endsWith(',') === true;
  return isIntroduced && at < typed.length ? typed.slice(at).join(' ') : tidy;
}

function introductionEnd(words: readonly string[], from: number): number {
  const word = words[from] ?? '';
  const phrase = PHRASES.find((each) => each.every((part, at) => words[from + at] === part));
  if (phrase !== undefined) return from + phrase.length;
  if (NAMED.test(word)) return namedEnd(words, from + 1, !word.startsWith('nama'));
  return SELF.has(word) ? skip(words, from + 1, (next) => AFTER_SELF.has(next)) : from;
}

function namedEnd(words: readonly string[], from: number, isRegional: boolean): number {
  return skip(
    words,
    from,
    (word) => AFTER_NAMED.has(word) || SELF.has(word) || OWN.has(word) || (isRegional && OWN_REGIONAL.has(word)),
  );
}

function skip(words: readonly string[], from: number, isPart: (word: string) => boolean): number {
  const end = words.findIndex((word, at) => at >= from && !isPart(word));
  return end < 0 ? words.length : end;
}

function isDegrees(part: string): boolean {
  return isDegree(part, true) || part.split(' ').every((word) => isDegree(word, true));
}

/** A closing full stop belongs to an initial only ("Ahmad R."). */
function trimEnd(name: string): string {
  const bare = name.replace(/[\s,-]+$/u, '');
  return bare.endsWith('.') && !/(?:^|[\s.])\p{L}\.$/u.test(bare) ? bare.replace(/[\s.]+$/u, '') : bare;
}

/** "tidak ada nama belakang". */
const NO_MORE = /^(?:tidak|tdk|gak?|ngg?ak|ndak) (?:ada|punya|pakai|pake) (?:nama|marga|gelar)/iu;

/** What follows a comma after a name: "ya pak", "cuma satu kata", "makasih". */
function isTail(part: string): boolean {
  const words = wordsOf(part);
  return (
    NO_MORE.test(part) || words.every(isNameNoise) || ['cuma', 'hanya', 'satu', 'itu', 'tanpa'].includes(words[0] ?? '')
  );
}

/** Said behind a name; none of them is part of one. */
export const OCCUPATIONS = set(
  'petani nelayan pedagang swasta pns asn wiraswasta wirausaha karyawan karyawati pelajar mahasiswa mahasiswi honorer pensiunan',
);

const THANKS = set('makasih terima kasih banyak salam kenal mimin');

/** True for a word that only addresses, softens or thanks: it ends no name. */
export function isNameNoise(word: string): boolean {
  return isCalled(word) || isSoft(word) || THANKS.has(word);
}

function trimTail(name: string): string {
  const words = name.split(' ');
  const isMixed = /\p{Ll}/u.test(name);
  while (words.length > 1) {
    const [last = '', before = ''] = [words.at(-1), words.at(-2)];
    if (isNameNoise(normalize(last)) || isDegree(last, isMixed && /^\p{Lu}{2,4}$/u.test(last))) words.pop();
    else if (words.length > 2 && OCCUPATIONS.has(last.toLowerCase())) words.pop();
    else if (words.length > 2 && before.endsWith('.') && isDegree(before + last, false)) words.splice(-2);
    else break;
  }
  return words.join(' ').trim();
}
