import type { Check } from './subject.ts';

/** Words that say what happens when all attempts are used up, and nothing anywhere else. */
const OF_EXHAUSTED: ReadonlySet<string> = new Set(['petugas', 'lewati']);

/** `petugas` and `lewati` as a whole branch stand under `jika_habis` alone. */
export const checkBranchWords: Check = ({ every, report }) => {
  for (const { branches } of every) {
    for (const { key, only, place } of branches) {
      if (key !== 'jika_habis' && only !== null && OF_EXHAUSTED.has(only))
        report('kata_cabang_keliru', place, { kata: only });
    }
  }
};
