import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRandom } from '../../test/protocol/random.ts';
import { createCapLedger, roomFor, useCaps } from './caps.ts';
import type { Cap, CapRules } from './caps.ts';
import { forecast, forecastAll } from './forecast.ts';
import type { Course, Span } from './forecast.ts';
import { allowedWindow } from './quiet-hours.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const zone = 'Asia/Jakarta';
const at = (text: string): number => Date.parse(`${text}+07:00`);

const course = (people: number, more: Partial<Course> = {}): Course => ({
  people,
  counted: more.rules === undefined ? 0 : people,
  perSecond: 20,
  rules: null,
  ledger: null,
  ...more,
});
const span = (start: string, days = 30): Span => ({ startAt: at(start), until: at(start) + days * dayMs, zone });

test.each([
  ['20.000 people at 20 a second take 1.000 seconds', '2026-12-01T10:00', 20_000, '2026-12-01T10:16:40'],
  ['a night stands between', '2026-12-01T19:50', 20_000, '2026-12-02T07:07:40'],
  ['nobody is told at night', '2026-12-01T22:00', 20, '2026-12-02T07:00:01'],
])('%s', (_name, start, people, finish) => {
  expect(forecast(course(people), span(start))).toEqual({ finishAt: at(finish), reached: people });
});

const tier = (most: number): CapRules => ({
  counted: 'forms',
  stages: [{ fromDay: 0, caps: [{ of: 'everyone', forMs: dayMs, most }] }],
});

test('a tier of 1.000 lets 900 announcements through in a day and a minute', () => {
  const { finishAt, reached } = forecast(course(2000, { rules: tier(1000) }), span('2026-12-01T10:00'));
  expect(reached).toBe(2000);
  expect(finishAt).toBeGreaterThan(at('2026-12-03T10:00'));
  expect(finishAt).toBeLessThan(at('2026-12-03T10:10'));
});

test('who is not counted does not wait for it', () => {
  const some = course(2000, { rules: tier(1000), counted: 500 });
  expect(forecast(some, span('2026-12-01T10:00')).finishAt).toBeLessThan(at('2026-12-01T10:05'));
});

test('what does not fit before its end is said', () => {
  expect(forecast(course(20_000, { rules: tier(1000) }), span('2026-12-01T10:00', 3)).reached).toBe(2700);
});

test('the slowest account ends it', () => {
  const all = [course(20), course(2000, { rules: tier(1000) })];
  expect(forecastAll(all, span('2026-12-01T10:00'))).toMatchObject({
    finishAt: forecast(all[1] ?? course(0), span('2026-12-01T10:00')).finishAt,
    reached: 2020,
  });
});

const cap = fc.record({
  of: fc.constant('everyone' as const),
  forMs: fc.constantFrom(minuteMs, hourMs, dayMs),
  most: fc.integer({ min: 5, max: 400 }),
});

/** Row by row with uneven pauses, looked for every 15 s, as the service does; when the last one left. */
function live(people: number, rules: CapRules, { startAt, until }: Span, seed: number): [number, number] {
  const { next } = createRandom(seed);
  let [now, ledger, left, last] = [startAt, createCapLedger(startAt), people, startAt];
  while (left > 0 && now < until - minuteMs) {
    const { due, pauseAt } = allowedWindow(now, zone);
    const ask = { now: due, stranger: false, class: 'announcement' } as const;
    const room = roomFor(ledger, rules, ask);
    if (due >= pauseAt - minuteMs) now = pauseAt;
    else if (room.type === 'wait')
      now = room.forMs > minuteMs ? due + Math.ceil(room.forMs / 15_000) * 15_000 : due + room.forMs;
    else {
      ledger = useCaps(ledger, rules, ask, { count: 1, chance: next() });
      left -= 1;
      last = due;
      now = due + 50;
    }
  }
  return [last, people - left];
}

/** Of what it takes: the pauses are not even, and rows are looked for only now and then. */
const tolerance = 0.05;

test('what is foretold is what happens, but for a twentieth of its time', () => {
  const gaps = fc.option(fc.constant([2000, 8000] as const));
  const inputs = fc.tuple(
    fc.integer({ min: 1, max: 600 }),
    fc.array(cap, { minLength: 1, maxLength: 3 }),
    gaps,
    fc.nat(),
    fc.nat({ max: 24 * 60 }),
  );
  fc.assert(
    fc.property(inputs, ([people, caps, gapMs, seed, minute]) => {
      const stage = { fromDay: 0, caps: caps as readonly Cap[], ...(gapMs !== null && { gapMs }) };
      const rules: CapRules = { counted: 'pushes', stages: [stage] };
      const start = at('2026-12-01T00:00') + minute * minuteMs;
      const of = { startAt: start, until: start + 10 * dayMs, zone } as const;
      const foretold = forecast(course(people, { rules }), of);
      const [finishedAt, reached] = live(people, rules, of, seed);
      const tookMs = finishedAt - start;
      // A night that one of the two just misses stands between.
      const boundMs = tolerance * tookMs + 15 * minuteMs;
      const isAwake = Math.abs(foretold.finishAt - finishedAt) <= boundMs;
      const isNextMorning = Math.abs(foretold.finishAt - finishedAt) <= boundMs + 11 * hourMs;
      expect(isAwake || (isNextMorning && crossesNight(foretold.finishAt, finishedAt))).toBe(true);
      expect(Math.abs(foretold.reached - reached)).toBeLessThanOrEqual(Math.ceil(tolerance * people) + 1);
    }),
    { numRuns: 40 },
  );
});

function crossesNight(one: number, other: number): boolean {
  return allowedWindow(one, zone).pauseAt !== allowedWindow(other, zone).pauseAt;
}
