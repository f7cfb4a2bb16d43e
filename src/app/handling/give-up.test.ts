import { expect, test } from 'vitest';

import { givesUp } from './give-up.ts';

test.each([
  ['batal', 'answered'],
  ['petugas', 'answered'],
  ['STOP', 'heard'],
  ['stop dulu', 'heard'],
  ['1', false],
  ['menu', false],
] as const)('%s while a deed keeps failing: %s', (text, outcome) => {
  expect(givesUp({ type: 'text', text })).toBe(outcome);
});

test('a picture ends no deed', () => {
  expect(givesUp({ type: 'photo', ref: 'x' })).toBe(false);
});
