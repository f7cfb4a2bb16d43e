import { rootsOf } from './affix.ts';
import { byStart, isNear, isWithoutVowels } from './near.ts';
import { normalize, undoubled, unreadable, wordsOf } from './normal.ts';
import { beginsWithThanks, coreWords, isCalled, isSoft, isThanks, trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';
import { joinGroups } from './yes-no/groups.ts';
import { NO_TOPIC, topicOf } from './yes-no/topic.ts';
import type { Topic } from './yes-no/topic.ts';
import { judge } from './yes-no/verdict.ts';
import {
  AGREE,
  CONDITION,
  DOUBT,
  FAULT,
  FILL,
  HEDGE,
  LOCAL_YES,
  NOT,
  OUTCRY,
  REFUSE,
  TO_REPEAT,
  TYPABLE,
} from './yes-no/words.ts';

type Answer = 'yes' | 'no';

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
  if (text.length > MOST_WORDS && text.split(PIECE).length > MOST_WORDS)
    return none(text.includes('?') ? 'question' : 'unclear');
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
  if (isQuestion(answer)) return findsFault(answer, topic) ? likely('no') : none('question');
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
  const meant = words.map((word) => (isKnown(word) ? word : untypo(word)));
  if (meant.every((word, at) => word === words[at])) return none('unclear');
  const verdict = judge(meant, topic);
  return verdict === 'yes' || verdict === 'no' ? likely(verdict) : none('unclear');
}

function untypo(word: string): string {
  return TYPABLE_BY_START.get(word.charAt(0))?.find((each) => isSlipOf(word, each)) ?? word;
}

const TYPABLE_BY_START = byStart(TYPABLE);

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

/** "salah semua ini gimana sih": who cries out over a fault asks nothing; "salah gimana" does. */
const OUTCRY_AT_END =
  /\s(?:(?:ini|kok|lah) )*(?:gimana|gmn|gmana|bagaimana|piye|kumaha)(?: (?:sih|toh|to|ini|nih|pak|bu|kak|min))+[\s.!]*$/iu;

function findsFault(answer: string, topic: Topic): boolean {
  const bare = answer.replace(OUTCRY_AT_END, '');
  const words = wordsIn(bare, topic);
  const isCry = bare !== answer && words.length > 1 && FAULT.has(words[0] ?? '') && !isQuestion(bare);
  return isCry && judge(words, topic) === 'no';
}

/** "iyadeh", "bolehlah", "janganlah". */
const FUSED_SOFTENER = /(?:lah|deh|dong|sih|kok|aja)$/u;

function wordsIn(clause: string, topic: Topic): string[] {
  const words = joinGroups(withoutKok(inIndonesian(wordsOf(clause))), topic.groups);
  return words.map((word, at) => {
    if (echoes(word, topic) && words[at + 1] !== 'kasih') return 'oke';
    const bare = word.replace(FUSED_SOFTENER, '');
    if (AGREE.has(bare) || NOT.has(bare)) return bare;
    const calm = undoubled(word);
    return AGREE.has(calm) || NOT.has(calm) ? calm : word;
  });
}

/** "ada kok": at the end of a clause it only assures; at its start it asks. */
function withoutKok(words: readonly string[]): readonly string[] {
  const at = words.indexOf('kok', 1);
  const isLast = at > 0 && words.slice(at + 1).every((word) => isCalled(word) || isSoft(word) || isThanks(word));
  return isLast ? words.slice(0, at) : words;
}

/** Says again what was asked for; "terima kasih" says no "terima". */
function echoes(word: string, { echoes: asked }: Topic): boolean {
  return asked.size > 0 && !NOT.has(word) && !AGREE.has(word) && rootsOf(word).some(({ root }) => asked.has(root));
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

const YES_SIGN = /[👍✅👌🆗✔☑💯]/u;
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
