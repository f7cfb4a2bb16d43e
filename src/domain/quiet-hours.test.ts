import { expect, test } from 'vitest';

import type { Zone } from '../engine/value.ts';
import { allowedWindow, isUrgentChange } from './quiet-hours.ts';

/** When a push is due, and the window in which it may leave. */
const windows: readonly [at: string, zone: Zone, due: string, pauseAt: string][] = [
  ['2026-12-01T07:00+07:00', 'Asia/Jakarta', '2026-12-01T07:00+07:00', '2026-12-01T20:00+07:00'],
  ['2026-12-01T06:59+07:00', 'Asia/Jakarta', '2026-12-01T07:00+07:00', '2026-12-01T20:00+07:00'],
  ['2026-12-01T19:59+07:00', 'Asia/Jakarta', '2026-12-01T19:59+07:00', '2026-12-01T20:00+07:00'],
  ['2026-12-01T20:00+07:00', 'Asia/Jakarta', '2026-12-02T07:00+07:00', '2026-12-02T20:00+07:00'],
  ['2026-12-01T20:00+07:00', 'Asia/Makassar', '2026-12-02T07:00+08:00', '2026-12-02T20:00+08:00'],
  ['2026-12-01T20:00+09:00', 'Asia/Jakarta', '2026-12-01T20:00+09:00', '2026-12-01T20:00+07:00'],
  ['2026-12-31T23:30+09:00', 'Asia/Jayapura', '2027-01-01T07:00+09:00', '2027-01-01T20:00+09:00'],
  ['2028-02-28T21:00+08:00', 'Asia/Makassar', '2028-02-29T07:00+08:00', '2028-02-29T20:00+08:00'],
  ['2026-12-01T00:00+07:00', 'Asia/Jakarta', '2026-12-01T07:00+07:00', '2026-12-01T20:00+07:00'],
];

test.each(windows)('a push due %s in %s', (at, zone, due, pauseAt) => {
  expect(allowedWindow(Date.parse(at), zone)).toEqual({ due: Date.parse(due), pauseAt: Date.parse(pauseAt) });
});

test('a change is told at night when its class begins within twelve hours', () => {
  const night = Date.parse('2026-12-01T22:00+07:00');
  expect(isUrgentChange(night, Date.parse('2026-12-02T09:59+07:00'))).toBe(true);
  expect(isUrgentChange(night, Date.parse('2026-12-02T10:00+07:00'))).toBe(false);
});
