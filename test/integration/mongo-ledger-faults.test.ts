import { beforeEach, describe, expect, test } from 'vitest';

import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import { HOUR, MINUTE, SECOND } from '../contract/bench.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { FIRST } from '../contract/use-deliveries.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';
import { A, EMPTY, WHO, manyDeliveries, push, take, useLedgers } from './open-ledger.ts';
import type { Ledger } from './open-ledger.ts';

// Answers that are lost after the write, holders that wake up late, a clock that is wrong.

describeOn('mongo')('MongoDB: addresses and deliveries when things go wrong', () => {
  const newDatabase = useMongo();
  const start = useLedgers();
  let database: TestDatabase;
  let first: Ledger;
  beforeEach(async () => {
    database = await newDatabase();
    first = await start(database.url);
    await first.addresses.meet(A, WHO);
  });
  const add = (count: number): Promise<void> => first.deliveries.add(manyDeliveries(count, first.now()));

  /** Does it over a network that swallows the answer; nothing was known, and yet what was done is told. */
  const doUnheard = async <Result>(text: string, act: (process: Ledger) => Promise<Result>): Promise<Result> => {
    const { url, proxy } = await database.proxied();
    const process = await start(url);
    const swallowed = proxy.swallowAnswer(text);
    const result = await act(process);
    await swallowed;
    return result;
  };

  describe('an answer that is lost after the write', () => {
    test('take: it is ours', async () => {
      expect(await doUnheard('findAndModify', ({ addresses }) => addresses.take(A, 'p1'))).toMatchObject({ fence: 1 });
      expect(await first.addresses.read(A)).toMatchObject({ owner: 'p1', fence: 1 });
    });

    test('take: another holds it, which nobody can tell from a write under way', async () => {
      await take(first, 'p1');
      const asked = doUnheard('findAndModify', ({ addresses }) => addresses.take(A, 'p2'));
      await expect(asked).rejects.toMatchObject({ code: 'database_away', again: true });
      expect(await first.addresses.read(A)).toMatchObject({ owner: 'p1', fence: 1 });
    });

    test('commit: it is done, once', async () => {
      const hold = await take(first, 'p1');
      expect(await doUnheard('turn', ({ addresses }) => addresses.commit(A, hold, EMPTY))).toBe(true);
      expect(await first.addresses.read(A)).toMatchObject({ turn: 1 });
    });

    test('commit: somebody else has it', async () => {
      const hold = await take(first, 'p1');
      await first.addresses.disown(0);
      await take(first, 'p2');
      expect(await doUnheard('turn', ({ addresses }) => addresses.commit(A, hold, EMPTY))).toBe(false);
    });

    test('release: it is let go', async () => {
      const hold = await take(first, 'p1');
      const letGo = { next: null, stumbled: false };
      expect(await doUnheard('bell', ({ addresses }) => addresses.release(A, hold, letGo))).toBe(true);
      expect(await first.addresses.read(A)).toMatchObject({ owner: null });
    });

    test('enter: the gate is ours', async () => {
      const gate = await doUnheard('findAndModify', ({ addresses }) => addresses.enter(A, push('d1')));
      expect(gate).toEqual({ type: 'open', flight: 1, chat: WHO.chat });
      expect(await first.addresses.enter(A, push('d1'))).toEqual({ type: 'shut', why: 'busy' });
    });

    test('enter: another process is in flight with the same message', async () => {
      await first.addresses.enter(A, push('d1'));
      const gate = doUnheard('findAndModify', ({ addresses }) => addresses.enter(A, push('d1')));
      await expect(gate).rejects.toMatchObject({ code: 'database_away' });
    });

    test('mark: it is ours', async () => {
      await add(2);
      const marked = await doUnheard('generation', ({ deliveries }) => deliveries.mark('d1', { ...FIRST, flight: 7 }));
      expect(marked).toEqual({ type: 'marked', attempt: 1 });
      expect(await first.deliveries.read('d1')).toMatchObject({ state: 'sending', flight: 7 });
    });

    test('mark: another process has marked it', async () => {
      await add(2);
      await first.deliveries.mark('d1', FIRST);
      const marked = doUnheard('generation', ({ deliveries }) => deliveries.mark('d1', { ...FIRST, flight: 7 }));
      await expect(marked).rejects.toMatchObject({ code: 'database_away' });
    });

    test('add: the caller is told that it is unknown, and adding again makes nothing twice', async () => {
      const { url, proxy } = await database.proxied();
      const process = await start(url);
      const rows = manyDeliveries(10, first.now());
      const swallowed = proxy.swallowAnswer('$setOnInsert');
      await expect(process.deliveries.add(rows)).rejects.toMatchObject({ code: 'database_away' });
      await swallowed;
      await process.deliveries.add(rows);
      expect(await first.deliveries.count('p1')).toMatchObject({ pending: 10 });
    });
  });

  test('a database that is away is told as such by every kind of call', async () => {
    const { url, proxy } = await database.proxied();
    const { addresses, deliveries } = await start(url);
    proxy.cut();
    const calls: readonly Promise<unknown>[] = [
      addresses.read(A),
      addresses.take(A, 'p1'),
      addresses.due(9),
      deliveries.add(manyDeliveries(1, 0)),
      deliveries.claim('sim', 'bulk', { limit: 9, leaseMs: 0, except: [] }),
      deliveries.count('p1'),
      deliveries.dueLanes(),
    ];
    const told = await Promise.allSettled(calls);
    expect(told.map((each) => each.status === 'rejected' && each.reason instanceof StoreTrouble)).not.toContain(false);
    expect(await first.addresses.read(A)).toMatchObject({ owner: null, fence: 0 });
  });

  describe('a process that freezes and wakes up late', () => {
    test('commits nothing and lets nothing go that another holds now', async () => {
      const frozen = await start(database.url);
      const hold = await take(frozen, 'p1');
      await database.age(11 * SECOND);
      await first.addresses.disown(10 * SECOND);
      const next = await take(first, 'p2');
      expect(await first.addresses.commit(A, next, { ...EMPTY, lastReply: 5 })).toBe(true);
      expect(await frozen.addresses.commit(A, hold, EMPTY)).toBe(false);
      expect(await frozen.addresses.commit(A, { ...hold, turn: 1 }, EMPTY)).toBe(false);
      expect(await frozen.addresses.release(A, hold, { next: null, stumbled: true })).toBe(false);
      expect(await first.addresses.read(A)).toMatchObject({ owner: 'p2', turn: 1, lastReply: 5, crashes: 0 });
    });

    test('does not mark under a gate that was taken from it, nor end the flight of another', async () => {
      const frozen = await start(database.url);
      await add(3);
      const gate = await frozen.addresses.enter(A, push('d1'));
      await database.age(61 * SECOND);
      expect(await first.addresses.stuck(MINUTE, 10)).toHaveLength(1);
      await first.deliveries.raiseGeneration('d1', 0);
      await first.addresses.leave(A, 1, null);
      expect(await first.addresses.enter(A, push('d2'))).toMatchObject({ flight: 2 });
      expect(gate).toMatchObject({ flight: 1 });
      expect(await frozen.deliveries.mark('d1', FIRST)).toEqual({ type: 'lost' });
      await frozen.addresses.leave(A, 1, '2026-12-01');
      expect(await first.addresses.read(A)).toMatchObject({ flight: { delivery: 'd2', number: 2 }, pushDay: null });
    });

    test('settles nothing that is marked anew, and takes back no doubt that was given up', async () => {
      const frozen = await start(database.url);
      await add(2);
      await frozen.deliveries.mark('d1', FIRST);
      await first.deliveries.settle('d1', 1, { type: 'uncertain', code: 'lost', final: false });
      await first.deliveries.retryDoubt('d1', 1);
      await first.deliveries.mark('d1', { ...FIRST, attempt: 1 });
      expect(await frozen.deliveries.settle('d1', 1, { type: 'failed', code: 'x' })).toBe(false);
      await first.deliveries.settle('d1', 2, { type: 'uncertain', code: 'lost', final: false });
      expect(await frozen.deliveries.settle('d1', 2, { type: 'again', inMs: 0, code: '429' })).toBe(false);
      expect(await first.deliveries.read('d1')).toMatchObject({ state: 'uncertain', doubtOver: true, attempt: 2 });
    });
  });

  test('a clock that is an hour wrong moves no lease, no pause and no mark: the server judges', async () => {
    const wrong = await start(database.url, (right) => ({ ...right, now: () => right.now() + HOUR }));
    await first.deliveries.add([newDelivery('later', first.now(), { due: first.now() + MINUTE })]);
    await take(first, 'p1');
    const gate = await first.addresses.enter(A, push('d1'));
    if (gate.type === 'open') await first.addresses.leave(A, gate.flight, null);

    await wrong.addresses.disown(10 * SECOND);
    expect(await first.addresses.read(A)).toMatchObject({ owner: 'p1' });
    expect(await wrong.addresses.enter(A, { ...push('d1'), perChatMs: MINUTE })).toEqual({ type: 'shut', why: 'busy' });
    expect(await wrong.deliveries.mark('later', FIRST)).toEqual({ type: 'lost' });
    expect(await first.deliveries.read('later')).toMatchObject({ state: 'pending' });
  });
});
