import { beforeEach, describe, expect, test } from 'vitest';

import { DAY, SECOND } from '../contract/bench.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { FIRST } from '../contract/use-deliveries.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';
import { A, EMPTY, WHO, manyDeliveries, push, take, useLedgers } from './open-ledger.ts';
import type { Ledger } from './open-ledger.ts';

// What only this store can get wrong while nothing fails; what every store must do stands in the contract suites.

const CLAIM = { limit: 20, leaseMs: 30 * SECOND, except: [] };
const PROCESSES = 20;

const winners = (results: readonly unknown[]): number => results.filter((each) => each === true).length;

describeOn('mongo')('MongoDB: addresses and deliveries', () => {
  const newDatabase = useMongo();
  const start = useLedgers();
  let database: TestDatabase;
  let first: Ledger;
  beforeEach(async () => {
    database = await newDatabase();
    first = await start(database.url);
    await first.addresses.meet(A, WHO);
  });
  const add = (count: number, run = 0): Promise<void> =>
    first.deliveries.add(manyDeliveries(count, first.now(), { run }));

  describe('many processes at one row', () => {
    let processes: readonly Ledger[];
    beforeEach(async () => {
      processes = await Promise.all(Array.from({ length: PROCESSES }, () => start(database.url)));
    });
    const all = <Result>(act: (process: Ledger, index: number) => Promise<Result>): Promise<Result[]> =>
      Promise.all(processes.map(act));

    test('one takes it', async () => {
      const takers = await all(({ addresses }, index) => addresses.take(A, `p${index}`));
      expect(takers.filter((each) => each !== 'busy')).toMatchObject([{ fence: 1 }]);
      expect(takers.filter((each) => each === 'busy')).toHaveLength(PROCESSES - 1);
    });

    test('one commits a turn, and what it wrote stands', async () => {
      const hold = await take(first, 'p');
      const commits = await all(({ addresses }, index) => addresses.commit(A, hold, { ...EMPTY, lastReply: index }));
      expect(winners(commits)).toBe(1);
      expect(await first.addresses.read(A)).toMatchObject({ turn: 1, lastReply: commits.indexOf(true) });
    });

    test('one is let in at the gate, flight after flight', async () => {
      for (let flight = 1; flight <= 3; flight++) {
        const gates = await all(({ addresses }, index) => addresses.enter(A, push(`d${index}`)));
        expect(gates.filter((gate) => gate.type === 'open')).toMatchObject([{ flight }]);
        expect(gates.filter((gate) => gate.type === 'shut' && gate.why === 'busy')).toHaveLength(PROCESSES - 1);
        await all(({ addresses }) => addresses.leave(A, flight, null));
      }
    });

    test('one marks a row, one settles it, one tries its doubt again', async () => {
      await add(1);
      const marks = await all(({ deliveries }, flight) => deliveries.mark('d0', { ...FIRST, flight }));
      expect(marks.filter((each) => each.type === 'marked')).toHaveLength(1);
      const doubt = { type: 'uncertain', code: 'timeout', final: false } as const;
      expect(await first.deliveries.settle('d0', 1, doubt)).toBe(true);
      expect(winners(await all(({ deliveries }) => deliveries.retryDoubt('d0', 1)))).toBe(1);
      await first.deliveries.mark('d0', { ...FIRST, attempt: 1 });
      const sent = { type: 'sent', platformId: 'w1' } as const;
      expect(winners(await all(({ deliveries }) => deliveries.settle('d0', 2, sent)))).toBe(1);
    });

    test('each row is claimed once, and none is left over', async () => {
      await add(120);
      const pump = async (process: Ledger): Promise<string[]> => {
        const claimed = await process.deliveries.claim('sim', 'bulk', CLAIM);
        return claimed.length === 0 ? [] : [...claimed.map(({ id }) => id), ...(await pump(process))];
      };
      const claimed = (await all(pump)).flat();
      expect(claimed.toSorted()).toEqual(
        manyDeliveries(120, 0)
          .map(({ id }) => id)
          .toSorted(),
      );
    });

    test('no pump goes away empty while rows are left that none has', async () => {
      await add(120);
      const pages = await all(({ deliveries }) => deliveries.claim('sim', 'bulk', { ...CLAIM, limit: 5 }));
      expect(pages.filter((page) => page.length === 0)).toEqual([]);
    });

    test('slices of a source are full until nothing is left, and each row is counted once', async () => {
      await add(120);
      const close = async (process: Ledger): Promise<number> => {
        const closed = await process.deliveries.closeSource('p1', 'cancelled', 20);
        return closed < 20 ? closed : closed + (await close(process));
      };
      const closed = await all(close);
      expect(closed.reduce((sum, each) => sum + each, 0)).toBe(120);
      expect(await first.deliveries.count('p1')).toMatchObject({ pending: 0, cancelled: 120 });
    });

    test('what is over is handed to one of them', async () => {
      await add(50);
      await database.age(2 * DAY);
      const expired = await all(({ deliveries }) => deliveries.expire(20));
      const ids = expired.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length + (await first.deliveries.count('p1')).pending).toBe(50);
    });

    test('one raises the number of the reply whose turn it is, and no bell is lost', async () => {
      await all(({ addresses }) => addresses.advance(A, 1));
      await all(({ addresses }) => addresses.ring(A));
      expect(await first.addresses.read(A)).toMatchObject({ nextReply: 2, bell: PROCESSES });
    });
  });

  test('2,000 rows that two processes add at once, and again, are 2,000 rows; the higher run stays', async () => {
    const second = await start(database.url);
    const rows = (run: number) => manyDeliveries(2000, first.now(), { run });
    await Promise.all([first.deliveries.add(rows(1)), second.deliveries.add(rows(2))]);
    await first.deliveries.add(rows(1));
    expect(await first.deliveries.count('p1')).toMatchObject({ pending: 2000 });
    expect(await database.db.collection('delivery').countDocuments({ run: 2 })).toBe(2000);
  });

  test('calls for what is not there answer so and make nothing', async () => {
    const { addresses, deliveries } = first;
    await database.db.collection('address').deleteMany({});
    expect(await addresses.take('x', 'p')).toBe('absent');
    expect(await addresses.commit('x', { fence: 0, turn: 0 }, EMPTY)).toBe(false);
    expect(await addresses.release('x', { fence: 0, bell: 0 }, { next: null, stumbled: true })).toBe(false);
    expect(await addresses.enter('x', push('d'))).toEqual({ type: 'shut', why: 'absent' });
    expect(await addresses.strike('x', DAY)).toBe(0);
    await addresses.ring('x');
    await addresses.leave('x', 0, '2026-12-01');
    await addresses.advance('x', 1);
    await addresses.forbid('x', { stopped: true, muted: [] }, 1);
    await addresses.setDead('x', true);
    await addresses.move('x', '1');
    expect(await deliveries.mark('x', FIRST)).toEqual({ type: 'lost' });
    expect(await deliveries.settle('x', 0, { type: 'sent', platformId: 'w' })).toBe(false);
    expect(await deliveries.close('x', 0, 'failed', 'x')).toBe(false);
    expect(await deliveries.retryDoubt('x', 0)).toBe(false);
    await deliveries.defer('x', 0, 0);
    await deliveries.postpone('x', 0, 0, null);
    await deliveries.giveUpDoubt('x', 0);
    await deliveries.raiseGeneration('x', 0);
    await deliveries.receipt('sim', 'w', 'read');
    for (const name of ['address', 'delivery']) expect(await database.db.collection(name).countDocuments()).toBe(0);
  });

  test('the flags by which open rows are found stand as long as they are open', async () => {
    const { deliveries } = first;
    await add(9);
    await deliveries.claim('sim', 'bulk', { ...CLAIM, limit: 2 });
    for (const id of ['d2', 'd3', 'd4', 'd5', 'd6']) await deliveries.mark(id, FIRST);
    const doubt = { type: 'uncertain', code: 'timeout' } as const;
    await deliveries.settle('d3', 1, { ...doubt, final: false });
    await deliveries.settle('d4', 1, { ...doubt, final: true });
    await deliveries.settle('d5', 1, { type: 'sent', platformId: null });
    await deliveries.settle('d6', 1, { type: 'again', inMs: 0, code: '429' });
    await deliveries.close('d7', 0, 'skipped', 'moved');
    const rows = await database.db.collection('delivery').find().sort({ _id: 1 }).toArray();
    const found = rows.map(
      (row) => [row['state'], row['waiting'], row['hot'], row['finalAt'] !== undefined] as unknown[],
    );
    const [waits, hot, ended] = [
      [true, undefined, false],
      [undefined, true, false],
      [undefined, undefined, true],
    ];
    expect(found).toEqual([
      ['claimed', ...waits],
      ['claimed', ...waits],
      ['sending', ...hot],
      ['uncertain', ...hot],
      ['uncertain', undefined, true, true],
      ['sent', ...ended],
      ['pending', ...waits],
      ['skipped', ...ended],
      ['pending', ...waits],
    ]);
  });

  test('nothing that a person wrote or is called by can be read in the database', async () => {
    const hold = await take(first, 'p1');
    const said = 'Siti Rahayu, 081234567890';
    const owed = [newDelivery(`${A}.0.1`, first.now(), { content: { text: said }, class: 'reply', seq: 1 })];
    await first.addresses.commit(A, hold, { ...EMPTY, owed });
    await first.deliveries.add(owed);
    const kept = await Promise.all(
      ['address', 'delivery'].map((name) => database.db.collection(name).find().toArray()),
    );
    const text = JSON.stringify(kept, (_, value: unknown) => value);
    expect(text).not.toContain('Siti');
    expect(text).not.toContain(WHO.chat);
    expect(Buffer.from(text).toString('latin1')).not.toContain(Buffer.from(WHO.chat).toString('base64'));
  });
});
