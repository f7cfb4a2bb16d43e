import { isNear, isWithoutVowels } from './near.ts';

const MONTH_WORDS: readonly string[] = [
  'januari jan january',
  'februari feb pebruari peb february',
  'maret mar march mrt',
  'april apr aprl',
  'mei may',
  'juni jun june',
  'juli jul july',
  'agustus agu ags agt aug agst august agus',
  'september sep sept spt',
  'oktober okt oct october',
  'november nov nop nopember',
  'desember des dec december',
];
const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1])),
);

/** 1 to 12 for a month as people write it (agt, pebruari, aug, agustu); null for any other word. */
export function monthOf(word: string): number | null {
  const exact = MONTH_BY_WORD.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 4) return null;
  for (const [name, month] of MONTH_BY_WORD)
    if (name.length > 4 && (isNear(word, name) || (word.length > 3 && isWithoutVowels(word, name)))) return month;
  return null;
}

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
  return WEEKDAY_BY_WORD.get(word) ?? null;
}
