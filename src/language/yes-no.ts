import { weekdayIn } from './date-words.ts';
import { isNear, isWithoutVowels } from './near.ts';
import { normalize, unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { beginsWithThanks, coreWords, isCalled, isSoft, isThanks, trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';
import { joinGroups } from './yes-no-groups.ts';
import { NO_TOPIC, topicOf } from './yes-no-topic.ts';
import type { Topic } from './yes-no-topic.ts';
import {
  AGREE,
  CONDITION,
  DOUBT,
  EXPERIENCE,
  FAULT,
  FILL,
  HEDGE,
  LOCAL_YES,
  NOT,
  OUTCRY,
  PAST,
  REFUSE,
  SECOND_THOUGHT,
  TO_REPEAT,
  TYPABLE,
  UNSURE_AFTER_NOT,
  YES_TO_ANYTHING,
} from './yes-no-words.ts';

type Answer = 'yes' | 'no';
/** `perhaps`: a yes, with words after it that say something else and take nothing back. */
type Verdict = Answer | 'perhaps' | 'doubt' | 'silent';

export interface YesNoOptions {
  /** How the two answers are shown, when they have words of their own ("Setuju" / "Tidak setuju"). */
  readonly label?: { readonly ya?: string; readonly tidak?: string };
  /** What was asked: "sakit" says no to "akan hadir?", "bawa" says yes to "punya laptop?". */
  readonly question?: string;
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
  if (text.split(PIECE).length > MOST_WORDS) return none(text.includes('?') ? 'question' : 'unclear');
  const answer = text.includes('?') ? text : withoutComplaint(text);
  const topic = opts.question === undefined ? NO_TOPIC : topicOf(opts.question);
  const words = agreeing(
    trimOutcry(
      answer
        .split(CLAUSE_END)
        .filter((clause) => clause.trim() !== '')
        .flatMap((clause) => wordsIn(clause, topic)),
    ),
    opts,
  );
  if (words.length === 0) return readSign(text);
  if (isQuestion(answer)) return none('question');
  return beginsWithThanks(words) ? none('unclear') : readJudged(words, answer, topic);
}

/** What the words say, and how sure it is. */
function readJudged(words: readonly string[], answer: string, topic: Topic): Reading<Answer> {
  const verdict = judge(words, topic);
  if (verdict === 'silent') return readTyped(words, topic);
  if (verdict === 'doubt') return endsInDenial(answer, topic) ? likely('no') : none('unclear');
  if (verdict === 'perhaps') return likely('yes');
  return verdict === 'yes' && words.some(isWorthRepeating) ? likely('yes') : clear(verdict);
}

/** "kayaknya berat, tidak bersedia": a guess, and then the answer. */
function endsInDenial(answer: string, topic: Topic): boolean {
  const clauses = answer.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  const last = wordsIn(clauses.at(-1) ?? '', topic);
  const guess = clauses.slice(0, -1).flatMap((clause) => wordsIn(clause, topic));
  const isGuess = guess.some((word) => HEDGE.has(word)) && !guess.some((word) => CONDITION.has(word));
  return isGuess && NOT.has(trimPolite(last)[0] ?? '') && judge(last, topic) === 'no';
}

/** More words than this are a story, not an answer; it also bounds the time of a reading. */
const MOST_WORDS = 80;
const PIECE = /[^\p{L}\p{N}]+/u;

function isWorthRepeating(word: string): boolean {
  return LOCAL_YES.has(word) || DOUBT.has(word) || TO_REPEAT.has(word);
}

/** "brsedia", "stujuu": a slip of the finger in a long word of answering, worth repeating. */
function readTyped(words: readonly string[], topic: Topic): Reading<Answer> {
  const meant = words.map((word) => (isKnown(word) ? word : (TYPABLE.find((each) => isSlipOf(word, each)) ?? word)));
  if (meant.every((word, at) => word === words[at])) return none('unclear');
  const verdict = judge(meant, topic);
  return verdict === 'yes' || verdict === 'no' ? likely(verdict) : none('unclear');
}

function isKnown(word: string): boolean {
  return AGREE.has(word) || FILL.has(word) || DOUBT.has(word) || NOT.has(word) || CONDITION.has(word);
}

/** One slip, or some of its vowels left out. */
function isSlipOf(word: string, meant: string): boolean {
  return isNear(word, meant) || isWithoutVowels(word, meant);
}

/** What people say about being asked at all, after the answer: "udah bener, jangan tanya terus". */
const COMPLAINT =
  /[\s,.!](?:berapa kali|jangan|jgn|ga usah|gak usah|tidak usah|kenapa|kok|ngapain|bolak balik)(?: \p{L}{1,12}){0,3} (?:di)?(?:tanya|tanyain|nanya|jawab|bilang|ulang|ulangi)(?: (?:terus|lagi|mulu|melulu|juga|saya|saja))*[.!\s]*$/iu;

function withoutComplaint(text: string): string {
  const at = text.search(COMPLAINT);
  return at > 0 ? text.slice(0, at) : text;
}

/** "iyadeh", "bolehlah", "janganlah". */
const FUSED_SOFTENER = /(?:lah|deh|dong|sih|kok|aja)$/u;

/** "siaap", "tiddak": a key held too long. */
const DOUBLED = /(\p{L})\1/gu;

function wordsIn(clause: string, topic: Topic): string[] {
  const words = joinGroups(inIndonesian(wordsOf(clause)), topic.groups);
  return words.map((word) => {
    const bare = word.replace(FUSED_SOFTENER, '');
    if (AGREE.has(bare) || NOT.has(bare)) return bare;
    const calm = word.replaceAll(DOUBLED, '$1');
    return AGREE.has(calm) || NOT.has(calm) ? calm : word;
  });
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
function judge(words: readonly string[], topic: Topic): Verdict {
  if (words.some((word) => CONDITION.has(word))) return 'doubt';
  const but = words.findIndex((word) => word === 'tapi' || word === 'namun' || word === 'cuma' || word === 'hanya');
  if (but <= 0) return weigh(words, topic);
  const [before, after] = [weigh(words.slice(0, but), topic), words.slice(but + 1)];
  if (after.length === 0) return 'doubt';
  const tail = weigh(after, topic);
  if (before === 'no') return tail === 'yes' ? 'doubt' : 'no';
  if (before !== 'yes') return 'doubt';
  if (tail === 'no' && (after.some((word) => FAULT.has(word)) || deniesAll(after))) return 'no';
  return after.every((word) => PAST.has(word) || FILL.has(word)) ? 'yes' : 'doubt';
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
  return topic !== NO_TOPIC && isYes && words.length <= LONGEST_REMARK && !words.slice(1).some(isSecondThought);
}

/** "setuju 50%"; but "100 persen" is all of it. */
const IS_COUNT = /^(?!100$)\d+$/u;

function isSecondThought(word: string): boolean {
  return isReserve(word) || CONDITION.has(word) || HEDGE.has(word) || SECOND_THOUGHT.test(word) || IS_COUNT.test(word);
}

function isDetail(word: string): boolean {
  return /^\d{1,4}x?$/u.test(word) || weekdayIn(word) !== null || numeralAt([word], 0) !== null;
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
