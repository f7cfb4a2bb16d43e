import type { Place } from '../build.ts';
import { isRawMap } from '../raw-data.ts';
import type { RawMap } from '../raw-data.ts';
import type { Check } from './subject.ts';

/** Keys that the language has and this release does not act on: accepted, so that flows written for them need no change. */
const NOT_YET: Readonly<Record<'head' | 'dimulai_oleh' | 'bagian' | 'tanya', readonly string[]>> = {
  head: [],
  dimulai_oleh: [],
  bagian: ['sekaligus'],
  tanya: [],
};

/** Tells authors of keys that do nothing yet, so that nobody waits for them. */
export const checkNotYet: Check = ({ head, every, report }) => {
  const tell = (block: RawMap, keys: readonly string[], place: Place): void => {
    for (const kunci of keys) {
      if (block[kunci] !== undefined) report('belum_berlaku', [...place, kunci], { kunci }, 'warning');
    }
  };
  tell(head, NOT_YET.head, []);
  const { dimulai_oleh: start } = head;
  if (isRawMap(start)) tell(start, NOT_YET.dimulai_oleh, ['dimulai_oleh']);
  for (const { word, block, place } of every) {
    if (word === 'bagian' || word === 'tanya') tell(block, NOT_YET[word], place);
  }
};
