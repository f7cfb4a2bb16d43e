import { normalize } from '../../language/normal.ts';
import { exactWord } from '../service-words.ts';
import { textAt, textsAt } from './raw-step.ts';
import { linkKey, startOf, wordKey } from './starts.ts';
import type { Check, Subject } from './subject.ts';

/** What Telegram takes behind `?start=`. */
const LINK = /^[\w-]{1,64}$/u;
/** A trigger of more words is a sentence, and nobody types it twice the same. */
const LONGEST_KEYWORD = 40;

/** Words and links that start a flow: free, typable, and nobody else's. */
export const checkTriggers: Check = (subject) => {
  const { head, report, world } = subject;
  const start = startOf(head);
  for (const [at, keyword] of textsAt(start, 'kata_kunci').entries()) {
    const place = ['dimulai_oleh', 'kata_kunci', at];
    const words = normalize(keyword.replace(/ <\w+>$/u, ''));
    if (isReserved(words) && subject.name !== words) report('kata_milik_layanan', place, { kata: keyword });
    else if (words === '' || keyword.length > LONGEST_KEYWORD)
      report('kata_kunci_tidak_dapat_diketik', place, { kata: keyword });
    const owner = otherOwner(subject, world.starts.words.get(wordKey(head, keyword)));
    if (owner !== null) report('kata_kunci_ganda', place, { kata: keyword, alur: owner });
  }
  const link = textAt(start, 'tautan');
  if (link === null) return;
  if (!LINK.test(link)) report('tautan_tidak_sah', ['dimulai_oleh', 'tautan'], { tautan: link });
  const owner = otherOwner(subject, world.starts.links.get(linkKey(head, link)));
  if (owner !== null) report('tautan_ganda', ['dimulai_oleh', 'tautan'], { tautan: link, alur: owner });
};

/** Words that belong to the service, and every answer; a flow may only hold one when it is the flow of that name. */
function isReserved(words: string): boolean {
  return exactWord(words) !== null || words === 'ya' || words === 'tidak';
}

/** The flow that claimed the word first, unless it is this one. */
function otherOwner({ name }: Subject, owner: string | undefined): string | null {
  return owner === undefined || owner === name ? null : owner;
}
