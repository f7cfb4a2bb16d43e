import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, ageAt, dayOf, localParts, toEpoch, weekdayOf } from './calendar.ts';
import type { Zone } from './calendar.ts';

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

describe('the clocks of Indonesia', () => {
  it('show one instant in three zones', () => {
    const noon = Date.UTC(2026, 11, 3, 17, 30, 5);
    expect(localParts(noon, 'Asia/Jakarta')).toEqual({
      date: '2026-12-04',
      time: '00:30',
      year: 2026,
      month: 12,
      day: 4,
      hour: 0,
      minute: 30,
      second: 5,
      weekday: 5,
    });
    expect(localParts(noon, 'Asia/Makassar').time).toBe('01:30');
    expect(localParts(noon, 'Asia/Jayapura').time).toBe('02:30');
  });

  it('and toEpoch undo each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 4e12 }), fc.constantFrom(...zones), (second, zone) => {
        const epoch = Math.floor(second / 1000) * 1000;
        const { date, time, second: seconds } = localParts(epoch, zone);
        expect(toEpoch(date, `${time}:${String(seconds).padStart(2, '0')}`, zone)).toBe(epoch);
      }),
    );
  });

  it('agree with the platform about every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 4e12 }), (epoch) => {
        const date = new Date(epoch).toISOString().slice(0, 10);
        const { date: local, weekday } = localParts(epoch - 7 * 3_600_000, 'Asia/Jakarta');
        expect([local, weekday]).toEqual([date, new Date(epoch).getUTCDay()]);
      }),
    );
  });

  it('know no instant for what is no date or time', () => {
    expect(toEpoch('2026-02-30', '09:00', 'Asia/Jakarta')).toBeNaN();
    expect(toEpoch('2026-02-03', '9', 'Asia/Jakarta')).toBeNaN();
  });
});

describe('days', () => {
  it('are added across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('bukan tanggal', 1)).toBe('bukan tanggal');
  });

  it('are added as the platform adds them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (count) => {
        const date = new Date(Date.UTC(2026, 10, 20 + count)).toISOString().slice(0, 10);
        expect(addDays('2026-11-20', count)).toBe(date);
      }),
    );
  });

  it('that are not in the calendar are none', () => {
    expect(dayOf('2026-02-29')).toBe(null);
    expect(dayOf('2026-13-01')).toBe(null);
    expect(dayOf('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
    expect(weekdayOf('2026-12-03')).toBe(4);
  });
});

describe('an age', () => {
  it.each([
    ['1995-08-17', '2026-08-16', 30],
    ['1995-08-17', '2026-08-17', 31],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s is on %s %i', (birth, on, years) => {
    expect(ageAt(birth, on)).toBe(years);
  });
});
