import { isNear, isWithoutVowels, slipsBetween } from '../near.ts';

/** A name of a place, or what was typed for one, prepared for matching. */
export interface PlaceName {
  readonly words: readonly string[];
  /** The name without spaces: "tukak sadai" and "tukaksadai" are one. */
  readonly joined: string;
  /** The same letters as they sound, and with every o an a ("wonorejo", "Wanareja"). */
  readonly sound: string;
  readonly open: string;
}

/** Prepares the words of a name in one spelling of numbers and rivers, and the same as written. */
export function createPlaceName(words: readonly string[], written: readonly string[] = words): PlaceName {
  const joined = words.join('');
  return { words, joined, sound: sounded(written.join('')), open: joined.replaceAll('o', 'a') };
}

/** Whether what was typed may stand for a name. */
type Fits = (typed: PlaceName, name: PlaceName) => boolean;

/** The ways of writing a name, the surer first; the first that fits any name counts. */
export const WAYS: readonly Fits[] = [isAbbreviated, isBlend, isPart, isMistyped, isShortened, isFirstLetterOff];

/** Longest abbreviation of one word ("kep", "spg", "lb"). */
const LONGEST_SHORT = 4;

/**
 * "kep pongok": each word is the name's, or up to four of its letters in order beginning with its first; "kdg kandang" for
 * a name of one word; "ib 1" for Ilir Barat 1, "sinembah tanjung
 * muda hilir" for STM Hilir.
 */
function isAbbreviated({ words }: PlaceName, name: PlaceName): boolean {
  if (words.length < 2) return false;
  const [first = '', ...rest] = words;
  const tail = rest.join('');
  if (name.joined.endsWith(tail) && tail.length > 2 && isShortFor(first, name.joined.slice(0, -tail.length)))
    return true;
  if (words.length < name.words.length) return isInitials(words, name.words);
  if (words.length > name.words.length) return isInitials(name.words, words);
  const exact = words.filter((word, at) => word === name.words[at]);
  return exact.length > 0 && words.every((word, at) => isShortFor(word, name.words[at] ?? ''));
}

/** The first letters of all words but the last, and the last word itself. */
function isInitials(short: readonly string[], long: readonly string[]): boolean {
  const [initials = '', last = '', ...others] = short;
  const letters = long.slice(0, -1).map((word) => word[0] ?? '');
  return others.length === 0 && last === long.at(-1) && initials === letters.join('');
}

function isShortFor(short: string, long: string): boolean {
  if (short === long) return true;
  if (short.length > LONGEST_SHORT || short.length >= long.length || short[0] !== long[0]) return false;
  return isInOrder(short, long);
}

function isInOrder(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Shorter blends are words of their own. */
const SHORTEST_BLEND = 4;
const BLENDED = [2, 3, 4];

/** "kutsel" for Kuta Selatan, or the first letters of three words and more ("stm" for Sinembah Tanjung Muda Hilir). */
function isBlend({ words }: PlaceName, name: PlaceName): boolean {
  const [word = '', ...others] = words;
  if (others.length > 0 || name.words.length < 2) return false;
  const initials = name.words.map((each) => each[0]).join('');
  if (word.length > 2 && initials.startsWith(word)) return true;
  return word.length >= SHORTEST_BLEND && blends(word, name.words);
}

function blends(rest: string, [next, ...later]: readonly string[]): boolean {
  if (next === undefined) return rest === '';
  return BLENDED.some(
    (letters) =>
      next.length > letters - 1 && rest.startsWith(next.slice(0, letters)) && blends(rest.slice(letters), later),
  );
}

/** Shorter parts of a name are left alone. */
export const SHORTEST_PART = 4;

/** A shorter word of a name says nothing. */
const SHORTEST_WORD = 3;

/** Words of the name ("pongok", "gading"), or its beginning ("dukuh" of Dukuhturi). */
function isPart({ words, joined }: PlaceName, name: PlaceName): boolean {
  if (joined.length >= SHORTEST_PART && name.joined.startsWith(joined)) return true;
  return joined.length >= SHORTEST_WORD && words.every((word) => name.words.includes(word));
}

/** A slip of the finger, or another way to spell the same sounds. */
function isMistyped(typed: PlaceName, name: PlaceName): boolean {
  return isNear(typed.joined, name.joined) || isNear(typed.sound, name.sound) || isJavanese(typed, name);
}

/** A shorter name with other vowels is another name. */
const SHORTEST_JAVANESE = 6;

/** "wonorejo" for Wanareja: the a of the west of Java is an o in the east. */
function isJavanese(typed: PlaceName, name: PlaceName): boolean {
  return typed.joined.length >= SHORTEST_JAVANESE && typed.open === name.open;
}

/** Old spelling, Javanese and Acehnese spelling, doubled letters: "Dhuwur", "Tjimahi", "Batee". */
function sounded(name: string): string {
  return name
    .replaceAll(/([bdgkt])h/gu, '$1')
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'j')
    .replaceAll('eu', 'e')
    .replaceAll(/(\p{L})\1/gu, '$1')
    .replaceAll(/ng(?=[bp])/gu, 'm');
}

/** Fewer letters than this stand for too many names. */
const SHORTEST_SHORTENED = 6;
/** At least this part of the letters is there. */
const KEPT = 0.6;

/** "klua" for Kelua: vowels left out; "kdkandang" for Kedungkandang: letters in order from the first to the last. */
function isShortened({ joined: typed }: PlaceName, { joined }: PlaceName): boolean {
  if (typed.length >= SHORTEST_PART && isWithoutVowels(typed, joined)) return true;
  const isEnough = typed.length >= SHORTEST_SHORTENED && typed.length >= joined.length * KEPT;
  return isEnough && typed[0] === joined[0] && typed.at(-1) === joined.at(-1) && isInOrder(typed, joined);
}

/** From this length on a slip in the first letter leaves no doubt among the names of one regency. */
const SURE_LENGTH = 7;

/** "beliling" for Mbeliling. */
function isFirstLetterOff({ joined: typed }: PlaceName, { joined }: PlaceName): boolean {
  if (Math.min(typed.length, joined.length) < SURE_LENGTH || Math.abs(typed.length - joined.length) > 1) return false;
  const isSecondNear = typed[1] === joined[1] || typed[1] === joined[0] || typed[0] === joined[1];
  return isSecondNear && slipsBetween(typed, joined, 1) === 1;
}
