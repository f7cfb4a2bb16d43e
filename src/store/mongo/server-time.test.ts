import fc from 'fast-check';
import { expect, test } from 'vitest';

import { correctOffset } from './server-time.ts';
import type { Heard } from './server-time.ts';

const NEVER = Number.NEGATIVE_INFINITY;

/** Answers of a server whose clock is `ahead` of ours, on a network of any speed each way. */
const answers = (ahead: number): fc.Arbitrary<Heard[]> => {
  const trip = fc.record({ pause: fc.nat(60_000), there: fc.nat(3_000), back: fc.nat(3_000) });
  return fc.array(trip, { minLength: 1, maxLength: 20 }).map((trips) => {
    let now = 0;
    return trips.map(({ pause, there, back }) => {
      const asked = now + pause;
      now = asked + there + back;
      return { localTime: asked + there + ahead, asked, answered: now };
    });
  });
};

test('is never ahead of the server, and never further behind than the fastest answer took', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3_600_000, max: 3_600_000 }).chain((ahead) => fc.tuple(fc.constant(ahead), answers(ahead))),
      ([ahead, heard]) => {
        const offset = heard.reduce(correctOffset, NEVER);
        expect(offset).toBeLessThanOrEqual(ahead);
        expect(ahead - offset).toBeLessThanOrEqual(Math.min(...heard.map((each) => each.answered - each.asked)));
      },
    ),
  );
});

test('a slow answer moves nothing', () => {
  const fast = correctOffset(NEVER, { localTime: 1_000, asked: 0, answered: 2 });
  expect(correctOffset(fast, { localTime: 3_000, asked: 1_000, answered: 4_000 })).toBe(fast);
});

test('a server whose clock is set back or forward is followed', () => {
  const before = correctOffset(NEVER, { localTime: 10_000, asked: 0, answered: 2 });
  const back = correctOffset(before, { localTime: 5_000, asked: 1_000, answered: 1_002 });
  expect(back + 1_002).toBeLessThanOrEqual(5_003);
  const forward = correctOffset(before, { localTime: 50_000, asked: 1_000, answered: 1_002 });
  expect(forward + 1_002).toBe(50_000);
});
