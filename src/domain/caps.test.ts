import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createCapLedger, readUse, roomFor, useCaps } from './caps.ts';
import type { Cap, CapAsk, CapLedger, CapRules } from './caps.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const opening = Date.UTC(2026, 10, 3, 3);

const everyone = (forMs: number, most: number): Cap => ({ of: 'everyone', forMs, most });
const rules = (...caps: Cap[]): CapRules => ({ counted: 'pushes', stages: [{ fromDay: 0, caps }] });
const ask = (more: Partial<CapAsk> = {}): CapAsk => ({ now: opening, stranger: false, class: 'change', ...more });

function used(by: CapRules, count: number, more: Partial<CapAsk> = {}): CapLedger {
  return useCaps(createCapLedger(opening), by, ask(more), { count, chance: 0.5 });
}

describe('room', () => {
  const many = { forMs: dayMs, most: 20 };
  const strangers: Cap = { of: 'strangers', ...many, most: 2 };
  const both = rules({ of: 'everyone', ...many }, strangers);
  const young: CapRules = {
    counted: 'pushes',
    stages: [
      { fromDay: 0, caps: [everyone(dayMs, 5)] },
      { fromDay: 1, caps: [everyone(dayMs, 50)] },
    ],
  };
  test.each<[string, CapLedger, CapRules, Partial<CapAsk>, object]>([
    ['is what is left', used(both, 5), both, {}, { type: 'room', count: 15 }],
    ['announcements leave a few to the rest', used(both, 5), both, { class: 'announcement' }, { count: 11 }],
    ['and then wait', used(both, 18), both, { class: 'announcement' }, { type: 'wait' }],
    ['while the rest goes on', used(both, 18), both, { class: 'reminder' }, { count: 2 }],
    ['strangers have less', used(both, 1, { stranger: true }), both, { stranger: true }, { count: 1 }],
    ['known people do not use it up', used(both, 5), both, { stranger: true }, { count: 2 }],
    ['grows with the account', createCapLedger(opening - dayMs), young, {}, { count: 50 }],
    ['without caps is endless', createCapLedger(opening), rules(), {}, { count: Infinity }],
  ])('%s', (_name, ledger, by, more, expected) => {
    expect(roomFor(ledger, by, ask(more))).toMatchObject(expected);
  });

  test('is waited for by everybody in their place: a minute longer than the use that they wait for', () => {
    const by = rules(everyone(hourMs, 20));
    const first = used(by, 1);
    const later = useCaps(first, by, ask({ now: opening + 10 * minuteMs }), { count: 19, chance: 0 });
    const now = opening + 20 * minuteMs;
    const waits = [0, 1, 19, 20].map((ahead) => roomFor(later, by, ask({ now, ahead })));
    const late = 10_000;
    expect(waits).toEqual(
      [41 * minuteMs + late, 51 * minuteMs + late, 51 * minuteMs + late, 102 * minuteMs + 2 * late].map((forMs) => ({
        type: 'wait',
        forMs,
      })),
    );
  });

  test('is waited for no longer than until the next stage', () => {
    const now = opening + dayMs - hourMs;
    expect(roomFor(used(young, 5), young, ask({ now }))).toEqual({ type: 'wait', forMs: hourMs });
  });

  test('after a push begins after a pause that chance decides', () => {
    const paced: CapRules = { counted: 'pushes', stages: [{ fromDay: 0, caps: [], gapMs: [5000, 15_000] }] };
    const waits = [0, 0.5, 1].map((chance) => {
      const after = useCaps(createCapLedger(opening), paced, ask(), { count: 1, chance });
      return roomFor(after, paced, ask());
    });
    expect(waits).toEqual([5000, 10_000, 15_000].map((forMs) => ({ type: 'wait', forMs })));
  });
});

const caps = fc.array(
  fc.record({
    of: fc.constantFrom('everyone', 'strangers'),
    forMs: fc.constantFrom(minuteMs, hourMs, dayMs),
    most: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const steps = fc.array(
  fc.record({
    pauseMs: fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 3 * hourMs })),
    delayMs: fc.nat({ max: 5000 }),
    stranger: fc.boolean(),
    class: fc.constantFrom('announcement', 'reminder', 'change'),
  }),
  { minLength: 1, maxLength: 300 },
);

test('whoever uses no more than there is room for passes no cap in any window, though calls come 5 s late', () => {
  fc.assert(
    fc.property(caps, steps, (given, asks) => {
      const by = rules(...given);
      let ledger = createCapLedger(opening);
      let now = opening;
      const calls: { readonly at: number; readonly stranger: boolean }[] = [];
      for (const { pauseMs, delayMs, stranger, class: kind } of asks) {
        now += pauseMs;
        const one = { now, stranger, class: kind };
        const room = roomFor(ledger, by, one);
        if (room.type === 'wait') now += room.forMs;
        else {
          ledger = useCaps(ledger, by, one, { count: 1, chance: 0.5 });
          calls.push({ at: now + delayMs, stranger });
        }
      }
      for (const { of, forMs, most } of given) {
        const times = calls.filter((call) => of === 'everyone' || call.stranger).map(({ at }) => at);
        const sorted = times.toSorted((a, b) => a - b);
        for (const [index, at] of sorted.entries())
          expect((sorted[index + most] ?? Infinity) - at).toBeGreaterThan(forMs);
      }
    }),
  );
});

test('the document stays small, whatever is pushed and for how long', () => {
  const by = rules(everyone(dayMs, 100_000));
  let ledger = createCapLedger(opening);
  for (let now = opening; now < opening + 3 * dayMs; now += 30_000) {
    ledger = useCaps(ledger, by, ask({ now }), { count: 1, chance: 0 });
  }
  expect(ledger.uses.length).toBeLessThan(240);
  const room = roomFor(ledger, by, ask({ now: opening + 3 * dayMs }));
  expect(room.type === 'room' && Math.abs(room.count - 97_120) < 50).toBe(true);
});

test('how full a cap is follows from its own window and from whom it counts', () => {
  const strangers: Cap = { of: 'strangers', forMs: dayMs, most: 2 };
  const both = rules(everyone(hourMs, 6), everyone(dayMs, 20), strangers);
  const early = used(both, 3);
  const ledger = useCaps(early, both, ask({ now: opening + 2 * hourMs, stranger: true }), { count: 1, chance: 0 });
  const usedUp = readUse(ledger, both, opening + 2 * hourMs).map((cap) => `${cap.used} of ${cap.most}`);
  expect(usedUp).toEqual(['1 of 6', '4 of 20', '1 of 2']);
  expect(readUse(null, both, opening).map((cap) => cap.used)).toEqual([0, 0, 0]);
});
