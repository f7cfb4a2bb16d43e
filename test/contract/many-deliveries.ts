import { describe, expect, test } from 'vitest';

import { DAY, HOUR, MINUTE } from './bench.ts';
import { newDelivery } from './new-delivery.ts';
import { useDeliveries } from './use-deliveries.ts';
import type { OpenDeliveries } from './use-deliveries.ts';

/** What every store of deliveries must answer about many of them. */
export function describeManyDeliveries(name: string, open: OpenDeliveries): void {
  describe(`${name}: many deliveries`, () => {
    const bench = useDeliveries(open);

    test('a reply is found by its number, also when it is final', async () => {
      await bench.settled('r1', { type: 'sent', platformId: '1' }, { class: 'reply', seq: 1 });
      await bench.add('r2', { class: 'reply', seq: 2, address: 'sim.b' });
      expect(await bench.deliveries.reply('sim.a', 1)).toMatchObject({ id: 'r1', state: 'sent' });
      expect(await bench.deliveries.reply('sim.a', 2)).toBeNull();
    });

    test('the newest rows of an address come first', async () => {
      for (const id of ['z', 'b', 'm']) await bench.add(id);
      await bench.add('other', { address: 'sim.b' });
      expect((await bench.deliveries.latest('sim.a', 2)).map((row) => row.id)).toEqual(['m', 'b']);
    });

    test('forgets what an address was told and lets no push go there; a reply that waits still goes', async () => {
      const depends = { on: 'b1', version: 1, fields: { nama: 'Siti' } };
      const said = newDelivery('any', 0).content?.text;
      await bench.settled('sent', { type: 'sent', platformId: '1' }, { depends });
      await bench.add('push');
      await bench.add('reply', { class: 'reply', seq: 1 });
      await bench.settled('other', { type: 'sent', platformId: '2' }, { address: 'sim.b' });
      for (let time = 0; time < 2; time++) await bench.deliveries.forget('sim.a');
      expect(await bench.read('sent')).toMatchObject({ state: 'sent', content: null, depends: { fields: {} } });
      expect(await bench.read('push')).toMatchObject({ state: 'skipped', code: 'forgotten', content: null });
      expect(await bench.read('reply')).toMatchObject({ state: 'pending', content: { text: said } });
      expect(await bench.read('other')).toMatchObject({ content: { text: said } });
    });

    test('what is past its time expires, unless it is with the platform', async () => {
      for (const id of ['d1', 'd2', 'd3']) await bench.add(id, { until: bench.now() + HOUR });
      await bench.add('d4');
      await bench.mark('d1');
      await bench.pass(HOUR);
      const expired = await bench.deliveries.expire(10);
      expect(expired.map((row) => [row.id, row.state])).toEqual([
        ['d2', 'expired'],
        ['d3', 'expired'],
      ]);
      expect(await bench.deliveries.expire(10)).toEqual([]);
    });

    test('counts a source by state', async () => {
      await bench.settled('d1', { type: 'sent', platformId: '1' });
      await bench.settled('d2', { type: 'failed', code: 'x' });
      await bench.add('d3');
      await bench.add('d4');
      await bench.add('d5', { source: 'p2' });
      const none = { claimed: 0, sending: 0, uncertain: 0, cancelled: 0, skipped: 0, expired: 0 };
      expect(await bench.deliveries.count('p1')).toEqual({ ...none, sent: 1, failed: 1, pending: 2 });
      expect(await bench.deliveries.outcomes('p1')).toEqual([
        { state: 'failed', code: 'x', count: 1 },
        { state: 'pending', code: null, count: 2 },
        { state: 'sent', code: null, count: 1 },
      ]);
    });

    test('counts what is with the platform and depends on a source or an old schedule', async () => {
      await bench.add('d1', { depends: { on: 'b1', version: 1, fields: {} } });
      await bench.add('d2', { depends: { on: 'b1', version: 2, fields: {} } });
      expect(await bench.deliveries.countSending({ source: 'p1' })).toBe(0);
      await bench.mark('d1');
      await bench.mark('d2');
      expect(await bench.deliveries.countSending({ source: 'p1' })).toBe(2);
      expect(await bench.deliveries.countSending({ on: 'b1', versionBelow: 2 })).toBe(1);
      expect(await bench.deliveries.countSending({ on: 'b1', versionBelow: 1 })).toBe(0);
      expect(await bench.deliveries.countSending({ on: 'b2', versionBelow: 9 })).toBe(0);
    });

    test('closes the unsent rows of a source, in slices', async () => {
      for (const id of ['d1', 'd2', 'd3', 'd4']) await bench.add(id);
      await bench.add('other', { source: 'p2' });
      await bench.mark('d1');
      expect(await bench.deliveries.closeSource('p1', 'cancelled', 2)).toBe(2);
      expect(await bench.deliveries.closeSource('p1', 'cancelled', 2)).toBe(1);
      expect(await bench.deliveries.closeSource('p1', 'cancelled', 2)).toBe(0);
      expect(await bench.deliveries.count('p1')).toMatchObject({ sending: 1, cancelled: 3 });
      expect((await bench.read('other')).state).toBe('pending');
    });

    test('closes only the rows that no later run has seen', async () => {
      await bench.add('d1', { run: 1 });
      await bench.add('d2', { run: 2 });
      expect(await bench.deliveries.closeSource('p1', 'cancelled', 10, 2)).toBe(1);
      expect((await bench.read('d1')).state).toBe('cancelled');
    });

    test('tells which lanes have work', async () => {
      expect(await bench.deliveries.dueLanes()).toEqual([]);
      await bench.add('d1');
      await bench.add('d2');
      await bench.add('r1', { class: 'reply', seq: 1, account: 'tg' });
      const next = bench.now() + HOUR;
      await bench.add('d3', { due: next });
      await bench.add('d4', { due: next + HOUR });
      const lanes = await bench.deliveries.dueLanes();
      expect(lanes.map(({ account, lane }) => `${account} ${lane}`).toSorted()).toEqual(['sim bulk', 'tg reply']);
    });

    test('tells what is open, and how late the oldest is', async () => {
      expect(await bench.deliveries.backlog()).toEqual([]);
      await bench.add('late');
      await bench.pass(HOUR);
      for (const id of ['now', 'sending', 'lost']) await bench.add(id);
      await bench.add('later', { due: bench.now() + HOUR, account: 'tg' });
      await bench.add('r1', { class: 'reply', seq: 1, account: 'tg' });
      await bench.settled('sent', { type: 'sent', platformId: '1' });
      await bench.settled('doubt', { type: 'uncertain', code: 'timeout', final: false });
      await bench.settled('over', { type: 'uncertain', code: 'timeout', final: true });
      await bench.mark('sending');
      const backlog = await bench.deliveries.backlog();
      const told = backlog.map(({ account, lane, state, count }) => `${account} ${lane} ${state} ${count}`);
      expect(told.toSorted()).toEqual([
        'sim bulk sending 1',
        'sim bulk uncertain 2',
        'sim bulk waiting 3',
        'tg bulk waiting 1',
        'tg reply waiting 1',
      ]);
      const late = backlog.filter(({ lateMs }) => lateMs > MINUTE);
      expect(late).toMatchObject([{ account: 'sim', lane: 'bulk', state: 'waiting' }]);
      expect(late[0]?.lateMs).toBeGreaterThanOrEqual(HOUR);
    });

    test('purges final rows past the age of their lane, never an open one', async () => {
      await bench.settled('r1', { type: 'sent', platformId: '1' }, { class: 'reply', seq: 1 });
      await bench.settled('d1', { type: 'sent', platformId: '2' });
      await bench.settled('d2', { type: 'uncertain', code: 'timeout', final: false });
      await bench.settled('d3', { type: 'uncertain', code: 'timeout', final: false });
      await bench.deliveries.giveUpDoubt('d3', 1);
      await bench.add('d4');
      await bench.pass(8 * DAY);
      expect(await bench.deliveries.purge(7 * DAY, 90 * DAY, 10)).toBe(1);
      expect(await bench.deliveries.read('r1')).toBeNull();
      await bench.pass(90 * DAY);
      expect(await bench.deliveries.purge(7 * DAY, 90 * DAY, 1)).toBe(1);
      expect(await bench.deliveries.purge(7 * DAY, 90 * DAY, 10)).toBe(1);
      expect((await bench.read('d2')).state).toBe('uncertain');
      expect((await bench.read('d4')).state).toBe('pending');
    });
  });
}
