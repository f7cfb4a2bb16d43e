import { expect, test } from 'vitest';

import { documentedCodes, explainAnswer, explainError } from './errors.ts';

/** What follows from a code, in one word. */
function consequenceOf(code: number | null, status?: number): string {
  const result = explainError(code, status);
  if (result.type === 'retry') return `${result.scope} waits`;
  return result.type === 'failed' ? `blames the ${result.blame}` : result.type;
}

test.each([
  ['blames the account', [0, 3, 10, 33, 190, 200, 299, 368, 130497, 131005, 131031, 131037, 131042, 131045, 131055]],
  ['blames the account', [133000, 133005, 133006, 133008, 133009, 133010, 133015, 134011]],
  ['account waits', [2, 4, 80007, 130429, 131016, 131048, 131057, 133004, 133016]],
  ['chat waits', [131056]],
  ['blames the address', [131021]],
  ['strike', [131026]],
  ['blames the moment', [130472, 131047, 131049, 131050]],
  ['blames the content', [100, 131008, 131009, 131051, 131052, 131053, 135000]],
  ['blames the content', [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069]],
  ['uncertain', [1, 131000]],
])('%s: %j', (consequence, codes) => {
  expect(codes.map((code) => consequenceOf(code))).toEqual(codes.map(() => consequence));
});

test('every documented code has a meaning and a code of ours', () => {
  expect(documentedCodes.length).toBeGreaterThan(45);
  const codes = documentedCodes.map((one) => explainError(one)).map((result) => ('code' in result ? result.code : ''));
  expect(codes.filter((code) => !/^[a-z_]+$/u.test(code))).toEqual([]);
});

test.each([
  [500, 'uncertain'],
  [503, 'uncertain'],
  [429, 'account waits'],
  [401, 'blames the account'],
  [403, 'blames the account'],
  [400, 'blames the content'],
  [404, 'blames the content'],
])('an answer %i with a code that nobody documented: %s', (status, consequence) => {
  expect([consequenceOf(999_999, status), consequenceOf(null, status)]).toEqual([consequence, consequence]);
});

test('what never arrived waits, what lost its answer is in doubt', () => {
  expect(explainAnswer({ type: 'unreachable', code: 'ECONNREFUSED' })).toMatchObject({
    type: 'retry',
    scope: 'account',
  });
  expect(explainAnswer({ type: 'unclear', code: 'UND_ERR_SOCKET' })).toEqual({
    type: 'uncertain',
    code: 'UND_ERR_SOCKET',
  });
});
