import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createHealth } from '../../src/app/watching/health.ts';
import { counterKind } from '../../src/domain/numbering.ts';
import type { House, HouseTable } from '../../src/store/house.ts';
import { moveHouse } from '../../src/store/move-house.ts';
import type { MoveStep } from '../../src/store/move-house.ts';
import { createSeal } from '../../src/store/seal.ts';
import { MINUTE } from '../contract/bench.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { fillStore, noteKinds, readStore } from './fill-store.ts';
import { KEY, move } from './run-move.ts';
import type { Place } from './run-move.ts';

export interface MoveBench {
  readonly name: string;
  readonly newPair: () => Promise<{ readonly from: Place; readonly to: Place }>;
  readonly runs?: number;
}

async function fill(place: Place, words: readonly string[]): Promise<unknown> {
  const store = await place.store();
  try {
    // Some time ago, so that nothing becomes due while the test looks.
    await fillStore(store, { words, now: (await place.now()) - MINUTE });
    return await readStore(store);
  } finally {
    await store.close();
  }
}

async function read(place: Place): Promise<unknown> {
  const store = await place.store();
  try {
    return await readStore(store);
  } finally {
    await store.close();
  }
}

/** Whether a service may start there: `live` with people in it, `empty`, or why not. */
async function stateOf(place: Place): Promise<string> {
  try {
    const store = await place.store();
    const person = await store.addresses.read('sim.a');
    await store.close();
    return person === null ? 'empty' : 'live';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

const words = [
  'Siti',
  '',
  'a\u0000b',
  '\u{1F33E} sawah',
  `"'\\;--`,
  'é\u0301',
  '<b>&amp;</b>',
  ' \n\t',
  '__proto__',
  '$where',
];

/** What a move must do, whichever stores it joins. */
export function describeMove({ name, newPair, runs = 10 }: MoveBench): void {
  describe(`moving ${name}`, () => {
    test('everything is the same through the ports, there and back again', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 }), async (texts) => {
          const { from, to } = await newPair();
          const before = await fill(from, [...words, ...texts]);
          expect(await move({ from, to })).toBe('moved');
          expect(await read(to)).toEqual(before);
          expect([await stateOf(from), await stateOf(to)]).toEqual(['moved_away', 'live']);
          expect(await move({ from: to, to: from })).toBe('moved');
          expect(await read(from)).toEqual(before);
          expect([await stateOf(from), await stateOf(to)]).toEqual(['live', 'moved_away']);
        }),
        { numRuns: runs },
      );
    });

    test('what happened at the new place is there after the way back, and what went is gone', async () => {
      const { from, to } = await newPair();
      await fill(from, words);
      await move({ from, to });
      const after = await goOn(to);
      await move({ from: to, to: from });
      expect(await read(from)).toEqual(after);
    });

    test('broken off at any call, before it or after, leaves one place live at most, and goes on when run again', async () => {
      const calls = { count: 0 };
      const pair = await newPair();
      await fill(pair.from, words);
      await move({ ...pair, calls });
      const call = fc.oneof(
        fc.integer({ min: 1, max: calls.count }),
        fc.integer({ min: calls.count - 3, max: calls.count }),
      );
      await fc.assert(
        fc.asyncProperty(call, fc.boolean(), async (at, after) => {
          const { from, to } = await newPair();
          const before = await fill(from, words);
          await expect(move({ from, to, calls: { count: 0, crash: { at, after } } })).rejects.toThrow('crash');
          const live = [await stateOf(from), await stateOf(to)].filter((state) => state === 'live');
          expect(live.length).toBeLessThanOrEqual(1);
          expect(['moved', 'already']).toContain(await move({ from, to }));
          expect([await stateOf(from), await stateOf(to)]).toEqual(['moved_away', 'live']);
          expect(await read(to)).toEqual(before);
        }),
        { numRuns: 2 * runs },
      );
    });

    test('between two runs the old place may go on', async () => {
      const { from, to } = await newPair();
      await fill(from, words);
      await expect(move({ from, to, calls: { count: 0, crash: { at: 60, after: true } } })).rejects.toThrow('crash');
      expect(await stateOf(to)).toBe('half_moved');
      const after = await goOn(from);
      const steps: MoveStep[] = [];
      expect(await move({ from, to, steps })).toBe('moved');
      expect(steps[0]?.type).toBe('taken up');
      expect(await read(to)).toEqual(after);
    });

    test('run once more, it says that it is done', async () => {
      const pair = await newPair();
      await fill(pair.from, words);
      await move(pair);
      expect(await move(pair)).toBe('already');
      expect(await stateOf(pair.to)).toBe('live');
    });

    test('both ends are told to hold the same, table by table', async () => {
      const pair = await newPair();
      await fill(pair.from, words);
      const steps: MoveStep[] = [];
      await move({ ...pair, steps });
      const compared = steps.flatMap((step) => (step.type === 'compared' ? [step] : []));
      expect(compared.map(({ table, rows }) => [table, rows])).toEqual([
        ['inbox', words.length],
        ['address', 5],
        ['delivery', 4 * words.length + 15],
        ['account', 2],
        ['keyring', 2 * words.length + 1],
        ['media', words.length],
        ['document.audit-2026', words.length],
        ['document.contacts', words.length],
        ['document.counters', 1],
        ['document.registrations', words.length],
      ]);
      expect(compared.every(({ sum }) => /^[0-9a-f]{64}$/u.test(sum))).toBe(true);
    });

    test('a row that changed on the way is found, and nothing is handed over', async () => {
      const { from, to } = await newPair();
      await fill(from, words);
      const source = await from.house(true);
      const target = await to.house(false);
      const flawed: House = {
        ...target,
        table: (table) => {
          const real = target.table(table);
          const put: HouseTable['put'] = (rows) =>
            real.put(table === 'account' ? rows.map((row) => ({ ...row, frozenUntil: new Date(5) })) : rows);
          return { ...real, put };
        },
      };
      const moving = moveHouse({ from: source, to: flawed, seal: createSeal(KEY), onStep: () => {} });
      await expect(moving).rejects.toMatchObject({ code: 'move_differs', params: { table: 'account' } });
      await source.close();
      await target.close();
      expect([await stateOf(from), await stateOf(to)]).toEqual(['live', 'half_moved']);
    });

    test('what must not be moved is left as it is', async () => {
      const [{ from, to }, other] = [await newPair(), await newPair()];
      await expect(move({ from, to })).rejects.toMatchObject({
        code: expect.stringMatching(/folder_missing|nothing_to_move/u) as string,
      });
      await fill(from, words);
      await fill(other.from, words);
      await expect(move({ from, to, key: 'b'.repeat(44) })).rejects.toMatchObject({ code: 'wrong_key' });
      await fill(other.to, words);
      await expect(move({ from, to: other.to })).rejects.toMatchObject({ code: 'target_used' });
      expect(await stateOf(other.to)).toBe('live');
      await expect(move({ from, to, calls: { count: 0, crash: { at: 30, after: true } } })).rejects.toThrow('crash');
      await expect(move({ from: other.from, to })).rejects.toMatchObject({ code: 'target_used' });
      await move({ from, to });
      await expect(move({ from: other.from, to })).rejects.toMatchObject({ code: 'target_used' });
      const { to: third } = await newPair();
      await expect(move({ from, to: third })).rejects.toMatchObject({ code: 'moved_away' });
      expect([await stateOf(from), await stateOf(to), await stateOf(other.from)]).toEqual([
        'moved_away',
        'live',
        'live',
      ]);
    });

    test('a new place may have been looked at before, by `doctor` or a start, but nobody may live there', async () => {
      const { from, to } = await newPair();
      const before = await fill(from, words);
      await lookAtHealth(to);
      expect(await move({ from, to })).toBe('moved');
      expect(await read(to)).toEqual(before);
      const other = await newPair();
      await fill(other.from, words);
      const store = await other.to.store();
      await store.documents(counterKind).create('kab-uji.PD', { last: 1 });
      await store.close();
      await lookAtHealth(other.to);
      await expect(move(other)).rejects.toMatchObject({ code: 'target_used' });
    });

    test('while a service runs at either end, nothing is moved', async () => {
      for (const end of ['from', 'to'] as const) {
        const pair = await newPair();
        await fill(pair.from, words);
        const service = await pair[end].store();
        await expect(move(pair)).rejects.toMatchObject({ code: expect.stringMatching(/_in_use$/u) as string });
        await service.close();
        await move(pair);
        expect([await stateOf(pair.from), await stateOf(pair.to)]).toEqual(['moved_away', 'live']);
      }
    });

    test('a service that starts in the midst is told so, at either end', async () => {
      const { from, to } = await newPair();
      await fill(from, words);
      const states: string[] = [];
      const source = await from.house(true);
      const target = await to.house(false);
      const hold = async (): Promise<void> => {
        await target.hold();
        if (states.length === 0) states.push(await stateOf(from), await stateOf(to));
      };
      await moveHouse({ from: source, to: { ...target, hold }, seal: createSeal(KEY), onStep: () => {} });
      await source.close();
      await target.close();
      expect(states[0]).toMatch(/folder_in_use|being_moved/u);
      expect(states[1]).toMatch(/folder_in_use|half_moved/u);
    });
  });
}

/** What every look at health leaves behind. */
async function lookAtHealth(place: Place): Promise<void> {
  const store = await place.store();
  const health = createHealth({
    store,
    counters: store.documents(counterKind),
    inbox: store.inbox,
    setAside: { due: async () => [] },
    queue: { stuckMs: () => 0, trouble: () => null },
    ticker: null,
    channels: [],
    servesTenant: async () => true,
    sendingSilentMs: async () => 0,
    clock: { after: () => () => {} },
  });
  expect(await health()).toMatchObject({ ok: true });
  await store.close();
}

/** A day in the life of a service: rows come, change and go. */
async function goOn(place: Place): Promise<unknown> {
  const store = await place.store();
  await store.deliveries.add([newDelivery('new', (await place.now()) - MINUTE)]);
  await store.deliveries.closeSource('s2', 'cancelled', 100);
  for (const kind of noteKinds) {
    const notes = store.documents(kind);
    await notes.remove('n1');
    await notes.change('n2', (note) => ({ doc: note && { ...note, text: 'lain', of: null }, result: null }));
  }
  await store.inbox.purge(-1_000, 10_000);
  await store.addresses.move('sim.d', 'baru');
  await store.keyrings.write(
    'wa',
    new Map([
      ['creds', 'lain'],
      ['session.2', null],
    ]),
  );
  await store.keyrings.clear('wa.2');
  await store.media.remove('media0');
  await store.media.release(['media1', 'media2']);
  const after = await readStore(store);
  await store.close();
  return after;
}
