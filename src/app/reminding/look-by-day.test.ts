import { expect, test } from 'vitest';

import type { Session } from '../../engine/session.ts';
import { createLookByDay } from './look-by-day.ts';

const look = createLookByDay('Asia/Makassar');
const at = (text: string): number => Date.parse(`2026-12-${text}+08:00`);

/** Somebody waits for something until then. */
function waitingUntil(until: number): Session {
  const wait = { type: 'event', event: 'keputusan', about: null, until } as const;
  const parked = [{ frames: [], wait, until }];
  return { version: 1, frames: [], wait: { type: 'none' }, parked, heardAt: 0, until: 0 };
}

test.each([
  ['by day at its time', '01T10:00', '01T08:00', '01T10:00'],
  ['in the evening not before the morning', '01T20:00', '01T08:00', '02T07:00'],
  ['after midnight in the same morning', '02T03:00', '01T08:00', '02T07:00'],
  ['late, at once', '01T10:00', '01T15:00', '01T15:00'],
  ['late at night, in the morning', '01T10:00', '01T22:00', '02T07:00'],
])('somebody looks %s', (_name, due, now, looked) => {
  expect(look(waitingUntil(at(due)), at(now))).toBe(at(looked));
});

test('and never where nothing is waited for', () => {
  expect(look({ version: 1, frames: [], wait: { type: 'none' }, heardAt: 0, until: 0 }, at('01T10:00'))).toBeNull();
});
