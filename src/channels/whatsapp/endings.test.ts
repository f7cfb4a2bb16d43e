import { expect, test } from 'vitest';

import { consequenceOf, waitAfter } from './endings.ts';
import { createPatience } from './patience.ts';

test.each([
  [515, 'at_once', 'reconnecting'],
  [428, 'later', 'unreachable'],
  [408, 'later', 'unreachable'],
  [500, 'later', 'unreachable'],
  [503, 'later', 'service_unavailable'],
  [null, 'later', 'unreachable'],
  [599, 'later', 'closed_599'],
  [401, 'unlink', 'not_linked'],
  [440, 'stop', 'replaced'],
  [403, 'stop', 'account_banned'],
  [405, 'stop', 'client_outdated'],
  [411, 'stop', 'relink_needed'],
  [400, 'stop', 'server_not_trusted'],
] as const)('after %s follows: %s, because of %s', (code, next, trouble) => {
  expect(consequenceOf(code)).toEqual({ next, trouble });
});

test('waits grow to a minute and lie between half and whole, by chance', () => {
  expect([0, 1, 2, 20].map((failures) => waitAfter(failures, 0))).toEqual([500, 1000, 2000, 30_000]);
  expect([0, 1, 2, 20].map((failures) => waitAfter(failures, 1))).toEqual([1000, 2000, 4000, 60_000]);
});

test('a connection that held begins the count anew, and restarts at once are not endless', () => {
  const patience = createPatience(() => 1);
  const failed = { next: 'later', trouble: 'unreachable', wasStable: false } as const;
  expect([failed, failed, { ...failed, wasStable: true }].map(patience.next)).toEqual([1000, 2000, 1000]);
  const restart = { next: 'at_once', trouble: 'reconnecting', wasStable: true } as const;
  expect(Array.from({ length: 5 }, () => patience.next(restart))).toEqual([0, 0, 0, 1000, 1000]);
});
