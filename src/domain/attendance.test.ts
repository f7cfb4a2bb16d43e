import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import {
  absenceTime,
  attend,
  doorOf,
  isLockedOut,
  meetingsOfDay,
  missCode,
  mostWrongCodes,
  nextAbsence,
  presenceIn,
  toAttendanceCode,
} from './attendance.ts';
import { moveMeeting, openBatch, settleBatch } from './batch.ts';
import { planMeeting } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import type { Registration } from './registration.ts';

const at = (text: string): number => Date.parse(text);

const class1 = planMeeting({
  id: 'm1',
  startsAt: at('2026-12-14T09:00+08:00'),
  endsAt: at('2026-12-14T12:00+08:00'),
  zone: 'Asia/Makassar',
  place: 'Balai Desa',
  map: '',
  bring: '',
});

const registration: Registration = {
  id: 'kk.w',
  tenant: 't',
  number: 'KK-0001',
  programme: 'kk',
  batch: 'kk-1',
  contact: 'w',
  by: 'd',
  seen: 0,
  n: 1,
  state: 'in',
  answers: {},
  askedAt: 0,
};

describe('the code on the board', () => {
  it('has four signs that nobody mistakes for one another', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 22, maxLength: 22 }), (hash) => {
        expect(toAttendanceCode(hash)).toMatch(/^[ACDEFHJKMNPQRTVWXY34679]{4}$/u);
      }),
    );
  });

  it('differs from class to class', () => {
    const hashes = Array.from({ length: 200 }, (_, at_) => `Zk3-${String(at_).padStart(3, '0')}pQ_wX71mNb0sLtyEaR`);
    expect(new Set(hashes.map(toAttendanceCode)).size).toBeGreaterThan(190);
  });
});

test('the door opens half an hour before class, calls late after twenty minutes and closes at its end', () => {
  const { opens, lateFrom, closes } = doorOf(class1);
  const onTheDay = ['08:30', '09:20', '12:00'].map((clock) => at(`2026-12-14T${clock}+08:00`));
  expect([opens, lateFrom, closes]).toEqual(onTheDay);
});

test('the first word about a class stays', () => {
  const seen = { at: class1.startsAt, late: false, by: 'a' };
  const first = attend(registration, class1, seen);
  expect(attend(first, class1, { ...seen, by: 'b' })).toBe(first);
  expect(attend(first, { ...class1, id: 'm2' }, { ...seen, by: 'b' }).attended).toHaveLength(2);
});

test('who came for a class that was then moved to another day was not in it, and is noted anew', () => {
  const first = attend(registration, class1, { at: class1.startsAt, late: false, by: 'a' });
  const moved = { ...class1, startsAt: class1.startsAt + 86_400_000, endsAt: class1.endsAt + 86_400_000, sv: 2 };
  expect(presenceIn(first, moved)).toBeUndefined();
  expect(attend(first, moved, { at: moved.startsAt, late: false, by: 'b' }).attended).toMatchObject([{ by: 'b' }]);
});

test('a class is of its day by the clock of its venue, and until it ends', () => {
  const late = { ...class1, id: 'm2', startsAt: at('2026-12-14T22:00+08:00'), endsAt: at('2026-12-15T01:00+08:00') };
  const java: Meeting = { ...class1, id: 'm3', zone: 'Asia/Jakarta', startsAt: at('2026-12-15T00:20+07:00') };
  const batch = openBatch({
    id: 'kk-1',
    tenant: 't',
    programme: 'kk',
    number: 1,
    contactPerson: '',
    capacity: 50,
    meetings: [class1, late, { ...java, endsAt: java.startsAt + 3_600_000 }],
  });
  const on = (time: string) => meetingsOfDay(batch, at(time)).map(({ id }) => id);
  expect(on('2026-12-14T07:00+08:00')).toEqual(['m1', 'm2']);
  expect(on('2026-12-15T00:30+08:00')).toEqual(['m2']);
  expect(on('2026-12-14T23:55+07:00')).toEqual(['m2', 'm3']);
  expect(on('2026-12-15T02:00+08:00')).toEqual(['m3']);
});

test('who types too many wrong codes for one class is not read any more; the next class begins anew', () => {
  let one = registration;
  for (let times = 1; times < mostWrongCodes; times += 1) one = missCode(one, 'm1');
  expect(isLockedOut(one, 'm1')).toBe(false);
  expect(isLockedOut(missCode(one, 'm1'), 'm1')).toBe(true);
  expect(isLockedOut(missCode(missCode(one, 'm1'), 'm2'), 'm2')).toBe(false);
});

describe('those who were not seen are asked', () => {
  it.each([
    ['a morning class in the evening', '12:00', '2026-12-14T18:00+08:00'],
    ['an evening class an hour after it', '19:30', '2026-12-14T20:30+08:00'],
  ])('%s', (_what, end, due) => {
    const time = absenceTime({ ...class1, endsAt: at(`2026-12-14T${end}+08:00`) });
    expect(time).toEqual({ due: at(due), until: at('2026-12-15T20:00+08:00') });
  });

  it('once after each class that takes place, and anew when it was moved', () => {
    const meetings = [
      class1,
      { ...class1, id: 'm2', startsAt: class1.startsAt + 86_400_000, endsAt: class1.endsAt + 86_400_000 },
    ];
    const batch = openBatch({
      id: 'kk-1',
      tenant: 't',
      programme: 'kk',
      number: 1,
      contactPerson: '',
      capacity: 50,
      meetings,
    });
    expect(nextAbsence(batch)).toBe(at('2026-12-14T18:00+08:00'));
    const asked = settleBatch(batch, ['tidak_hadir.m1.1'], []);
    expect(nextAbsence(asked)).toBe(at('2026-12-15T18:00+08:00'));
    const moved = moveMeeting(asked, 'm1', { startsAt: at('2026-12-20T09:00+08:00') }, { by: 'd', at: 0 });
    const cancelled = moveMeeting(moved, 'm2', { cancel: { reason: '' } }, { by: 'd', at: 0 });
    expect(nextAbsence(cancelled)).toBe(at('2026-12-20T18:00+08:00'));
  });
});
