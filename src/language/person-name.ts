import { readCommand } from './command.ts';
import { weekdayIn } from './date/words.ts';
import { readGreeting } from './greeting.ts';
import { unreadable, wordsOf } from './normal.ts';
import { OCCUPATIONS, isNameNoise, nameIn } from './person-name/frame.ts';
import { isQuestion } from './question.ts';
import { clear, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { readYesNo } from './yes-no.ts';

/** Longest name on a KTP is 60 characters (Permendagri 73/2022); older documents were longer. */
const LONGEST = 100;
/** A name with introduction, greeting and thanks is shorter than this; longer texts tell a story. */
const LONGEST_ANSWER = 300;
/** More words than this are a sentence. */
const MOST_WORDS = 8;

/** Words that no name is made of: a text with one of them answers something else. */
const NOT_IN_NAMES = new Set(
  `tidak belum sudah yang mau ingin untuk dengan seperti kemarin apa kenapa bagaimana daftar pelatihan di ke dari karena kalau tapi
  nanti dulu lupa rahasia sama juga bisa boleh akan sedang lagi besok hari jam pukul tanggal gratis kelas nomor email alamat umur
  terus lalu kok itu jangan harus perlu minta tanya privasi sesuai ktp tadi sebelumnya diatas orang ada siapa nama kirim pakai anonim laki perempuan wanita cowok cewek dan sendiri kosong saya
  bingung makasih maaf gelombang jadwal sertifikat admin kerja atau rumah tunggu sebentar suami istri jalan jl rt rw dusun desa
  kelurahan kecamatan kabupaten ini hamba salah tolak batal bentar ntar otw hmm cek ikut hapus ganti ubah lihat`.split(
    /\s+/u,
  ),
);
/** Short for Mohammad, and Javanese for "won't". */
const MOHAMMAD = /^moh\.?\s+\p{L}/iu;
/** Greets only before a time of the day. */
const GREETING_NAMES = new Set(['sugeng']);
/** Two words and more, each with its capital and small letters. */
const TITLED = /^\p{Lu}[\p{Ll}']+(?:\s\p{Lu}[\p{Ll}']+)+$/u;
/** "Dg." is a title, "dg" stands for dengan. */
const ABBREVIATED = /(?<!\p{L})dg\.(?=\s)/giu;
/** Ends of names that are words of Indonesian, with a capital: Mau and Lalu of Timor and Flores, Istri of Bali. */
const SURNAME = /(?<=\p{L}\s)(?:Mau|Lalu|Istri)$/u;
/** "a.n.", "a/n". */
const ON_BEHALF = /(?<!\p{L})a[./]\s?n\b\.?:?/iu;
/** What people are, learn and believe, as a whole answer to another question. */
const OTHER_ANSWERS = new Set(
  `guru buruh tni polri pengangguran islam kristen katolik protestan hindu buddha budha konghucu sd smp sma smk kawin menikah lajang
  janda duda cerai kepo kurang warga masyarakat penduduk mantap coba malu selesai
  hadeh astaga lol waduh aduh wah duh hah`.split(/\s+/u),
);
/** "hahaha", "wkwkwk", "aaaa", "xxx": laughter and a finger on a key. */
const REPEATED = /^(\p{L}{1,3}?)\1{2,}\p{L}?$/u;
const KEYBOARD = /^(?:asdf|qwer|zxcv|dfgh|hjkl)/u;
const VOWEL = /[aeiouy]/u;
const SMALL = new Set(['bin', 'binti', 'van', 'der', 'de']);

/**
 * A person's name, cleaned and capitalised: introduction, honorifics and degrees are taken off; one word is a name;
 * "bin", initials and "H." stay as on the KTP. None for a greeting, a question, a yes, a command, digits, an address.
 * Reasons: question, digits, not_a_name, length, empty, too_long.
 */
export function readName(text: string): Reading<string> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (text.length > LONGEST_ANSWER) return none('length');
  if (text.includes('?')) return none('question');
  const typed = text
    .normalize('NFKC')
    .replaceAll(/[’‘`´ʼ]/gu, "'")
    .replace(ON_BEHALF, 'atas nama ');
  if (/[@/\\&]|https?:|www\./iu.test(typed)) return none('not_a_name');
  const name = nameIn(typed);
  if (/\d/u.test(name)) return none('digits');
  const letters = name.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length < 2 || name.length > LONGEST) return none('length');
  if (/[^\p{L}\p{M}\s'.,-]/u.test(name) || isOtherAnswer(name, text))
    return none(isQuestion(text) ? 'question' : 'not_a_name');
  return clear(
    name
      .split(/\s+/u)
      .map(capitalise)
      .join(' ')
      .replace(/^Hj?(?= )/u, '$&.'),
  );
}

function isOtherAnswer(name: string, text: string): boolean {
  const words = wordsOf(name.replaceAll(ABBREVIATED, ' ').replace(SURNAME, ''));
  if (words.length === 0 || words.length > MOST_WORDS || name.includes(',')) return true;
  if (words.every(isNameNoise) || words.some(isNoNamePart) || isQuestion(name) || isNoWord(words)) return true;
  const isWhole = words.length === 1 || name === text || said(text) === said(name);
  if (!isWhole) return false;
  const command = readCommand(name);
  if (command.type === 'value' && command.sure === 'clear') return true;
  return isYesOrNo(name) || (readGreeting(name) !== 'none' && !GREETING_NAMES.has(words.join(' ')));
}

/** A yes, or a no that is not written as a name is: Tara Wado, though "tara" is no in Papua. */
function isYesOrNo(name: string): boolean {
  if (MOHAMMAD.test(name)) return false;
  const reading = readYesNo(name);
  return reading.type === 'value' && !(reading.value === 'no' && TITLED.test(name));
}

/** The words without those that only address or thank. */
function said(text: string): string {
  return wordsOf(text)
    .filter((word) => !isNameNoise(word))
    .join(' ');
}

/** Lalu is a title of Lombok, Hari a Javanese name. */
function isNoNamePart(word: string, at: number, words: readonly string[]): boolean {
  if (at === 0 && word === 'hari') return weekdayIn(words[1] ?? '') !== null;
  if (at === 0 && word === 'lalu') return words.length === 1;
  return NOT_IN_NAMES.has(word);
}

/** Another answer, laughter, letters without a vowel or one by one. */
function isNoWord(words: readonly string[]): boolean {
  const [first = '', ...others] = words;
  const joined = words.join('');
  if (
    others.every((word) => word === first) &&
    (OTHER_ANSWERS.has(first) || OCCUPATIONS.has(first) || REPEATED.test(first) || KEYBOARD.test(first))
  )
    return true;
  return (joined.length > 2 && !VOWEL.test(joined)) || words.every((word) => word.length === 1);
}

function capitalise(word: string, at: number): string {
  const lower = word.toLowerCase();
  if (at > 0 && SMALL.has(lower)) return lower;
  const isMixed = word !== lower && word !== word.toUpperCase();
  const base = isMixed ? word : lower;
  return base.replaceAll(/(^|[-.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
