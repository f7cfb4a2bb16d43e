import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Accounts } from '../../src/domain/ports/accounts.ts';
import { MINUTE } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';

/** What every store of channel accounts must do. */
export function describeAccounts(name: string, open: OpenBench<{ readonly accounts: Accounts }>): void {
  describe(`${name}: accounts`, () => {
    let bench: Bench & { readonly accounts: Accounts };
    beforeEach(async () => void (bench = await open()));
    afterEach(() => bench.close());
    const frozenFor = async (account = 'tg'): Promise<number> => (await bench.accounts.read(account)).frozenForMs;

    test('an account never heard of is free', async () => {
      expect(await bench.accounts.read('tg')).toEqual({ frozenForMs: 0, halted: null });
    });

    test('a freeze melts with time, and a shorter one does not shorten it', async () => {
      await bench.accounts.freeze('tg', 2 * MINUTE);
      await bench.accounts.freeze('tg', MINUTE);
      await bench.pass(MINUTE);
      expect(await frozenFor()).toBeGreaterThan(MINUTE - 5_000);
      expect(await frozenFor()).toBeLessThanOrEqual(MINUTE);
      await bench.pass(MINUTE);
      expect(await frozenFor()).toBe(0);
      expect(await frozenFor('wa')).toBe(0);
    });

    test('a halt keeps its first reason until it is ended', async () => {
      await bench.accounts.halt('tg', 'unauthorized');
      await bench.accounts.halt('tg', 'later');
      expect((await bench.accounts.read('tg')).halted).toBe('unauthorized');
      await bench.accounts.resume('tg');
      await bench.accounts.resume('tg');
      expect((await bench.accounts.read('tg')).halted).toBeNull();
      await bench.accounts.halt('tg', 'later');
      expect((await bench.accounts.read('tg')).halted).toBe('later');
    });
  });
}
