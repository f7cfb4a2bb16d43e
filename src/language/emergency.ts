import {
  BARE_CALL,
  CALL,
  CRISIS,
  DENIAL,
  EVENT,
  FIGURE,
  HABIT,
  NOW,
  PAST,
  PROVISION,
  QUICK,
  TALK,
  TYPABLE,
} from './emergency-words.ts';
import { isNear } from './near.ts';
import { MAX_TEXT, unreadable, wordsOf } from './normal.ts';

/** Shorter words are not corrected: "Malang" is no "maling". */
const SHORTEST_TYPO = 7;

/**
 * True when a free text may be a call for help: fire, accident, illness, crime, violence, disaster, despair. The caller
 * shows the emergency number first. In doubt true: a missed call weighs more than a number shown in vain. A story of
 * last year, a lesson about it, a habit of the place ("rawan kecelakaan") or a figure of speech is none. Of a text that is
 * too long for any reader the beginning is read.
 */
export function isEmergency(whole: string): boolean {
  const text = whole.slice(0, MAX_TEXT);
  if (unreadable(text) !== null) return false;
  const said = wordsOf(text).map(untypo).join(' ');
  if (!PROVISION.test(said) && CALL.some((call) => stands(call, said, [TALK]))) return true;
  if (CRISIS.some((danger) => stands(danger, said, [TALK, DENIAL]))) return true;
  if (/\b(?:darurat|gawat|bahaya)\b|\btolong tolong\b/u.test(said) && BARE_CALL.test(said)) return true;
  const isStory = (PAST.test(said) || HABIT.test(said)) && !NOW.test(said) && !QUICK.test(said);
  return !isStory && EVENT.some((event) => stands(event, said, [TALK, DENIAL, FIGURE]));
}

/** Found, and nothing right before it takes it back. Most texts hold no danger: a search tells so without copying the pattern. */
function stands(danger: RegExp, said: string, takenBackBy: readonly RegExp[]): boolean {
  if (said.search(danger) < 0) return false;
  return [...said.matchAll(danger)].some(({ index }) => {
    const before = said.slice(Math.max(0, index - REACH), index);
    return !takenBackBy.some((words) => words.test(before));
  });
}

/** How far before a danger a word may stand that takes it back; keeps the look-back of fixed cost. */
const REACH = 40;

function untypo(word: string): string {
  if (word.length < SHORTEST_TYPO) return word;
  return TYPABLE.find((meant) => isNear(word, meant)) ?? word;
}
