import { describe, expect, test } from 'vitest';

import { checkQueue, checkReplyWaits } from './check-crowd.ts';
import { ringForEach, standInLine } from './mutate-ports.ts';

const faithful = { name: 'faithful' };

describe('a push to a crowd', { timeout: 60_000 }, () => {
  test('is hardly noticed by those who talk meanwhile', async () => {
    expect(await checkReplyWaits(1, faithful)).toEqual([]);
    expect(await checkReplyWaits(1, { name: 'one lane for all', ports: standInLine })).not.toEqual([]);
  });

  test('lies in the queue as a ring, however many are told', async () => {
    expect(await checkQueue(1, faithful)).toEqual([]);
    expect(await checkQueue(1, { name: 'a ring for each', ports: ringForEach })).not.toEqual([]);
  });
});
