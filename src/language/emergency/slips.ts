import { byStart, isNear, isWithoutVowels, slipsBetween } from '../near.ts';
import { LEXICON } from './lexicon.ts';

/** Long words that a shaking hand mistypes by a wrong letter, too. */
const LONG = byStart(
  `kebakaran kecelakaan tabrakan tenggelam pingsan perampok melahirkan ambulans pendarahan kebakar longsor keracunan
  terbakar tertimpa ditabrak dipukuli ambulance dibacok dibegal kebanjiran kesetrum tersengat ledakan`.split(/\s+/u),
);
/** The shortest of them, less the one letter that may be missing. */
const SHORTEST_WRONG = 6;

/** A word that can be spoken is a slip only from this length on: "masak" is a word of its own. */
const SHORTEST_SPOKEN = 6;
/** With a wrong letter only from this one on: "Tarakan" is no "tabrakan". */
const SHORTEST_SPOKEN_WRONG = 8;
const SHORTEST_TYPED = 4;
const SHORTEST_MEANT = 5;
/** Towns, and words of English, that are a letter away from a word of danger. */
const NO_SLIPS = new Set(['malang', 'bangka', 'back', 'lets', 'less', 'path', 'turn']);
/** Roots are mistyped with these before them: "dipkul", "kebkar". */
const PREFIXES = ['', 'di', 'ke', 'ter'];
const ENDINGS = ['', 'i', 'in', 'kan'];
/** Words of a call that stand in no family. */
const CALLING = ['darurat', 'tolong', 'tolongin', 'bahaya'];
const BEGINS_WITH_VOWEL = /^[aeiou]/u;

/** Clusters that no Indonesian word has: at its start, at its end, anywhere. */
const UNSPOKEN =
  /^(?!pr|br|tr|dr|kr|gr|fr|kl|bl|gl|pl|fl|sl|st|sk|sp|sw|sm|sn|ng|ny|kh|sy|mb|nd|ps|ts|kw)[^aeiou]{2}|(?!ng|ks|rs|ns|kt|rt|lt|nk|nt|rm|ks)[^aeiou]{2}$|[^aeiou]{4}|[bcdghjptwy][bcdgjkmnptswy]|aa|ii|uu|oo|ee|^[^aeiou]+$/u;

const VOWELS = new Set('aeiou');

/** The consonants of a word, "ng" as the one sound it is. */
function boneOf(word: string): string {
  let bone = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    if (!VOWELS.has(letter) && !(letter === 'n' && word[at + 1] === 'g')) bone += letter;
  }
  return bone;
}

const MEANT: ReadonlyMap<string, readonly string[]> = byBone();

function byBone(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const roots = [LEXICON.any, LEXICON.mishap, LEXICON.deed].flatMap((words) => [...words.keys()]);
  const pairs = [...LEXICON.pairs].flatMap(([first, seconds]) =>
    [...seconds.keys()].flatMap((second) => [first, ...second.split(' ')]),
  );
  const whole = [...roots.flatMap(formsOf), ...CALLING, ...LEXICON.plain.keys(), ...pairs];
  // What happens stands before what it happens with: "kjang" is kejang, no kujang.
  for (const word of new Set(whole)) {
    const bone = boneOf(word);
    if (word.length >= SHORTEST_MEANT) found.set(bone, [...(found.get(bone) ?? []), word]);
  }
  return found;
}

function formsOf(root: string): string[] {
  if (BEGINS_WITH_VOWEL.test(root)) return [root];
  return PREFIXES.flatMap((prefix) => ENDINGS.map((ending) => `${prefix}${root}${ending}`));
}

/** The word of danger that a word is with a slip of the finger ("kbakaran", "digigt", "maling" as "malign"); else the word itself. */
export function withoutSlip(word: string): string {
  if (word.length < SHORTEST_TYPED || LEXICON.plain.has(word) || LEXICON.any.has(word)) return word;
  if (NO_SLIPS.has(word)) return word;
  const alike = MEANT.get(boneOf(word));
  const long = word.length < SHORTEST_WRONG ? undefined : LONG.get(word.charAt(0));
  if (alike === undefined && long === undefined) return word;
  const isSpoken = !UNSPOKEN.test(word);
  if (isSpoken && word.length < SHORTEST_SPOKEN) return word;
  return sameBone(word, alike, isSpoken) ?? wrongLetter(word, long, isSpoken) ?? word;
}

/** Vowels left out, or two letters that changed places. */
function sameBone(word: string, alike: readonly string[] | undefined, isSpoken: boolean): string | undefined {
  return alike?.find(
    (meant) =>
      isSwapped(word, meant) || (isWithoutVowels(word, meant) && (!isSpoken || meant.length === word.length + 1)),
  );
}

function wrongLetter(word: string, long: readonly string[] | undefined, isSpoken: boolean): string | undefined {
  if (!isSpoken) return long?.find((meant) => isNear(word, meant));
  if (word.length < SHORTEST_SPOKEN_WRONG) return undefined;
  return long?.find((meant) => word[0] === meant[0] && slipsBetween(word, meant, 1) <= 1);
}

function isSwapped(typed: string, meant: string): boolean {
  if (typed.length !== meant.length || typed[0] !== meant[0]) return false;
  let at = 1;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2);
}
