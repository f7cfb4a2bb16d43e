import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Address, Addresses, Gate, GateAsk, ShutWhy } from '../../src/domain/ports/addresses.ts';
import { HOUR, MINUTE, SECOND } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';

const A = 'sim.a';
const CHAT = '62812';
const EMPTY = { session: null, wait: null, did: [], owed: [], lastReply: 0 };

function ask(delivery: string, more: Partial<GateAsk> = {}): GateAsk {
  const still = { purpose: null, yieldsOn: null, perChatMs: 0, silentMs: 0 };
  return { delivery, class: 'announcement', seq: null, ...still, ...more };
}

const reply = (seq: number): GateAsk => ask(`r${seq}`, { class: 'reply', seq });
const shut = (why: ShutWhy): Gate => ({ type: 'shut', why });

/** What every store of addresses must do as the gate of sending. */
export function describeGate(name: string, open: OpenBench<{ readonly addresses: Addresses }>): void {
  describe(`${name}: the gate of an address`, () => {
    let bench: Bench & { readonly addresses: Addresses };
    let addresses: Addresses;
    beforeEach(async () => {
      bench = await open();
      addresses = bench.addresses;
      await addresses.meet(A, { contact: 'c1', account: 'sim', chat: CHAT });
    });
    afterEach(() => bench.close());

    const read = async (): Promise<Address | null> => addresses.read(A);
    const enter = async (asked: GateAsk): Promise<number> => {
      const gate = await addresses.enter(A, asked);
      if (gate.type === 'shut') throw new Error(gate.why);
      return gate.flight;
    };

    test('lets one in at a time, with the chat and a new number for each flight', async () => {
      const gates = await Promise.all(['d1', 'd2', 'd3'].map((id) => addresses.enter(A, ask(id))));
      const opened = gates.filter((gate) => gate.type === 'open');
      expect(opened).toMatchObject([{ chat: CHAT }]);
      expect(gates.filter((gate) => gate.type === 'shut')).toEqual([shut('busy'), shut('busy')]);
      const first = opened[0]?.flight ?? 0;
      await addresses.leave(A, first, null);
      expect(await enter(ask('d2'))).toBe(first + 1);
      expect((await read())?.flight).toEqual({ delivery: 'd2', class: 'announcement', number: first + 1 });
    });

    test('only the flight that is on its way can end', async () => {
      const first = await enter(ask('d1'));
      await addresses.leave(A, first, null);
      const second = await enter(ask('d2'));
      await addresses.leave(A, first, '2026-12-01');
      expect(await read())?.toMatchObject({ flight: { number: second }, pushDay: null });
      await addresses.leave(A, second, '2026-12-01');
      expect(await read())?.toMatchObject({ flight: null, pushDay: '2026-12-01' });
    });

    test('leaving without a push keeps the day of the last one', async () => {
      await addresses.leave(A, await enter(ask('d1')), '2026-12-01');
      await addresses.leave(A, await enter(ask('d2')), null);
      expect((await read())?.pushDay).toBe('2026-12-01');
    });

    test('replies go by their number', async () => {
      expect(await addresses.enter(A, reply(2))).toEqual(shut('early'));
      const flight = await enter(reply(1));
      expect(await addresses.leave(A, flight, null)).toEqual({ lastReply: 0, nextReply: 1 });
      expect(await addresses.leave(A, flight, null)).toBeNull();
      await Promise.all([addresses.advance(A, 1), addresses.advance(A, 1)]);
      expect((await read())?.nextReply).toBe(2);
      expect(await addresses.enter(A, reply(1))).toEqual(shut('passed'));
      await addresses.advance(A, 7);
      expect(await enter(reply(2))).toBeGreaterThan(0);
    });

    test('after a stop no push, but replies', async () => {
      await addresses.forbid(A, { stopped: true, muted: [] }, 1);
      for (const push of ['announcement', 'reminder', 'change'] as const) {
        expect(await addresses.enter(A, ask('d1', { class: push }))).toEqual(shut('stopped'));
      }
      expect(await enter(reply(1))).toBeGreaterThan(0);
    });

    test('a muted purpose is shut, another is not', async () => {
      await addresses.forbid(A, { stopped: false, muted: ['pengumuman', 'survei'] }, 1);
      expect(await addresses.enter(A, ask('d1', { purpose: 'survei' }))).toEqual(shut('muted'));
      expect(await enter(ask('d1', { purpose: 'jadwal' }))).toBeGreaterThan(0);
    });

    test('the highest version of a refusal stands', async () => {
      await addresses.forbid(A, { stopped: true, muted: ['survei'] }, 2);
      await addresses.forbid(A, { stopped: false, muted: [] }, 1);
      await addresses.forbid(A, { stopped: false, muted: [] }, 2);
      expect((await read())?.refusal).toEqual({ stopped: true, muted: ['survei'] });
      await addresses.forbid(A, { stopped: false, muted: [] }, 3);
      expect((await read())?.refusal).toEqual({ stopped: false, muted: [] });
    });

    test('nothing goes to a dead address until it lives again', async () => {
      await addresses.setDead(A, true);
      expect(await addresses.enter(A, reply(1))).toEqual(shut('dead'));
      await addresses.setDead(A, false);
      expect(await enter(ask('d1'))).toBeGreaterThan(0);
    });

    test('keeps the pace of a chat', async () => {
      await addresses.leave(A, await enter(ask('d1', { perChatMs: SECOND })), null);
      expect(await addresses.enter(A, ask('d2', { perChatMs: SECOND }))).toEqual(shut('soon'));
      await bench.pass(SECOND);
      expect(await enter(ask('d2', { perChatMs: SECOND }))).toBeGreaterThan(0);
    });

    test('does not interrupt a person who talks', async () => {
      const heard = { ...EMPTY, heardAt: bench.now() };
      const hold = await addresses.take(A, 'p1');
      if (typeof hold === 'string') throw new Error(hold);
      await addresses.commit(A, hold, heard);
      expect(await addresses.enter(A, ask('d1', { silentMs: 10 * MINUTE }))).toEqual(shut('talking'));
      await bench.pass(10 * MINUTE);
      expect(await enter(ask('d1', { silentMs: 10 * MINUTE }))).toBeGreaterThan(0);
    });

    test('a push that yields waits for another day', async () => {
      await addresses.leave(A, await enter(ask('d1')), '2026-12-01');
      expect(await addresses.enter(A, ask('d2', { yieldsOn: '2026-12-01' }))).toEqual(shut('today'));
      expect(await enter(ask('d2', { yieldsOn: '2026-12-02' }))).toBeGreaterThan(0);
    });

    test('a gate that nobody left is found by its age', async () => {
      const flight = await enter(ask('d1', { class: 'change' }));
      expect(await addresses.stuck(MINUTE, 10)).toEqual([]);
      await bench.pass(2 * MINUTE);
      const found = { id: A, flight: { delivery: 'd1', class: 'change', number: flight } };
      expect(await addresses.stuck(MINUTE, 10)).toEqual([found]);
      await addresses.leave(A, flight, null);
      expect(await addresses.stuck(MINUTE, 10)).toEqual([]);
    });

    test('strikes count within their window', async () => {
      expect(await addresses.strike(A, 48 * HOUR)).toBe(1);
      await bench.pass(30 * HOUR);
      expect(await addresses.strike(A, 48 * HOUR)).toBe(2);
      await bench.pass(30 * HOUR);
      expect(await addresses.strike(A, 48 * HOUR)).toBe(2);
    });

    test('a chat that moved is the one that the gate gives', async () => {
      await addresses.move(A, '-100200');
      expect(await addresses.enter(A, ask('d1'))).toMatchObject({ type: 'open', chat: '-100200' });
      expect((await read())?.chat).toBe('-100200');
    });
  });
}
