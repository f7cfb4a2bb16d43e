import { byStart, isNear, isWithoutVowels, slipsBetween } from '../near.ts';
import { undoubled } from '../normal.ts';

const MONTH_WORDS: readonly string[] = [
  'januari jan january',
  'februari feb pebruari peb february',
  'maret mar march mrt',
  'april apr aprl',
  'mei may mey',
  'juni jun june juny',
  'juli jul july',
  'agustus agu ags agt aug agst agts august agus',
  'september sep sept spt',
  'oktober okt oct october',
  'november nov nop nopember',
  'desember des dec december',
];
const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1])),
);
const MONTHS_BY_START = byStart([...MONTH_BY_WORD.keys()]);

/** 1 to 12 for a month as people write it (agt, pebruari, aug, agustu); null for any other word. */
export function monthOf(word: string): number | null {
  const exact = MONTH_BY_WORD.get(word);
  if (exact !== undefined) return exact;
  if (word.length < SHORTEST_SLIP) return null;
  const begun = MONTH_WORDS.findIndex((words) => words.startsWith(word));
  if (begun >= 0) return begun + 1;
  const meant = MONTHS_BY_START.get(word.charAt(0))?.find((name) => isSlipOf(word, name));
  return meant === undefined ? null : (MONTH_BY_WORD.get(meant) ?? null);
}

function isSlipOf(word: string, name: string): boolean {
  return name.length > SHORTEST_SLIP && (isNear(word, name) || isWithoutVowels(word, name) || lacksLetter(word, name));
}

/** Fewer letters stand for too many words. */
const SHORTEST_SLIP = 4;

/** "apil", "mart": five-letter months with one letter left out. */
function lacksLetter(word: string, name: string): boolean {
  return name.length === word.length + 1 && word[0] === name[0] && slipsBetween(word, name, 1) === 1;
}

const WEEKDAYS: readonly string[] = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
const WEEKDAYS_BY_START = byStart(WEEKDAYS);
const WEEKDAY_BY_WORD: ReadonlyMap<string, number> = new Map(
  [
    'ahad minggu akad',
    'senin senen snin sen isnin sinayan',
    'selasa slasa salasa sls salaso',
    'rabu rebo rab arba rabaa',
    'kamis kms kemis kamih',
    'jumat jum jmt jumaat jemuah jemah jumahat',
    'sabtu sbt setu saptu',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at])),
);

/** 0 = Minggu ... 6 = Sabtu for a day of the week; null for any other word. */
export function weekdayIn(word: string): number | null {
  const known = WEEKDAY_BY_WORD.get(word);
  if (known !== undefined) return known;
  const day = WEEKDAYS_BY_START.get(word.charAt(0))?.find(
    (name) => isWithoutVowels(word, name) || undoubled(word) === name,
  );
  return day === undefined ? null : WEEKDAYS.indexOf(day);
}
