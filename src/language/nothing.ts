import { unreadable, wordsOf } from './normal.ts';
import { isCalled, isSoft } from './polite.ts';
import { NOT } from './yes-no/words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** What people say they have none of, want none of, or leave out. */
const LEFT_OUT = set(
  `ada punya memiliki perlu usah mau minat gadhah gaduh duwe nduwe saya kami lagi sama sekali dulu sampai sekarang email emailnya
  usul usulan usulannya alasan alasannya nomor nomornya itu ini maaf kosong nihil`,
);
const EMPTY = set('kosong nihil');
const DASHES = /^[\s\-–—.]+$/u;

/** True when the whole message says that there is nothing to answer: "ndak punya", "ga ada kak", "tidak usah", "-". */
export function saysNothing(text: string): boolean {
  if (unreadable(text) !== null || text.includes('?')) return false;
  const words = wordsOf(text);
  if (words.length === 0) return DASHES.test(text);
  const said = words.filter((word) => !isCalled(word) && !isSoft(word));
  return (
    said.some((word) => NOT.has(word) || EMPTY.has(word)) && said.every((word) => NOT.has(word) || LEFT_OUT.has(word))
  );
}
