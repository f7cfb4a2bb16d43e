import { expect, test } from 'vitest';

import { createForgetfulLimit } from './limit-rate.ts';

test('a forgetful limit counts for its time, and forgets everybody then without being asked', () => {
  const later: (() => void)[] = [];
  const mayAsk = createForgetfulLimit(2, 60_000, (_ms, run) => void later.push(run));
  expect(['a', 'a', 'a', 'b'].map((who) => mayAsk(who))).toEqual([true, true, false, true]);
  expect(later).toHaveLength(1);
  later.pop()?.();
  expect(['a', 'a', 'a'].map((who) => mayAsk(who))).toEqual([true, true, false]);
  expect(later).toHaveLength(1);
});
