import { unreadable, wordsOf } from './normal.ts';
import { trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';

export type Gender = 'laki_laki' | 'perempuan';

const MALE = new Set(
  `l lk laki lakilaki lelaki pria cowok cowo cwo cwok cow male man lanang lalakian laki2 lki jantan jaler kakung laka lak rona muani bapak`.split(
    ' ',
  ),
);
const FEMALE = new Set(
  `p pr prmpuan prempuan perempuan prp wanita wnt cewek cewe cwe cwek female woman wedok wadon babinian bini binian betina perem estri
  wina luh ibu`.split(/\s+/u),
);
const AROUND = new Set(
  'saya jenis kelamin kelaminnya adalah seorang yang sih orang kaum ata asli tulen tentu jelas ini nya'.split(' '),
);

/**
 * Laki-laki or perempuan, in the words people use (L, lk, cowok, lanang, P, pr, cewek, wedok). "P" is perempuan here,
 * because only the question of the sex asks for it. Both, a question or a refusal is none.
 */
export function readGender(text: string): Reading<Gender> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return none('question');
  const all = wordsOf(text);
  const core = trimPolite(all);
  const words = core.length === 0 ? all : core;
  const male = words.some((word) => MALE.has(word));
  const female = words.some((word) => FEMALE.has(word));
  if (male === female || !words.every((word) => MALE.has(word) || FEMALE.has(word) || AROUND.has(word)))
    return none('unclear');
  const value = male ? 'laki_laki' : 'perempuan';
  return core.length === 0 && words.length === 1 ? likely(value) : clear(value);
}
