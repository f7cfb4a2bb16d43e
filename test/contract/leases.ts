import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Leases } from '../../src/domain/ports/leases.ts';
import { SECOND } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';

const TICK = 'tick';
const LONG = 30 * SECOND;

/** What every store of leases must do. */
export function describeLeases(name: string, open: OpenBench<{ readonly leases: Leases }>): void {
  describe(`${name}: leases`, () => {
    let bench: Bench & { readonly leases: Leases };
    let leases: Leases;
    beforeEach(async () => {
      bench = await open();
      leases = bench.leases;
    });
    afterEach(() => bench.close());

    test('one of many that ask at once becomes the holder', async () => {
      const asked = Array.from({ length: 20 }, (_, index) => leases.take(TICK, `p${index}`, LONG));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });

    test('the holder keeps it by asking again, and nobody else has it meanwhile', async () => {
      expect(await leases.take(TICK, 'a', LONG)).toBe(true);
      await bench.pass(20 * SECOND);
      expect(await leases.take(TICK, 'a', LONG)).toBe(true);
      await bench.pass(20 * SECOND);
      expect(await leases.take(TICK, 'b', LONG)).toBe(false);
    });

    test('a holder that does not renew it loses it, and hears so', async () => {
      await leases.take(TICK, 'a', LONG);
      await bench.pass(LONG + SECOND);
      expect(await leases.take(TICK, 'b', LONG)).toBe(true);
      expect(await leases.take(TICK, 'a', LONG)).toBe(false);
    });

    test('letting go frees it at once, and only for its holder', async () => {
      await leases.take(TICK, 'a', LONG);
      await leases.release(TICK, 'b');
      expect(await leases.take(TICK, 'b', LONG)).toBe(false);
      await leases.release(TICK, 'a');
      expect(await leases.take(TICK, 'b', LONG)).toBe(true);
    });

    test('two names are two leases', async () => {
      expect(await leases.take(TICK, 'a', LONG)).toBe(true);
      expect(await leases.take('account.telegram', 'b', LONG)).toBe(true);
    });
  });
}
