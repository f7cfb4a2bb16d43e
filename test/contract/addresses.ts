import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Address, Addresses, Commit, GateAsk } from '../../src/domain/ports/addresses.ts';
import { HOUR, MINUTE, SECOND } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';
import { describeGate } from './gate.ts';
import { newDelivery } from './new-delivery.ts';

const A = 'sim.a';
const WHO = { contact: 'c1', account: 'sim', chat: '62812' };
const EMPTY: Commit = { session: null, wait: null, did: [], owed: [], lastReply: 0, heardAt: null };
const LET_GO = { next: null, stumbled: false };

const PUSH: GateAsk = {
  delivery: 'd1',
  class: 'announcement',
  seq: null,
  purpose: null,
  yieldsOn: null,
  perChatMs: 0,
  silentMs: 0,
};

/** What every store of addresses must do; the half of sending is in `gate.ts`. */
export function describeAddresses(name: string, open: OpenBench<{ readonly addresses: Addresses }>): void {
  describeGate(name, open);

  describe(`${name}: addresses`, () => {
    let bench: Bench & { readonly addresses: Addresses };
    let addresses: Addresses;
    beforeEach(async () => {
      bench = await open();
      addresses = bench.addresses;
      await addresses.meet(A, WHO);
    });
    afterEach(() => bench.close());

    const take = async (owner: string, id = A): Promise<Address> => {
      const taken = await addresses.take(id, owner);
      if (typeof taken === 'string') throw new Error(`${id} is ${taken}`);
      return taken;
    };
    const read = async (id = A): Promise<Address> => {
      const address = await addresses.read(id);
      if (address === null) throw new Error(`${id} is absent`);
      return address;
    };

    test('is met once, and stays as it was', async () => {
      await addresses.meet(A, { ...WHO, contact: 'c2', chat: '99' });
      expect(await read()).toMatchObject({
        id: A,
        ...WHO,
        owner: null,
        fence: 0,
        bell: 0,
        crashes: 0,
        turn: 0,
        session: null,
        wait: null,
        did: [],
        owed: [],
        lastReply: 0,
        nextReply: 1,
        heardAt: null,
        next: null,
        flight: null,
        refusal: { stopped: false, muted: [] },
        dead: false,
        pushDay: null,
      });
    });

    test('nobody wrote from there: null, absent, and nothing is made by asking', async () => {
      expect(await addresses.read('sim.x')).toBeNull();
      expect(await addresses.take('sim.x', 'p1')).toBe('absent');
      await addresses.ring('sim.x');
      expect(await addresses.commit('sim.x', { fence: 0, turn: 0 }, EMPTY)).toBe(false);
      expect(await addresses.enter('sim.x', PUSH)).toEqual({ type: 'shut', why: 'absent' });
      expect(await addresses.read('sim.x')).toBeNull();
    });

    test('a contact has its addresses, by id', async () => {
      await addresses.meet('wa.b', { ...WHO, account: 'wa' });
      await addresses.meet('sim.c', { ...WHO, contact: 'c2' });
      expect((await addresses.ofContact('c1')).map((each) => each.id)).toEqual([A, 'wa.b']);
      expect(await addresses.ofContact('c9')).toEqual([]);
    });

    test('open conversations are given page by page, by id', async () => {
      const session = { version: 1, frames: [], wait: { type: 'none' }, heardAt: 0, until: 0 } as const;
      for (const id of ['sim.b', 'sim.c', 'sim.d']) await addresses.meet(id, WHO);
      for (const id of ['sim.d', A, 'sim.c']) {
        const held = await take('p1', id);
        await addresses.commit(id, held, { ...EMPTY, session });
      }
      expect(await addresses.talking({ after: '', limit: 2 })).toEqual([
        { id: A, session },
        { id: 'sim.c', session },
      ]);
      expect(await addresses.talking({ after: 'sim.c', limit: 2 })).toEqual([{ id: 'sim.d', session }]);
      expect(await addresses.talking({ after: 'sim.d', limit: 2 })).toEqual([]);
    });

    describe('the turn', () => {
      test('one of many takers gets it', async () => {
        const takers = Array.from({ length: 10 }, (_, index) => addresses.take(A, `p${index}`));
        const taken = (await Promise.all(takers)).filter((each) => each !== 'busy');
        expect(taken).toMatchObject([{ id: A, fence: 1, chat: WHO.chat }]);
      });

      test('every take raises the fence', async () => {
        const first = await take('p1');
        expect(await addresses.release(A, first, LET_GO)).toBe(true);
        expect((await take('p2')).fence).toBe(first.fence + 1);
      });

      test('a commit keeps everything of the turn', async () => {
        const hold = await take('p1');
        const args = { gelombang: 'g1', nama: 'Sîti 👩🏽‍🌾' };
        const commit: Commit = {
          session: { version: 1, frames: [], wait: { type: 'none' }, heardAt: 1, until: 2 },
          wait: { deed: { id: `${A}.0.1`, name: 'daftarkan', args }, at: bench.now(), failures: 2 },
          did: [
            { id: 'm1', as: 'done' },
            { id: 'm2', as: 'aside' },
          ],
          owed: [newDelivery(`${A}.0.1`, bench.now(), { class: 'reply', seq: 1 })],
          lastReply: 1,
          heardAt: bench.now(),
        };
        expect(await addresses.commit(A, hold, commit)).toBe(true);
        expect(await read()).toMatchObject({ ...commit, turn: 1, owner: 'p1', fence: hold.fence });
      });

      test('the same turn is committed once, and never under an old fence', async () => {
        const hold = await take('p1');
        expect(await addresses.commit(A, hold, EMPTY)).toBe(true);
        expect(await addresses.commit(A, hold, { ...EMPTY, lastReply: 9 })).toBe(false);
        await addresses.disown(0);
        const next = await take('p2');
        expect(await addresses.commit(A, { fence: hold.fence, turn: 1 }, EMPTY)).toBe(false);
        expect(await addresses.commit(A, next, EMPTY)).toBe(true);
        expect(await read()).toMatchObject({ turn: 2, lastReply: 0 });
        expect(await addresses.replies(A)).toEqual({ lastReply: 0, nextReply: 1 });
        expect(await addresses.replies('sim.x')).toBeNull();
        await addresses.setDead(A, true);
        expect(await addresses.standings(['sim.x', A])).toEqual(new Map([[A, { heardAt: null, dead: true }]]));
      });

      test('a bell that rang keeps the holder', async () => {
        const hold = await take('p1');
        await addresses.ring(A);
        expect(await addresses.release(A, hold, LET_GO)).toBe(false);
        const { bell } = await read();
        expect(await addresses.release(A, { fence: hold.fence, bell }, LET_GO)).toBe(true);
        expect((await read()).owner).toBeNull();
      });

      test('letting go empties what was copied and sets when to look again', async () => {
        const hold = await take('p1');
        const owed = [newDelivery('d1', bench.now())];
        await addresses.commit(A, hold, { ...EMPTY, did: [{ id: 'm1', as: 'done' }], owed });
        const next = bench.now() + HOUR;
        expect(await addresses.release(A, hold, { next, stumbled: false })).toBe(true);
        expect(await read()).toMatchObject({ owner: null, did: [], owed: [], next, crashes: 0 });
        expect(await addresses.unfinished(10)).toEqual([]);
      });

      test('nobody lets go what another holds', async () => {
        const hold = await take('p1');
        await addresses.disown(0);
        await take('p2');
        expect(await addresses.release(A, hold, LET_GO)).toBe(false);
        expect((await read()).owner).toBe('p2');
      });

      test('a stumble counts, whatever the bell says, until a commit', async () => {
        const first = await take('p1');
        await addresses.ring(A);
        expect(await addresses.release(A, first, { next: bench.now(), stumbled: true })).toBe(true);
        const second = await take('p1');
        expect(second.crashes).toBe(1);
        await addresses.commit(A, second, EMPTY);
        expect((await read()).crashes).toBe(0);
      });

      test('a silent holder loses it after its lease; a commit renews the lease', async () => {
        const hold = await take('p1');
        await bench.pass(8 * SECOND);
        await addresses.commit(A, hold, EMPTY);
        await bench.pass(8 * SECOND);
        await addresses.disown(10 * SECOND);
        expect((await read()).owner).toBe('p1');
        await bench.pass(8 * SECOND);
        await addresses.disown(10 * SECOND);
        expect(await read()).toMatchObject({ owner: null, crashes: 1, fence: hold.fence });
        expect(await addresses.unfinished(10)).toEqual([A]);
        expect((await take('p2')).fence).toBe(hold.fence + 1);
        expect(await addresses.unfinished(10)).toEqual([]);
      });

      test('a holder that says that it is at work keeps it; one that lost it does not get it back', async () => {
        const hold = await take('p1');
        await bench.pass(8 * SECOND);
        await addresses.renew(A, hold.fence);
        await addresses.renew('sim.x', 1);
        await bench.pass(8 * SECOND);
        await addresses.disown(10 * SECOND);
        expect((await read()).owner).toBe('p1');
        await addresses.disown(0);
        await addresses.renew(A, hold.fence);
        expect(await read()).toMatchObject({ owner: null, crashes: 1 });
        await take('p2');
        await bench.pass(11 * SECOND);
        await addresses.renew(A, hold.fence);
        await addresses.disown(10 * SECOND);
        expect(await read()).toMatchObject({ owner: null, crashes: 2 });
      });

      test('is due when its time has come and nobody holds it', async () => {
        const hold = await take('p1');
        await addresses.release(A, hold, { next: bench.now() + MINUTE, stumbled: false });
        expect(await addresses.due(10)).toEqual([]);
        await bench.pass(MINUTE);
        expect(await addresses.due(10)).toEqual([A]);
        await take('p1');
        expect(await addresses.due(10)).toEqual([]);
      });
    });

    test('the holder knows when it was taken and last committed', async () => {
      const taken = bench.now();
      const hold = await take('p1');
      expect(hold.ownedAt).toBeGreaterThanOrEqual(taken);
      await bench.pass(SECOND);
      const committed = bench.now();
      await addresses.commit(A, hold, EMPTY);
      expect((await read()).ownedAt).toBeGreaterThanOrEqual(committed);
    });

    test('the two halves do not disturb each other', async () => {
      const hold = await take('p1');
      await Promise.all([
        addresses.enter(A, PUSH),
        addresses.commit(A, hold, { ...EMPTY, lastReply: 3 }),
        // Nothing that this push needs: in which order they come is anybody's guess.
        addresses.forbid(A, { stopped: false, muted: ['survei'] }, 1),
        addresses.ring(A),
      ]);
      expect(await read()).toMatchObject({ turn: 1, lastReply: 3, bell: 1, flight: { delivery: 'd1' } });
      expect((await read()).refusal.muted).toEqual(['survei']);
    });
  });
}
