import { normalize } from '../../language/normal.ts';
import { isRawMap } from '../raw-data.ts';
import type { RawMap } from '../raw-data.ts';
import { exactWord } from '../service-words.ts';
import { textAt, textsAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** What Telegram takes behind `?start=`. */
const LINK = /^[\w-]{1,64}$/u;
/** A trigger of more words is a sentence, and nobody types it twice the same. */
const LONGEST_KEYWORD = 40;

/** Words and links that start a flow: free, typable, and nobody else's. */
export const checkTriggers: Check = (subject) => {
  const { report } = subject;
  const start = startOf(subject);
  for (const [at, keyword] of textsAt(start, 'kata_kunci').entries()) {
    const place = ['dimulai_oleh', 'kata_kunci', at];
    const words = normalize(keyword.replace(/ <\w+>$/u, ''));
    if (isReserved(words) && subject.name !== words) report('kata_milik_layanan', place, { kata: keyword });
    else if (words === '' || keyword.length > LONGEST_KEYWORD)
      report('kata_kunci_tidak_dapat_diketik', place, { kata: keyword });
    const owner = ownerOf(subject, ({ head }) =>
      textsAt(head, 'kata_kunci').some((one) => normalize(one) === normalize(keyword)),
    );
    if (owner !== null) report('kata_kunci_ganda', place, { kata: keyword, alur: owner });
  }
  const link = textAt(start, 'tautan');
  if (link === null) return;
  if (!LINK.test(link)) report('tautan_tidak_sah', ['dimulai_oleh', 'tautan'], { tautan: link });
  const owner = ownerOf(subject, ({ head }) => textAt(head, 'tautan') === link);
  if (owner !== null) report('tautan_ganda', ['dimulai_oleh', 'tautan'], { tautan: link, alur: owner });
};

/** Words that belong to the service, and every answer; a flow may only hold one when it is the flow of that name. */
function isReserved(words: string): boolean {
  return exactWord(words) !== null || words === 'ya' || words === 'tidak';
}

function startOf({ head }: Pick<Subject, 'head'>): RawMap {
  const start = head['dimulai_oleh'];
  return isRawMap(start) ? start : {};
}

/** A flow before this one whose start fits; flows for officers and flows for residents do not hear one another's words. */
function ownerOf(subject: Subject, fits: (start: { readonly head: RawMap }) => boolean): string | null {
  for (const [name, other] of subject.others) {
    if (name === subject.name) return null;
    const sameReaders = textAt(other.head, 'untuk') === textAt(subject.head, 'untuk');
    if (sameReaders && fits({ head: startOf(other) })) return name;
  }
  return null;
}
