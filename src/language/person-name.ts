import { readCommand } from './command.ts';
import { isDegree } from './degree.ts';
import { readGreeting } from './greeting.ts';
import { normalize, unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft } from './polite.ts';
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

const INTRODUCTION =
  /^(?:(?:assalamu ?'?alaikum|halo|hai|selamat (?:pagi|siang|sore|malam)|perkenalkan|kenalkan|maaf|ini|yth|oh|ok|oke|ya|iya|baik|siap|cuma|hanya)[\s,.]+)*(?:(?:nama|namo|nami|jeneng|asma|ngaran|ngaren|wastan|wasta|aran|adan)(?:nya|ku|e|ne)?(?:\s+lengkap)?(?:\s+sesuai)?(?:\s+(?:di\s+)?ktp)?(?:\s+(?:saya|sy|sya|aku|ku|kulo|kula|ulun|ambo|awak|tiang|abdi|beta|pun|dalem))?(?:\s+(?:adalah|itu|ialah|yaitu))?|(?:nm|nma)(?:\s+(?:saya|sy|sya|aku))?|(?:saya|sy|sya|aku)(?:\s+(?:adalah|bernama))?|my name(?:\s+is|s)?|i\s+am|i'm|(?:kulo|kula|ulun|ambo|abdi|tiang|beta)|atas nama|a\.?n\.?|panggil(?:an)?(?:\s+saja)?|cuma|hanya)\s+/iu;
const HONORIFIC =
  /^(?:(?:pak|bapak|bpk|bp|bu|ibu|ibuk|sdr|sdri|saudara|saudari|mas|mbak|mba|mbah|eyang|kang|teh|teteh|bli|uda|uni|ustadz|ustad|ust|kak|kakak|bang|tn|ny|nn|tuan|nyonya|nona|drs|dra|dr|ir|prof|drg|drh)\.?\s+)+(?=\p{L})/iu;
const TRAILING =
  /[\s,]+(?:umur|usia|asal|dari|alamat|lahir|tinggal|no|nomor|nik|hp|wa|umurku|kelahiran|\d+ (?:tahun|thn|th))\b.*$/iu;
/** "Suparman satu kata saja". */
const ONE_WORD = /[\s,]+(?:(?:hanya|cuma) )?satu kata\b.*$/iu;
/** Words that no name is made of: a text with one of them answers something else. */
const NOT_IN_NAMES = new Set(
  `tidak belum sudah yang mau ingin untuk dengan seperti kemarin apa kenapa bagaimana daftar pelatihan di ke dari karena kalau tapi
  nanti dulu lupa rahasia sama juga bisa boleh akan sedang lagi besok hari jam pukul tanggal gratis kelas nomor email alamat umur
  terus lalu kok itu jangan harus perlu minta tanya privasi sesuai ktp tadi sebelumnya diatas orang ada siapa nama kirim pakai anonim laki perempuan wanita cowok cewek dan sendiri kosong saya
  bingung makasih maaf gelombang jadwal sertifikat admin kerja`.split(/\s+/u),
);
/** A title of Lombok. */
const FIRST_IN_NAMES = new Set(['lalu']);
/** Short for Mohammad, and Javanese for "won't". */
const MOHAMMAD = /^moh\.?\s+\p{L}/iu;
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
  if (/[@/\\]|https?:|www\./iu.test(text)) return none('not_a_name');
  const name = strip(text.normalize('NFKC').replaceAll(/[’‘`´ʼ]/gu, "'"));
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
      .replace(/^Hj(?= )/u, 'Hj.'),
  );
}

function strip(text: string): string {
  const tidy = text
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s'.,-]/gu, ' ')
    .replaceAll(/[\s,]*,[\s,]*/gu, ', ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const named = tidy.replace(INTRODUCTION, '').replace(HONORIFIC, '').replace(TRAILING, '').replace(ONE_WORD, '');
  const [first = '', ...rest] = named.split(', ');
  const others = rest.filter((part) => !isTail(part) && !isDegrees(part));
  return trimEnd(trimTail([first, ...others].join(', ')));
}

function isDegrees(part: string): boolean {
  return isDegree(part, true) || part.split(' ').every((word) => isDegree(word, true));
}

/** A closing full stop belongs to an initial only ("Ahmad R."). */
function trimEnd(name: string): string {
  const bare = name.replace(/[\s,-]+$/u, '');
  return bare.endsWith('.') && !/(?:^|[\s.])\p{L}\.$/u.test(bare) ? bare.replace(/\.+$/u, '') : bare;
}

/** What follows a comma after a name: "ya pak", "cuma satu kata", "makasih". */
function isTail(part: string): boolean {
  const words = wordsOf(part);
  return words.every(isNoise) || ['cuma', 'hanya', 'satu', 'itu', 'tanpa'].includes(words[0] ?? '');
}

const THANKS = new Set(['makasih', 'terima', 'kasih', 'banyak', 'salam', 'kenal', 'mimin']);

function isNoise(word: string): boolean {
  return isCalled(word) || isSoft(word) || THANKS.has(word);
}

function trimTail(name: string): string {
  const words = name.split(' ');
  const isMixed = /\p{Ll}/u.test(name);
  while (words.length > 1) {
    const [last = '', before = ''] = [words.at(-1), words.at(-2)];
    if (isNoise(normalize(last)) || isDegree(last, isMixed && /^\p{Lu}{2,4}$/u.test(last))) words.pop();
    else if (words.length > 2 && before.endsWith('.') && isDegree(before + last, false)) words.splice(-2);
    else break;
  }
  return words.join(' ').trim();
}

function isOtherAnswer(name: string, text: string): boolean {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MOST_WORDS || name.includes(',')) return true;
  if (
    words.every(isNoise) ||
    words.some((word, at) => NOT_IN_NAMES.has(word) && !(at === 0 && FIRST_IN_NAMES.has(word))) ||
    isQuestion(name)
  )
    return true;
  const isWhole = normalize(name) === normalize(text) || words.length === 1;
  if (!isWhole) return false;
  const command = readCommand(name);
  if (command.type === 'value' && command.sure === 'clear') return true;
  return (!MOHAMMAD.test(name) && readYesNo(name).type === 'value') || readGreeting(name) !== 'none';
}

function capitalise(word: string, at: number): string {
  const lower = word.toLowerCase();
  if (at > 0 && SMALL.has(lower)) return lower;
  const isMixed = word !== lower && word !== word.toUpperCase();
  const base = isMixed ? word : lower;
  return base.replaceAll(/(^|[-.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
