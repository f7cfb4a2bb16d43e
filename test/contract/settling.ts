import { describe, expect, test } from 'vitest';

import type { Delivery, Settlement } from '../../src/domain/ports/deliveries.ts';
import { MINUTE, SECOND } from './bench.ts';
import { CLAIM, useDeliveries } from './use-deliveries.ts';
import type { OpenDeliveries } from './use-deliveries.ts';

/** What every store of deliveries must do after the call to the platform. */
export function describeSettling(name: string, open: OpenDeliveries): void {
  describe(`${name}: what became of a delivery`, () => {
    const bench = useDeliveries(open);

    describe('settling', () => {
      test.each<[Settlement, Partial<Delivery>]>([
        [
          { type: 'sent', platformId: 'wamid.628' },
          { state: 'sent', platformId: 'wamid.628' },
        ],
        [
          { type: 'sent', platformId: null },
          { state: 'sent', platformId: null },
        ],
        [
          { type: 'part', next: 2 },
          { state: 'pending', part: 2 },
        ],
        [
          { type: 'again', inMs: MINUTE, code: '429' },
          { state: 'pending', code: '429', attempt: 1 },
        ],
        [
          { type: 'uncertain', code: 'timeout', final: false },
          { state: 'uncertain', code: 'timeout', doubtOver: false },
        ],
        [
          { type: 'failed', code: 'content' },
          { state: 'failed', code: 'content' },
        ],
        [{ type: 'cancelled', code: 'source' }, { state: 'cancelled' }],
        [{ type: 'skipped', code: 'moved' }, { state: 'skipped' }],
        [{ type: 'expired', code: 'until' }, { state: 'expired' }],
      ])('%j', async (outcome, expected) => {
        await bench.settled('d1', outcome);
        expect(await bench.read()).toMatchObject(expected);
      });

      test('a row that goes on keeps its attempts: the next mark is the next attempt', async () => {
        await bench.settled('d1', { type: 'again', inMs: 0, code: '429' });
        expect(await bench.mark('d1', { attempt: 1 })).toBe(2);
        expect(await bench.deliveries.settle('d1', 1, { type: 'sent', platformId: '1' })).toBe(false);
        expect(await bench.deliveries.settle('d1', 2, { type: 'part', next: 1 })).toBe(true);
        expect(await bench.mark('d1', { attempt: 2 })).toBe(3);
      });

      test('is refused for an older attempt, a row not marked and a final row', async () => {
        await bench.add('d1');
        expect(await bench.deliveries.settle('d1', 0, { type: 'sent', platformId: '1' })).toBe(false);
        const attempt = await bench.mark();
        expect(await bench.deliveries.settle('d1', attempt - 1, { type: 'failed', code: 'x' })).toBe(false);
        expect(await bench.deliveries.settle('d1', attempt, { type: 'sent', platformId: '1' })).toBe(true);
        expect(await bench.deliveries.settle('d1', attempt, { type: 'failed', code: 'x' })).toBe(false);
        expect((await bench.read()).state).toBe('sent');
      });

      test('late truth heals doubt', async () => {
        await bench.settled('d1', { type: 'uncertain', code: 'timeout', final: false });
        expect(await bench.deliveries.settle('d1', 1, { type: 'sent', platformId: '1' })).toBe(true);
        expect((await bench.read()).state).toBe('sent');
      });
    });

    describe('doubt', () => {
      const doubt: Settlement = { type: 'uncertain', code: 'timeout', final: false };

      test('is retried once in a life', async () => {
        await bench.settled('d1', doubt);
        await bench.pass(21 * SECOND);
        expect((await bench.deliveries.doubtful(20 * SECOND, 10)).map((row) => row.id)).toEqual(['d1']);
        const tried = await Promise.all([1, 2].map(() => bench.deliveries.retryDoubt('d1', 1)));
        expect(tried.filter((each) => each)).toHaveLength(1);
        expect((await bench.read()).state).toBe('pending');
        await bench.deliveries.settle('d1', await bench.mark('d1', { attempt: 1 }), doubt);
        await bench.pass(21 * SECOND);
        expect(await bench.deliveries.doubtful(20 * SECOND, 10)).toEqual([]);
        expect(await bench.deliveries.retryDoubt('d1', 2)).toBe(false);
        expect(await bench.read()).toMatchObject({ state: 'uncertain', doubtOver: true });
      });

      describe.each(['pending', 'claimed'] as const)('waiting for its second try, %s', (state) => {
        const wait = async (): Promise<void> => {
          await bench.settled('d1', doubt);
          await bench.deliveries.retryDoubt('d1', 1);
          if (state === 'claimed') await bench.deliveries.claim('sim', 'bulk', CLAIM);
          expect((await bench.read()).state).toBe(state);
        };

        test('it is not tried again when it was taken after all', async () => {
          await wait();
          expect(await bench.deliveries.settle('d1', 1, { type: 'sent', platformId: 'w1' })).toBe(true);
          expect(await bench.read()).toMatchObject({ state: 'sent', platformId: 'w1', part: 0 });
          expect(await bench.deliveries.receipt('sim', 'w1', 'read')).toBe(true);
          expect(await bench.deliveries.claim('sim', 'bulk', CLAIM)).toEqual([]);
        });

        test('it goes on with its next part when this one was taken after all', async () => {
          await wait();
          expect(await bench.deliveries.settle('d1', 1, { type: 'part', next: 1 })).toBe(true);
          expect(await bench.read()).toMatchObject({ state: 'pending', part: 1, attempt: 1 });
          expect(await bench.mark('d1', { attempt: 1 })).toBe(2);
        });

        test.each<Settlement>([
          { type: 'again', inMs: MINUTE, code: '429' },
          { ...doubt, final: true },
          { type: 'failed', code: 'x' },
        ])('nothing else that is told late changes it: $type', async (outcome) => {
          await wait();
          expect(await bench.deliveries.settle('d1', 1, outcome)).toBe(false);
          expect((await bench.read()).state).toBe(state);
        });
      });

      test('given up is final: never waits again, but may still turn out to be sent', async () => {
        await bench.settled('d1', doubt);
        await bench.deliveries.giveUpDoubt('d1', 1);
        expect(await bench.read()).toMatchObject({ state: 'uncertain', doubtOver: true });
        expect(await bench.deliveries.retryDoubt('d1', 1)).toBe(false);
        expect(await bench.deliveries.settle('d1', 1, { type: 'again', inMs: 0, code: '429' })).toBe(false);
        expect(await bench.deliveries.settle('d1', 1, { type: 'sent', platformId: '1' })).toBe(true);
      });

      test('giving up what is not in doubt changes nothing', async () => {
        await bench.add('d1');
        await bench.deliveries.giveUpDoubt('d1', 0);
        expect(await bench.read()).toMatchObject({ state: 'pending', doubtOver: false });
      });

      test('a mark that nobody settled is found by its age', async () => {
        await bench.add('d1');
        await bench.mark();
        expect(await bench.deliveries.stuck(MINUTE, 10)).toEqual([]);
        await bench.pass(2 * MINUTE);
        expect(await bench.deliveries.stuck(MINUTE, 10)).toMatchObject([{ id: 'd1', state: 'sending', attempt: 1 }]);
      });
    });

    describe('receipts', () => {
      test('only rise', async () => {
        await bench.settled('d1', { type: 'sent', platformId: 'w1' });
        await bench.deliveries.receipt('sim', 'w1', 'delivered');
        await bench.deliveries.receipt('sim', 'w1', 'read');
        await bench.deliveries.receipt('sim', 'w1', 'delivered');
        expect(await bench.read()).toMatchObject({ state: 'sent', receipt: 'read' });
      });

      test('of a failure end the row with its code, until one tells that it arrived after all', async () => {
        await bench.settled('d1', { type: 'sent', platformId: 'w1' });
        await bench.deliveries.receipt('sim', 'w1', 'failed', 'not_on_platform');
        expect(await bench.read()).toMatchObject({ state: 'failed', receipt: 'failed', code: 'not_on_platform' });
        await bench.deliveries.receipt('sim', 'w1', 'delivered');
        await bench.deliveries.receipt('sim', 'w1', 'failed', 'not_on_platform');
        expect(await bench.read()).toMatchObject({ state: 'sent', receipt: 'delivered', code: null });
      });

      test.each(['failed', 'delivered', 'read'] as const)('say whether they changed a row: "%s" once', async (kind) => {
        await bench.settled('d1', { type: 'sent', platformId: 'w1' });
        expect(await bench.deliveries.receipt('sim', 'w1', kind)).toBe(true);
        expect(await bench.deliveries.receipt('sim', 'w1', kind)).toBe(false);
      });

      test('of another account or of nothing are let go', async () => {
        await bench.settled('d1', { type: 'sent', platformId: 'w1' });
        expect(await bench.deliveries.receipt('tg', 'w1', 'read')).toBe(false);
        expect(await bench.deliveries.receipt('sim', 'w2', 'read')).toBe(false);
        expect((await bench.read()).receipt).toBeNull();
      });
    });
  });
}
