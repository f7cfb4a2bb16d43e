import { rootsOf } from './affix.ts';
import { CALLS, CRISES, EVENTS } from './emergency/dangers.ts';
import type { Dangers, Together } from './emergency/dangers.ts';
import { LEXICON } from './emergency/lexicon.ts';
import { withoutSlip } from './emergency/slips.ts';
import {
  ALARM,
  ATTENDING,
  BADLY,
  BARE_CALL,
  BEFALLS,
  BETWEEN_DENIAL,
  BETWEEN_TALK,
  DENIAL,
  FEARS,
  FIGURES,
  FIGURES_OF,
  HURT,
  LONG_AGO,
  NOW,
  PLEA,
  PROVISION,
  QUICK,
  SIMILES,
  STORIES,
  TALK,
  WORK,
  WORKS,
} from './emergency/talk.ts';
import type { Family } from './emergency/words.ts';
import { MAX_TEXT, unreadable, wordsOf } from './normal.ts';

/** How many words away a figure of speech shows what is meant: "dipukul mundur". */
const FIGURE_REACH = 3;

/**
 * True when a free text may be a call for help: fire, accident, illness, crime, violence, disaster, despair. The caller
 * shows the emergency number first. In doubt true: a missed call weighs more than a number shown in vain. A story of
 * last year, a lesson about it, a habit of the place ("rawan kecelakaan") or a figure of speech is none. Of a text that is
 * too long for any reader the beginning is read.
 */
export function isEmergency(whole: string): boolean {
  const text = whole.slice(0, MAX_TEXT);
  if (unreadable(text) !== null) return false;
  const words = wordsOf(text).map(withoutSlip);
  const said = words.join(' ');
  if (PLEA.test(said) || (BARE_CALL.test(said) && ALARM.test(said))) return true;
  const heard: Heard = { words, at: placesOf(words) };
  if (standsAny(heard, CALLS, false) && !PROVISION.test(said)) return true;
  return standsAny(heard, CRISES, true) || (standsAny(heard, EVENTS, true) && !isStory(said));
}

/** The words of a text, and where each family of words stands in it. */
interface Heard {
  readonly words: readonly string[];
  readonly at: ReadonlyMap<Family, readonly number[]>;
}

function isStory(said: string): boolean {
  if (NOW.test(said)) return false;
  if (LONG_AGO.test(said)) return true;
  if (BADLY.test(said)) return false;
  return (WORKS.test(said) && !HURT.test(said)) || (!QUICK.test(said) && STORIES.some((story) => story.test(said)));
}

function placesOf(words: readonly string[]): Map<Family, number[]> {
  const places = new Map<Family, number[]>();
  for (const [at, word] of words.entries()) {
    for (const { root, affix } of rootsOf(word, LEXICON.known)) {
      if (affix === 'bare') put(places, LEXICON.plain.get(root), at);
      else if (affix !== 'name') put(places, LEXICON[affix].get(root), at);
      put(places, LEXICON.any.get(root), at);
    }
    put(places, LEXICON.pairs.get(word)?.get(words[at + 1] ?? ''), at);
  }
  return places;
}

function put(places: Map<Family, number[]>, families: readonly Family[] | undefined, at: number): void {
  if (families === undefined) return;
  for (const family of families) {
    const known = places.get(family);
    if (known === undefined) places.set(family, [at]);
    else if (known.at(-1) !== at) known.push(at);
  }
}

function standsAny(heard: Heard, dangers: Dangers, canBeDenied: boolean): boolean {
  for (const family of heard.at.keys()) {
    if (dangers.get(family)?.some((danger) => stands(heard, danger, canBeDenied)) === true) return true;
  }
  return false;
}

function stands(heard: Heard, danger: Together, canBeDenied: boolean): boolean {
  for (const family of danger.of) if (!heard.at.has(family)) return false;
  const [first, ...rest] = danger.of;
  const others = rest.map((family) => heard.at.get(family) ?? []);
  return (heard.at.get(first) ?? []).some((start) => {
    const found = others.map((places) =>
      places.find(
        (at) =>
          at !== start &&
          (danger.inOrder === true ? at - start : Math.abs(at - start)) <= danger.within &&
          (danger.inOrder !== true || at > start),
      ),
    );
    if (found.includes(undefined)) return false;
    const all = [start, ...found.flatMap((at) => at ?? [])];
    return !isTakenBack(heard.words, danger, Math.min(...all), Math.max(...all), canBeDenied);
  });
}

function isTakenBack(
  words: readonly string[],
  danger: Together,
  from: number,
  to: number,
  canBeDenied: boolean,
): boolean {
  if (danger.notThen?.test(`${words[to + 1] ?? ''} ${words[to + 2] ?? ''}`) === true) return true;
  const talkAt = placeBefore(words, from, BETWEEN_TALK);
  const talk = words[talkAt] ?? '';
  if (SIMILES.has(talk)) return true;
  if (TALK.has(talk.replace(/nya$/u, '')) && !befallsAttending(words, talkAt, from)) return true;
  if (!canBeDenied) return WORK.has(talk);
  if (DENIAL.has(words[placeBefore(words, from, BETWEEN_DENIAL)] ?? '') || isFeared(words, danger, from, to))
    return true;
  const around = words.slice(Math.max(0, from - FIGURE_REACH), to + 1 + FIGURE_REACH);
  return around.some((word) => isFigure(word, danger) || (word.endsWith('nya') && isFigure(word.slice(0, -3), danger)));
}

function isFigure(word: string, { of }: Together): boolean {
  return FIGURES.has(word) || of.some((family) => FIGURES_OF[family]?.has(word) === true);
}

/** "takut begal", "anjing liar takut gigit anak": it has not happened. */
function isFeared(words: readonly string[], danger: Together, from: number, to: number): boolean {
  return danger.evenFeared !== true && words.slice(Math.max(0, from - 1), to).some((word) => FEARS.has(word));
}

/** "peserta pelatihan kejang": it befalls someone who is there. */
function befallsAttending(words: readonly string[], talkAt: number, from: number): boolean {
  return ATTENDING.has(words[talkAt - 1] ?? '') && BEFALLS.test(words[from] ?? '');
}

/** Where the word before a place stands, those that may stand between left out. */
function placeBefore(words: readonly string[], place: number, between: ReadonlySet<string>): number {
  let at = place - 1;
  while (at > 0 && between.has(words[at] ?? '') && place - at <= BETWEEN_REACH) at -= 1;
  return at;
}

/** More words than this never stand between; keeps the look-back of fixed cost. */
const BETWEEN_REACH = 4;
