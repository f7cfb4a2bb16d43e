import { weekdayIn } from '../date/words.ts';
import { numeralAt } from '../number/numerals.ts';
import { isCalled, isSoft, isThanks, trimPolite } from '../polite.ts';
import { NO_TOPIC } from './topic.ts';
import type { Topic } from './topic.ts';
import {
  AGREE,
  CONDITION,
  DOUBT,
  EXPERIENCE,
  FAULT,
  FILL,
  HEDGE,
  NOT,
  PAST,
  REFUSE,
  SECOND_THOUGHT,
  UNSURE_AFTER_NOT,
  YES_TO_ANYTHING,
} from './words.ts';

/** `perhaps`: a yes, with words after it that say something else and take nothing back. */
export type Verdict = 'yes' | 'no' | 'perhaps' | 'doubt' | 'silent';

/** Splits at "tapi" and weighs both sides: a yes with any reserve is none, a fault found afterwards is a no. */
export function judge(words: readonly string[], topic: Topic): Verdict {
  if (words.some((word) => CONDITION.has(word))) return 'doubt';
  const but = words.findIndex((word) => word === 'tapi' || word === 'namun' || word === 'cuma' || word === 'hanya');
  if (but <= 0) return weigh(words, topic);
  const [before, after] = [weigh(words.slice(0, but), topic), words.slice(but + 1)];
  if (after.length === 0) return 'doubt';
  const tail = weigh(after, topic);
  if (before === 'no') return tail === 'yes' ? 'doubt' : 'no';
  if (before !== 'yes') return 'doubt';
  if (tail === 'no' && (after.some((word) => FAULT.has(word)) || deniesAll(after))) return 'no';
  return !topic.isGrave && after.every((word) => PAST.has(word) || FILL.has(word)) ? 'yes' : 'doubt';
}

/** "iya tapi saya ga bisa": the denial of the answer itself, with nothing that it might be limited to. */
function deniesAll(words: readonly string[]): boolean {
  const isPlain = words.every(
    (word) => NOT.has(word) || AGREE.has(word) || isCalled(word) || isSoft(word) || word === 'saya',
  );
  return isPlain && words.some((word, at) => NOT.has(word) && AGREE.has(words[at + 1] ?? ''));
}

/** One clause: the last "jadi iya" decides; else a denial beats a yes, doubt beats both. */
function weigh(all: readonly string[], topic: Topic): Verdict {
  if (concludes(all)) return 'yes';
  if (all.at(-1) === 'tidak' && all.at(-2) === 'jadi' && all.length > 2) return 'no';
  const words = withoutPlace(trimPolite(all));
  if (words.length === 0) return isBareYa(all) ? 'yes' : 'silent';
  if (isTorn(words)) return 'doubt';
  const denial = deny(words);
  if (denial !== null) return denial;
  if (words.some((word) => DOUBT.has(word)) && !words.includes('insyaallah')) return 'doubt';
  const isTimed = words.some((word) => EXPERIENCE.has(word));
  const isUnderstood = (word: string): boolean =>
    AGREE.has(word) ||
    FILL.has(word) ||
    PAST.has(word) ||
    topic.words.has(word) ||
    word === 'insyaallah' ||
    (isTimed && isDetail(word));
  const known = words.every(isUnderstood);
  if (known) return words.some((word) => AGREE.has(word)) ? 'yes' : 'silent';
  return beginsWithYes(all, topic) ? 'perhaps' : 'silent';
}

/** Longer messages that begin with a yes tell something of their own. */
const LONGEST_REMARK = 9;

/** "iya saya sudah ambil cuti", where the question is known: a yes to any, or the question's own word, and a remark that keeps nothing back. */
function beginsWithYes(all: readonly string[], topic: Topic): boolean {
  const words = all.filter((word) => !isCalled(word) && word !== 'saya' && word !== 'alhamdulillah');
  const [first = '', second = ''] = words;
  const isYes =
    YES_TO_ANYTHING.has(first) ||
    topic.heads.has(first) ||
    (AGREE.has(first) && topic.words.has(first)) ||
    (first === 'ya' && (all.includes('saya') || AGREE.has(second)));
  return (
    topic !== NO_TOPIC &&
    !topic.isGrave &&
    isYes &&
    words.length <= LONGEST_REMARK &&
    !words.slice(1).some(isSecondThought)
  );
}

/** "setuju 50%"; but "100 persen" is all of it. */
const IS_COUNT = /^(?!100$)\d+$/u;

function isSecondThought(word: string): boolean {
  return isReserve(word) || CONDITION.has(word) || HEDGE.has(word) || SECOND_THOUGHT.test(word) || IS_COUNT.test(word);
}

function isDetail(word: string): boolean {
  return (
    /^(?:\d{1,4}x?|orang|unit|buah|biji)$/u.test(word) || weekdayIn(word) !== null || numeralAt([word], 0) !== null
  );
}

/** A place of three words at most says no more than a name: "sudah, di balai desa". */
const LONGEST_PLACE = 3;

function withoutPlace(words: readonly string[]): readonly string[] {
  const at = words.indexOf('di');
  if (at < 1 || !words.slice(0, at).some((word) => EXPERIENCE.has(word))) return words;
  const place = words.slice(at + 1);
  const isPlace = place.length > 0 && place.length <= LONGEST_PLACE && !place.some(isReserve);
  return isPlace ? words.slice(0, at) : words;
}

function isReserve(word: string): boolean {
  return NOT.has(word) || DOUBT.has(word) || REFUSE.has(word) || FAULT.has(word) || word === 'dulu' || word === 'lain';
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

/** "bisa iya bisa tidak", "ya atau tidak", "tidak, eh iya": both at once. */
function isTorn(words: readonly string[]): boolean {
  if (words.includes('atau') || words.includes('antara') || words.includes('eh') || words.includes('maksudnya'))
    return true;
  const not = words.findIndex((word) => NOT.has(word));
  if (not < 0) return false;
  if (NOT.has(words[not + 1] ?? '') && words[not] !== words[not + 1]) return true;
  if (AGREE.has(words[not + 1] ?? '') && isGivenBack(words, not + 1)) return true;
  const before = words.slice(0, not).filter((word) => AGREE.has(word));
  return before.some((word) => word !== 'ya' && word !== 'iya' && words.indexOf(word, not) > 0) || repeats(words, not);
}

/** "pagi ga bisa siang bisa": what was denied is granted afterwards. */
function isGivenBack(words: readonly string[], denied: number): boolean {
  const again = words.indexOf(words[denied] ?? '', denied + 1);
  return again > denied + 1 && !words.slice(denied + 1, again).some((word) => NOT.has(word));
}

function repeats(words: readonly string[], not: number): boolean {
  const word = words[not - 1];
  return word !== undefined && !NOT.has(word) && words.indexOf(word) < not - 2;
}

function deny(words: readonly string[]): Verdict | null {
  const not = words.findIndex((word) => NOT.has(word));
  if (words.some((word) => HEDGE.has(word))) return 'doubt';
  if (not >= 0) return UNSURE_AFTER_NOT.has(words[not + 1] ?? '') ? 'doubt' : 'no';
  const refuses = words.some((word) => REFUSE.has(word) || FAULT.has(word) || FAULT.has(word.replace(/nya$/u, '')));
  if (!refuses) return null;
  return words.some((word) => DOUBT.has(word)) ? 'doubt' : 'no';
}
