import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Arrival, Inbox } from '../../src/domain/ports/inbox.ts';
import { DAY, SECOND } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';

function arrival(id: string, more: Partial<Arrival> = {}): Arrival {
  const input = { type: 'text', text: 'daftar' } as const;
  return { id, address: 'sim.a', account: 'sim', chat: '0812', order: 1, group: null, input, ...more };
}

/** What every store of the inbox must do. */
export function describeInbox(name: string, open: OpenBench<{ readonly inbox: Inbox }>): void {
  describe(`${name}: inbox`, () => {
    let bench: Bench & { readonly inbox: Inbox };
    beforeEach(async () => void (bench = await open()));
    afterEach(() => bench.close());
    const waitingIds = async (address = 'sim.a', limit = 100): Promise<string[]> =>
      (await bench.inbox.waiting(address, limit)).map((row) => row.id);

    test('ten copies of one update in parallel are new once', async () => {
      const copies = Array.from({ length: 10 }, () => bench.inbox.accept([arrival('m1')]));
      const answers = (await Promise.all(copies)).flat();
      expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
      expect(await waitingIds()).toEqual(['m1']);
    });

    test('the answers follow the rows, also for a copy within one call', async () => {
      await bench.inbox.accept([arrival('m2')]);
      const answers = await bench.inbox.accept([arrival('m1'), arrival('m2'), arrival('m3'), arrival('m1')]);
      expect(answers).toEqual(['new', 'known', 'new', 'known']);
    });

    test('nothing to accept is no mistake', async () => {
      expect(await bench.inbox.accept([])).toEqual([]);
    });

    test.each<Arrival['input']>([
      { type: 'text', text: 'Nama saya “Sîti” 👩🏽‍🌾\nRT 02; DROP TABLE' },
      { type: 'text', text: '' },
      { type: 'tap', choice: 'k:3:ya' },
      { type: 'photo', ref: 'file-1', caption: 'KTP' },
      { type: 'location', lat: -2.7411, lon: 106.4402 },
      { type: 'contact', phone: '+628120000001' },
      { type: 'start', flow: 'pendaftaran', args: { gelombang: 'g1', kosong: null } },
      { type: 'unreadable', kind: 'voice' },
      { type: 'blocked' },
    ])('gives back what came in: %j', async (input) => {
      const row = arrival('m1', { input, chat: '62812', group: 'album-1', order: 7 });
      const at = bench.now();
      await bench.inbox.accept([row]);
      const [kept] = await bench.inbox.waiting('sim.a', 10);
      expect(kept).toEqual({ ...row, at: expect.any(Number) as unknown });
      expect(kept?.at).toBeGreaterThanOrEqual(at);
    });

    test('a known row stays as it was, waiting or handled', async () => {
      await bench.inbox.accept([arrival('m1', { chat: 'first' })]);
      await bench.inbox.accept([arrival('m1', { chat: 'second', address: 'sim.b' })]);
      expect(await bench.inbox.waiting('sim.a', 10)).toMatchObject([{ chat: 'first' }]);
      await bench.inbox.close([{ id: 'm1', as: 'done' }]);
      expect(await bench.inbox.accept([arrival('m1')])).toEqual(['known']);
      expect(await waitingIds()).toEqual([]);
    });

    test('rows wait in the order of the platform, then of their coming, then by id', async () => {
      await bench.inbox.accept([arrival('z', { order: 5 }), arrival('b', { order: 9 }), arrival('a', { order: 9 })]);
      await bench.pass(SECOND);
      await bench.inbox.accept([arrival('y', { order: 5 }), arrival('x', { order: 2 })]);
      expect(await waitingIds()).toEqual(['x', 'z', 'y', 'a', 'b']);
      expect(await waitingIds('sim.a', 2)).toEqual(['x', 'z']);
    });

    test('each address has its own rows', async () => {
      await bench.inbox.accept([arrival('m1'), arrival('m2', { address: 'sim.b' })]);
      expect(await waitingIds('sim.b')).toEqual(['m2']);
      expect(await waitingIds('sim.c')).toEqual([]);
    });

    test('closing twice, or something absent, changes nothing', async () => {
      await bench.inbox.accept([arrival('m1'), arrival('m2'), arrival('m3')]);
      await bench.inbox.close([
        { id: 'm1', as: 'done' },
        { id: 'm2', as: 'aside' },
        { id: 'none', as: 'done' },
      ]);
      await bench.inbox.close([{ id: 'm2', as: 'done' }]);
      await bench.inbox.close([{ id: 'm1', as: 'aside' }]);
      expect(await waitingIds()).toEqual(['m3']);
      expect(await bench.inbox.countAside()).toBe(1);
    });

    test('a neglected address is named once, when its row is old enough and still waits', async () => {
      await bench.inbox.accept([arrival('m1'), arrival('m2'), arrival('m3', { address: 'sim.b' })]);
      await bench.inbox.close([{ id: 'm3', as: 'done' }]);
      await bench.pass(6 * SECOND);
      await bench.inbox.accept([arrival('m4', { address: 'sim.c' })]);
      expect(await bench.inbox.neglected(5 * SECOND, 10)).toEqual(['sim.a']);
      await bench.pass(6 * SECOND);
      expect([...(await bench.inbox.neglected(5 * SECOND, 10))].toSorted()).toEqual(['sim.a', 'sim.c']);
      expect(await bench.inbox.neglected(5 * SECOND, 1)).toHaveLength(1);
    });

    test('forgets closed rows past their age, never a waiting one, and no more than asked', async () => {
      await bench.inbox.accept([arrival('m1'), arrival('m2'), arrival('m3'), arrival('m4')]);
      await bench.inbox.close([
        { id: 'm1', as: 'done' },
        { id: 'm2', as: 'aside' },
        { id: 'm3', as: 'done' },
      ]);
      expect(await bench.inbox.purge(8 * DAY, 10)).toBe(0);
      await bench.pass(9 * DAY);
      expect(await bench.inbox.purge(8 * DAY, 2)).toBe(2);
      expect(await bench.inbox.purge(8 * DAY, 2)).toBe(1);
      expect(await waitingIds()).toEqual(['m4']);
      expect(await bench.inbox.accept([arrival('m1'), arrival('m4')])).toEqual(['new', 'known']);
    });
  });
}
