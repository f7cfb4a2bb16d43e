import { describe, expect, test } from 'vitest';

import type { Mark, MarkAsk, NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { HOUR, MINUTE, SECOND } from './bench.ts';
import { describeManyDeliveries } from './many-deliveries.ts';
import { newDelivery } from './new-delivery.ts';
import { describeSettling } from './settling.ts';
import { CLAIM, FIRST, useDeliveries } from './use-deliveries.ts';
import type { OpenDeliveries } from './use-deliveries.ts';

/** What every store of deliveries must do. */
export function describeDeliveries(name: string, open: OpenDeliveries): void {
  describeSettling(name, open);
  describeManyDeliveries(name, open);

  describe(`${name}: deliveries`, () => {
    const bench = useDeliveries(open);
    const claimedIds = async (except: readonly string[] = [], limit = 10): Promise<string[]> =>
      (await bench.deliveries.claim('sim', 'bulk', { ...CLAIM, except, limit })).map((row) => row.id);

    describe('adding', () => {
      test('keeps every field', async () => {
        const row = newDelivery('d1', bench.now(), {
          content: { text: 'Pilih “Sîti” 👩🏽‍🌾', choices: [{ id: 'k1', code: 'ya', label: 'Ya' }], offer: 'contact' },
          start: { flow: 'minat', args: { tema: 'desa', kosong: null } },
          class: 'reminder',
          yields: true,
          purpose: 'jadwal',
          run: 3,
          pauseAt: bench.now() + HOUR,
          depends: { on: 'b1', version: 4, fields: { pertemuan: 'p2' } },
          zone: 'Asia/Jayapura',
        });
        await bench.deliveries.add([row]);
        expect(await bench.read()).toMatchObject({
          ...row,
          state: 'pending',
          attempt: 0,
          generation: 0,
          flight: 0,
          part: 0,
          platformId: null,
          receipt: null,
          code: null,
          doubtOver: false,
        });
      });

      test('a known row stays as it was, only its run rises', async () => {
        await bench.add('d1', { run: 2 });
        await bench.add('d1', { run: 5, source: 'p2', content: null });
        await bench.add('d1', { run: 1 });
        expect(await bench.read()).toMatchObject({
          run: 5,
          source: 'p1',
          content: { text: expect.any(String) as unknown },
        });
      });

      test('a final row is not awakened by adding it again', async () => {
        await bench.settled('d1', { type: 'sent', platformId: '7' });
        await bench.add('d1');
        expect((await bench.read()).state).toBe('sent');
      });

      test('absent is null', async () => {
        expect(await bench.deliveries.read('none')).toBeNull();
        expect(await bench.deliveries.reply('sim.a', 1)).toBeNull();
      });
    });

    describe('claiming', () => {
      test('gives what is due, oldest first, each row to one pump', async () => {
        const now = bench.now();
        await bench.add('later', { due: now + HOUR });
        await bench.add('a-young', { due: now });
        await bench.add('z-old', { due: now - MINUTE });
        await bench.add('reply', { class: 'reply', seq: 1 });
        await bench.add('elsewhere', { account: 'tg' });
        await bench.add('z-oldest', { due: now - HOUR });
        expect(await claimedIds([], 1)).toEqual(['z-oldest']);
        const pumps = await Promise.all([claimedIds([], 1), claimedIds([], 5), claimedIds([], 5)]);
        expect(pumps.flat().toSorted()).toEqual(['a-young', 'z-old']);
        expect((await bench.read('z-old')).state).toBe('claimed');
      });

      test('gives the replies of one moment by their number', async () => {
        const due = bench.now();
        for (const seq of [10, 2, 9]) await bench.add(`r${seq}`, { class: 'reply', seq, due });
        const claimed = await bench.deliveries.claim('sim', 'reply', CLAIM);
        expect(claimed.map((row) => row.seq)).toEqual([2, 9, 10]);
      });

      test('takes a row back from a pump that died', async () => {
        await bench.add('d1');
        await claimedIds();
        expect(await claimedIds()).toEqual([]);
        await bench.pass(31 * SECOND);
        expect(await claimedIds()).toEqual(['d1']);
      });

      test('passes over paused sources', async () => {
        await bench.add('d1');
        await bench.add('d2', { source: 'p2' });
        expect(await claimedIds(['p1', 'p3'])).toEqual(['d2']);
      });

      test('replies have a lane of their own', async () => {
        await bench.add('d1');
        await bench.add('r1', { class: 'reply', seq: 1 });
        expect(await bench.deliveries.claim('sim', 'reply', CLAIM)).toMatchObject([{ id: 'r1', state: 'claimed' }]);
      });
    });

    describe('marking', () => {
      test('happens once for an attempt, from pending or claimed', async () => {
        await bench.add('d1');
        await claimedIds();
        const marks = await Promise.all([1, 2, 3].map((flight) => bench.deliveries.mark('d1', { ...FIRST, flight })));
        expect(marks.filter((each) => each.type === 'marked')).toEqual([{ type: 'marked', attempt: 1 }]);
        expect(marks.filter((each) => each.type === 'lost')).toHaveLength(2);
        expect(await bench.read()).toMatchObject({ state: 'sending', attempt: 1 });
      });

      test.each<[string, Partial<NewDelivery>, Partial<MarkAsk>, Mark['type']]>([
        ['too early', { due: MINUTE }, {}, 'lost'],
        ['an older attempt', {}, { attempt: 3 }, 'lost'],
        ['another generation', {}, { generation: 1 }, 'lost'],
        ['within the margin of its deadline', { until: MINUTE }, {}, 'expired'],
        ['just outside the margin', { until: MINUTE + SECOND }, { marginMs: 500 }, 'marked'],
        ['in the last minute before quiet hours', { pauseAt: MINUTE }, {}, 'quiet'],
        ['before quiet hours', { pauseAt: MINUTE + SECOND }, {}, 'marked'],
      ])('%s', async (_, times, asked, expected) => {
        const now = bench.now();
        const moved = Object.fromEntries(Object.entries(times).map(([key, ms]) => [key, now + Number(ms)]));
        await bench.add('d1', moved);
        expect((await bench.deliveries.mark('d1', { ...FIRST, ...asked })).type).toBe(expected);
        expect((await bench.read()).state).toBe(expected === 'marked' ? 'sending' : 'pending');
      });

      test('an absent row is lost', async () => {
        expect(await bench.deliveries.mark('none', FIRST)).toEqual({ type: 'lost' });
      });

      test('raising the generation disarms whoever read the row before', async () => {
        await bench.add('d1');
        await bench.deliveries.raiseGeneration('d1', 0);
        await bench.deliveries.raiseGeneration('d1', 0);
        expect((await bench.read()).generation).toBe(1);
        expect(await bench.deliveries.mark('d1', FIRST)).toEqual({ type: 'lost' });
        expect(await bench.mark('d1', { generation: 1 })).toBe(1);
      });
    });

    describe('putting off and closing', () => {
      test('a deferred row is due again later', async () => {
        await bench.add('d1');
        await claimedIds();
        await bench.deliveries.defer('d1', 0, MINUTE);
        expect((await bench.read()).state).toBe('pending');
        expect(await claimedIds()).toEqual([]);
        await bench.pass(MINUTE);
        expect(await claimedIds()).toEqual(['d1']);
      });

      test('a postponed row has its new time and its new quiet hours', async () => {
        await bench.add('d1', { pauseAt: bench.now() });
        const due = bench.now() + HOUR;
        await bench.deliveries.postpone('d1', 0, due, due + HOUR);
        expect(await bench.read()).toMatchObject({ state: 'pending', due, pauseAt: due + HOUR });
      });

      test('a closed row is final, with its reason', async () => {
        await bench.add('d1');
        expect(await bench.deliveries.close('d1', 0, 'skipped', 'moved')).toBe(true);
        expect(await bench.read()).toMatchObject({ state: 'skipped', code: 'moved' });
        expect(await bench.deliveries.close('d1', 0, 'cancelled', 'source')).toBe(false);
        await bench.deliveries.defer('d1', 0, 0);
        expect((await bench.read()).state).toBe('skipped');
      });

      test('nothing touches a row that was marked, or with an older attempt', async () => {
        await bench.add('d1');
        await bench.deliveries.defer('d1', 4, HOUR);
        await bench.deliveries.postpone('d1', 4, 0, null);
        expect(await bench.deliveries.close('d1', 4, 'failed', 'x')).toBe(false);
        await bench.mark();
        await bench.deliveries.defer('d1', 1, HOUR);
        await bench.deliveries.postpone('d1', 1, 0, null);
        expect(await bench.deliveries.close('d1', 1, 'failed', 'x')).toBe(false);
        expect((await bench.read()).state).toBe('sending');
      });
    });
  });
}
