import { isNear, isWithoutVowels } from './near.ts';
import { normalize, undoubled, unreadable, wordsOf } from './normal.ts';
import { trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';

export type Gender = 'laki_laki' | 'perempuan';

const MALE = new Set(
  `l lk laki lakilaki lelaki pria cowok cowo cwo cwok cow male man lanang lalakian laki2 lki lakik lalaki m boy guy pameget mas abang bujang perjaka ikhwan kakek duda kang aki jantan jaler jalu kakung laka lak lk2 tuan papa papah ayah abah putra baoa urane oroane uroane laky gentleman cow bujangan jejaka lanange rona muani bapak co lelakian suami jejaka burane lake el`.split(
    ' ',
  ),
);
const FEMALE = new Set(
  `p pr prmpuan prempuan perempuan prp wanita wnt cewek cewe cwe cwek female woman wedok wadon babinian bini binian betina perem estri
  wina luh ibu f ce girl lady padusi emak gadis akhwat mbak nenek janda istri perawan teteh nini awewe bebinian mba makkunrai bine cwk pe pr2 ukhti nona nyonya tante mamak mama mamah umi ummi bunda putri boru eluh wanoja bibinian wedhok setri pawestri wanodya cew pempuan pere mojang nyai makunrai`.split(
    /\s+/u,
  ),
);
const AROUND = new Set(
  `saya jenis kelamin kelaminnya gender sex seks adalah seorang yang sih orang kaum ata asli tulen tentu jelas ini nya jk dewasa
  rumah tangga wong jalma muda tua biasa sejati karir karier urang uwong tapi ya iya oh oke ok betul benar maaf eh maksudnya
  sesuai di menurut ktp nik kk kartu data nomor no 1 2 aing ane gua iyak inyong nyong aku dong sudah`.split(/\s+/u),
);

/**
 * Laki-laki or perempuan, in the words people use (L, lk, cowok, lanang, P, pr, cewek, wedok). "P" is perempuan here,
 * because only the question of the sex asks for it. Both, a question or a refusal is none.
 */
export function readGender(text: string): Reading<Gender> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return none('question');
  const said = text.replace(PROMPT, '').replaceAll(CHILDREN, ' ');
  const asides = said.replaceAll(ASIDE, ' ');
  const all = withoutDenied(withoutAge(inIndonesian(wordsOf(normalize(asides) === '' ? said : asides))));
  if (all.length > MOST_WORDS) return none('unclear');
  if (all.length === 0) return readSign(text);
  if (all.some((word, at) => KIN.has(word) && all[at + 1] === 'saya')) return none('unclear');
  const core = withoutAddress(trimPolite(all));
  const words = core.some((word) => genderOf(word) !== null) ? core : all;
  const genders = new Set(words.flatMap((word) => genderOf(word) ?? []));
  const [value = genderOf(words.join(''))] = genders;
  if (value === null || genders.size > 1 || !isOnlyGender(words)) return none('unclear');
  return core.length === 0 && words.length === 1 ? likely(value) : clear(value);
}

/** The form copied with the answer: "L/P = L", "L/P: P". */
const PROMPT = /^\s*l\s?\/\s?p\s?[=:]\s?(?=\p{L})/iu;
/** "bapak 2 anak". */
const CHILDREN = /(?<!\p{L})(?:\d{1,2}|satu|dua|tiga|empat|lima) anak(?!\p{L})/giu;

/** Nothing else was said, or a few words about oneself behind it: "perempuan, sudah menikah", "pria beristri". */
function isOnlyGender(words: readonly string[]): boolean {
  const isBeside = (word: string): boolean => genderOf(word) !== null || AROUND.has(word);
  if (words.every(isBeside) || genderOf(words.join('')) !== null) return true;
  const at = words.findIndex((word) => genderOf(word) !== null);
  const after = words.slice(at + 1);
  const isTitle = TITLES.has(words[at] ?? '') && after[0] !== words[at];
  return !isTitle && words.slice(0, at).every(isBeside) && after.length <= MOST_AFTER && !after.some(isOpen);
}

/** More words than this are a story. */
const MOST_WORDS = 20;
const MOST_AFTER = 5;
/** They also call the one spoken to: "ibu, tolong dibantu". */
const TITLES = new Set(
  'ibu bapak mas mbak mba abang kang teteh nini nenek kakek emak mama mamah mamak papa papah'.split(' '),
);
/** Of another, of many, or not at all. */
const OPENS = new Set(
  'anak suami istri adik kakak ibu bapak tidak bukan atau dan boleh bisa harus wajib khusus semua peserta ikut itu mana apa sama juga'.split(
    ' ',
  ),
);

function isOpen(word: string): boolean {
  return OPENS.has(word);
}

/** "(Bali)", "(male)": an aside beside the word itself. */
const ASIDE = /\([^()]*\)/gu;
const MALE_SIGN = /[👨👦♂🚹👴🤵]/u;
const FEMALE_SIGN = /[👩👧♀🚺👵🧕]/u;

function readSign(text: string): Reading<Gender> {
  const [male, female] = [MALE_SIGN.test(text), FEMALE_SIGN.test(text)];
  if (male === female) return none('unclear');
  return clear(male ? 'laki_laki' : 'perempuan');
}

/** "wanita, 25 th". */
function withoutAge(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^\d{1,2}$/u.test(word));
  return at > 0 && (words[at + 1] === 'tahun' || words[at - 1] === 'umur' || words[at - 1] === 'usia')
    ? words.slice(0, at).filter((word) => word !== 'umur' && word !== 'usia')
    : words;
}

/** "bukan perempuan, laki-laki", "cewek, masa cowok": what is denied is not said; alone it says the other. */
function withoutDenied(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => DENYING.has(word));
  const denied = at < 0 ? null : genderOf(words[at + 1] ?? '');
  return denied === null ? words : words.filter((word, place) => place !== at && genderOf(word) !== denied);
}

const DENYING = new Set(['bukan', 'masa', 'masak']);

/** "suami saya laki-laki" speaks of another. */
const KIN = new Set('suami istri bapak ibu ayah anak adik kakak'.split(' '));

/** "awewe kang": the one spoken to says nothing about oneself. */
function withoutAddress(words: readonly string[]): readonly string[] {
  const [last = '', before = ''] = [words.at(-1), words.at(-2)];
  return ADDRESS.has(last) && genderOf(before) !== null ? words.slice(0, -1) : words;
}

const ADDRESS = new Set('kang mas abang teteh mbak mba nenek kakek emak'.split(' '));

function genderOf(said: string): Gender | null {
  const word = undoubled(said.replace(/(?<=\p{L}{4})lah$/u, '').replaceAll('q', 'k'));
  if (MALE.has(word) || isNear(word, 'lelaki') || isNear(word, 'lakilaki') || isSqueezed(word, 'lelaki'))
    return 'laki_laki';
  const isFemale = FEMALE.has(word) || WOMAN.some((known) => isNear(word, known) || isSqueezed(word, known));
  return isFemale ? 'perempuan' : null;
}

const WOMAN = ['perempuan', 'wanita'];

/** "prmpn"; shorter forms are listed. */
function isSqueezed(word: string, known: string): boolean {
  return word.length > 3 && isWithoutVowels(word, known);
}
