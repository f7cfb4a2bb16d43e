import { normalize, unreadable, wordsOf } from './normal.ts';
import { beginsWithThanks, coreWords, isCalled, isSoft, isThanks, trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { AGREE, CONDITION, DOUBT, FAULT, FILL, HEDGE, LOCAL_YES, NOT, OUTCRY, PAST, REFUSE } from './yes-no-words.ts';

type Answer = 'yes' | 'no';
type Verdict = Answer | 'doubt' | 'silent';

/** How the two answers are shown, when they have words of their own ("Setuju" / "Tidak setuju"). */
export interface YesNoOptions {
  readonly label?: { readonly ya?: string; readonly tidak?: string };
}

/**
 * Yes or no, as people say it: "iya kak", "gabisa", "ga masalah" (yes), "ya belum" (no), a thumb. With labels, the
 * label or its number (1 yes, 2 no) counts too. Doubt, a condition ("setuju tapi ...") and a question are no answer:
 * a wrong yes costs a consent, so a yes needs every word to be understood. Reasons: question, unclear, empty, too_long.
 */
export function readYesNo(text: string, opts: YesNoOptions = {}): Reading<Answer> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const shown = readShown(text, opts);
  if (shown !== null) return clear(shown);
  const words = agreeing(trimOutcry(text.split(CLAUSE_END).flatMap((clause) => join(wordsOf(clause)))), opts);
  if (words.length === 0) return readSign(text);
  if (isQuestion(text)) return none('question');
  if (beginsWithThanks(words)) return none('unclear');
  const verdict = judge(words);
  if (verdict === 'doubt' || verdict === 'silent') return none('unclear');
  return verdict === 'yes' && words.some((word) => LOCAL_YES.has(word) || DOUBT.has(word))
    ? likely('yes')
    : clear(verdict);
}

/** Words on two sides of a comma are no group: "tidak, salah" is no "tidak salah". */
const CLAUSE_END = /[,.;:!?\n]+/u;

function readShown(text: string, { label }: YesNoOptions): Answer | null {
  if (label === undefined) return null;
  const said = coreWords(text).join(' ');
  if (said === '') return null;
  if (said === '1' || (label.ya !== undefined && said === coreWords(label.ya).join(' '))) return 'yes';
  return said === '2' || (label.tidak !== undefined && said === normalize(label.tidak)) ? 'no' : null;
}

/** "oke kirim", where the yes is shown as "Kirim": a word of its own agrees like any other. */
function agreeing(words: readonly string[], { label }: YesNoOptions): readonly string[] {
  const [yes, ...more] = label?.ya === undefined ? [] : coreWords(label.ya);
  if (yes === undefined || more.length > 0 || NOT.has(yes) || REFUSE.has(yes)) return words;
  return words.map((word) => (word === yes ? 'oke' : word));
}

const YES_SIGN = /[👍✅👌🆗✔☑]/u;
const NO_SIGN = /[👎❌🙅✖🚫]/u;

function readSign(text: string): Reading<Answer> {
  if (text.includes('?')) return none('question');
  const [yes, no] = [YES_SIGN.test(text), NO_SIGN.test(text)];
  if (yes === no) return none('unclear');
  return clear(yes ? 'yes' : 'no');
}

/** "ya Allah", "yah", "ya ampun" begin with no yes. */
function trimOutcry(words: readonly string[]): readonly string[] {
  return OUTCRY.has(words[1] ?? '') && words[0] === 'ya' ? ['yah'] : words;
}

/** Splits at "tapi" and weighs both sides: a yes with any reserve is none, a fault found afterwards is a no. */
function judge(words: readonly string[]): Verdict {
  if (words.some((word) => CONDITION.has(word))) return 'doubt';
  const but = words.findIndex((word) => word === 'tapi' || word === 'namun' || word === 'cuma' || word === 'hanya');
  if (but <= 0) return weigh(words);
  const [before, after] = [weigh(words.slice(0, but)), words.slice(but + 1)];
  const tail = weigh(after);
  if (before === 'no') return tail === 'yes' ? 'doubt' : 'no';
  if (before !== 'yes') return 'doubt';
  if (after.some((word) => FAULT.has(word)) && tail === 'no') return 'no';
  return after.every((word) => PAST.has(word) || FILL.has(word)) ? 'yes' : 'doubt';
}

/** One clause: the last "jadi iya" decides; else a denial beats a yes, doubt beats both. */
function weigh(all: readonly string[]): Verdict {
  if (concludes(all)) return 'yes';
  const words = trimPolite(all);
  if (words.length === 0) return isBareYa(all) ? 'yes' : 'silent';
  if (isTorn(words)) return 'doubt';
  const denial = deny(words);
  if (denial !== null) return denial;
  if (words.some((word) => DOUBT.has(word)) && !words.includes('insyaallah')) return 'doubt';
  const known = words.every((word) => AGREE.has(word) || FILL.has(word) || PAST.has(word) || word === 'insyaallah');
  return known && words.some((word) => AGREE.has(word)) ? 'yes' : 'silent';
}

/** "saya usahakan hadir, jadi iya". */
function concludes(words: readonly string[]): boolean {
  const so = words.lastIndexOf('jadi');
  const isLast = so > 0 && so === words.length - 2 && AGREE.has(words[so + 1] ?? '');
  return isLast && !words.some((word) => NOT.has(word));
}

/** "ya kak" is a yes; "maaf ya" and "halo ya" only sound like one. */
function isBareYa(words: readonly string[]): boolean {
  return words[0] === 'ya' && words.every((word) => isCalled(word) || isSoft(word) || isThanks(word));
}

const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\bins?y?a+ ?al+ah\b/gu, 'insyaallah'],
  [/\bin sya ?allah\b/gu, 'insyaallah'],
  [/\b(?:kurang) (tepat|sesuai|cocok|pas|benar|betul|lengkap)\b/gu, 'keliru'],
  [/\bkurang (?:tahu|yakin|paham|mengerti|ngerti|setuju|minat|berminat|tertarik|jelas|ingat)\b/gu, 'ragu'],
  [/\b(?:pertama kali|baru pertama|baru kali ini)\b/gu, 'belum'],
  [/\bdi luar (?:kota|daerah|negeri)\b/gu, 'diluar'],
  [
    /\btidak ada (?:yang )?(?:perlu |harus |mau )?(?:di)?(?:salah|keliru|ubah|rubah|ganti|perbaiki|koreksi|revisi|masalah|kendala|perubahan|kesalahan)\b/gu,
    'oke',
  ],
  [/\b(?:(?:tidak|bukan) (?:ada )?(?:masalah|apa apa)|tidak (?:keberatan|papa|apa|menolak|salah|keliru))\b/gu, 'oke'],
  [/\bada (?:acara|kegiatan|kerjaan|kerja|urusan|keperluan|kelas|halangan|kuliah)\b/gu, 'ragu'],
  [/\b(?:bisa|boleh) jadi\b/gu, 'mungkin'],
  [/\b(?:he|ho|hu) (?:eh|oh|uh)\b/gu, 'hooh'],
  [/\bkenapa tidak\b/gu, 'oke'],
  [/\bdengan senang hati\b/gu, 'oke'],
  [/\b(?:tidak bisa|susah) (?:bilang|jawab)\b/gu, 'ragu'],
  [/\bpasti tidak\b/gu, 'tidak'],
];

/** Word groups whose meaning is not that of their words: "tidak apa-apa" is a yes, "kurang tepat" a no. */
function join(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  let said = words.join(' ');
  for (const [group, word] of JOINED) said = said.replaceAll(group, word);
  return said
    .split(' ')
    .map((word) => (word.endsWith('lah') && AGREE.has(word.slice(0, -3)) ? word.slice(0, -3) : word));
}

/** "bisa iya bisa tidak", "ya atau tidak", "tidak, eh iya": both at once. */
function isTorn(words: readonly string[]): boolean {
  if (words.includes('atau') || words.includes('antara') || words.includes('eh') || words.includes('maksudnya'))
    return true;
  const not = words.findIndex((word) => NOT.has(word));
  if (not < 0) return false;
  if (NOT.has(words[not + 1] ?? '') && words[not] !== words[not + 1]) return true;
  const before = words.slice(0, not).filter((word) => AGREE.has(word));
  return before.some((word) => word !== 'ya' && word !== 'iya' && words.indexOf(word, not) > 0) || repeats(words, not);
}

function repeats(words: readonly string[], not: number): boolean {
  const word = words[not - 1];
  return word !== undefined && !NOT.has(word) && words.indexOf(word) < not - 1;
}

const UNSURE_AFTER_NOT = new Set('tahu yakin tentu pasti paham mengerti ngerti jelas ingat lupa'.split(' '));

function deny(words: readonly string[]): Verdict | null {
  const not = words.findIndex((word) => NOT.has(word));
  if (words.some((word) => HEDGE.has(word))) return 'doubt';
  if (not >= 0) return UNSURE_AFTER_NOT.has(words[not + 1] ?? '') ? 'doubt' : 'no';
  const refuses = words.some((word) => REFUSE.has(word) || FAULT.has(word) || FAULT.has(word.replace(/nya$/u, '')));
  if (!refuses) return null;
  return words.some((word) => DOUBT.has(word)) ? 'doubt' : 'no';
}
