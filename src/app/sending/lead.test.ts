import { expect, test } from 'vitest';

import { createLead } from './lead.ts';

/** The lead after these times were seen. */
function leadAfter(tookMs: readonly number[], firstMs = 60): number {
  const lead = createLead(firstMs);
  for (const ms of tookMs) lead.note(ms);
  return lead.ms();
}

const times = (count: number, at: (index: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, i) => at(i));

test('before anything was seen, it is what was expected', () => {
  expect(leadAfter([])).toBe(60);
});

test('on a fast store replies do not wait for a slow one’s sake', () => {
  expect(leadAfter(times(50, (index) => 4 + (index % 3)))).toBeLessThan(12);
});

test('on a slow store nearly every pass is done before its slot', () => {
  const seen = times(100, (index) => 300 + 40 * Math.sin(index));
  const lead = leadAfter(seen);
  expect(seen.filter((ms) => ms > lead)).toEqual([]);
});

test('one stall is forgotten within seconds of a push', () => {
  const calm = times(30, () => 10);
  expect(leadAfter([...calm, 1500])).toBeGreaterThan(700);
  expect(leadAfter([...calm, 1500, ...times(40, () => 10)])).toBeLessThan(20);
});

test('it leaves others room within the second that slots are booked ahead', () => {
  expect(leadAfter(times(20, () => 3000))).toBe(800);
});
