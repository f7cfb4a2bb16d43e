import { expect, test } from 'vitest';

import { addCost, priceOf } from './cost.ts';
import type { CostSheet, Tariff } from './cost.ts';

const empty: CostSheet = { programme: 'kk', month: '2026-12', counts: {} };
const sheet = addCost(addCost(addCost(empty, 'utility'), 'utility'), 'marketing');

test('each message is counted under its category', () => {
  expect(sheet.counts).toEqual({ utility: 2, marketing: 1 });
});

test.each<[string, CostSheet, Tariff, number | null]>([
  ['with both prices is their sum', sheet, { utility: 400, marketing: 650 }, 1450],
  ['without a price that it needs is not told', sheet, { utility: 400 }, null],
  ['without one that it does not need is', addCost(empty, 'utility'), { utility: 400 }, 400],
  ['of nothing is nothing', empty, {}, 0],
])('the price %s', (_name, of, tariff, price) => {
  expect(priceOf(of, tariff)).toBe(price);
});
