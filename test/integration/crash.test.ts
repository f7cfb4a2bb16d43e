import { describe, expect, it } from 'vitest';

import { crash } from '../crash/crash.ts';
import type { Outcome } from '../crash/crash.ts';
import type { Settings } from '../crash/settings.ts';

/** A storm in a glass: `npm run crash` is the real one. Several processes are born and die in each. */
const timeoutMs = 120_000;

function storm(how: Pick<Settings, 'seed' | 'people' | 'kills' | 'mutant'>): Promise<Outcome> {
  return crash({ ...how, pair: 'embedded', processes: 1, flushes: 0, rush: false, fast: true, webhook: false });
}

describe('kill -9 while people register', () => {
  it(
    'loses nothing, seats nobody twice, and repeats only what was in doubt',
    async () => {
      // Twice while messages are on their way, and once while it starts up again.
      const { figures, violations } = await storm({ seed: 3, people: 14, kills: 3, mutant: null });
      expect(violations).toEqual([]);
      expect(figures).toMatchObject({ kills: 3, lives: 4, seats: 4, waiting: 1 });
      expect(figures.copies).toBeLessThanOrEqual(figures.resent);
    },
    timeoutMs,
  );

  it.each([
    ['no-mark', /heard answer \d+ again, and it was never in doubt/u],
    ['no-inbox-key', /messages and taps, but \d+ inbox rows/u],
  ])(
    'is noticed to break a store with %s',
    async (mutant, sign) => {
      const { violations } = await storm({ seed: 1, people: 4, kills: 1, mutant });
      expect(violations.join('\n')).toMatch(sign);
    },
    timeoutMs,
  );
});
