import type { Attempted } from './attempt.ts';
import { waitAfter } from './endings.ts';
import { restartsAtOnce } from './limits.ts';

/** How long to wait after each end in a row; `chance` gives numbers from 0 to 1. */
export function createPatience(chance: () => number) {
  let failures = 0;
  let restarts = 0;
  return {
    next: ({ next, wasStable }: Attempted): number => {
      if (wasStable) failures = 0;
      restarts = next === 'at_once' ? restarts + 1 : 0;
      if (next === 'at_once' && restarts <= restartsAtOnce) return 0;
      failures += 1;
      return waitAfter(failures - 1, chance());
    },
  };
}
