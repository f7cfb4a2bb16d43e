import { expect, it } from 'vitest';

import { crash } from '../crash/crash.ts';
import { describeOn } from '../servers/use-servers.ts';

/** The storm of crash.test.ts over several processes; `npm run crash -- --pair distributed` is the real one. */
const timeoutMs = 240_000;

const how = { pair: 'distributed', processes: 2, rush: true, fast: true, webhook: true } as const;

describeOn('mongo', 'redis')('kill -9 of one process of two while people register', () => {
  it(
    'loses nothing, seats nobody twice, and repeats only what was in doubt, although Redis forgets everything',
    async () => {
      const { figures, violations } = await crash({ ...how, seed: 3, people: 10, kills: 2, flushes: 1, mutant: null });
      expect(violations).toEqual([]);
      expect(figures).toMatchObject({ kills: 2, lives: 4, flushes: 1, seats: 2, waiting: 8 });
      expect(figures.copies).toBeLessThanOrEqual(figures.resent);
    },
    timeoutMs,
  );

  it(
    'is noticed to break a store with no-mark',
    async () => {
      const { violations } = await crash({ ...how, seed: 1, people: 4, kills: 1, flushes: 0, mutant: 'no-mark' });
      expect(violations.join('\n')).toMatch(/heard answer \d+ again, and it was never in doubt/u);
    },
    timeoutMs,
  );
});
