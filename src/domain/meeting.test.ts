import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { moveMeeting, openBatch } from './batch.ts';
import { changeEvent, openEvent } from './event.ts';
import { changeMeeting, outcomeOf, planMeeting } from './meeting.ts';
import type { Meeting, MeetingChange } from './meeting.ts';

const hourMs = 3_600_000;
const startsAt = 100 * hourMs;
const place = { zone: 'Asia/Jakarta', place: 'Aula', map: '', bring: '' } as const;
const planned = planMeeting({ id: 'm1', startsAt, endsAt: startsAt + 2 * hourMs, ...place });
const order = (by: string, at = 0) => ({ by, at });

describe('an order to change a meeting', () => {
  const changes: fc.Arbitrary<MeetingChange> = fc.oneof(
    fc.record({ startsAt: fc.integer({ min: 1, max: 5 }).map((hours) => startsAt + hours * hourMs) }),
    fc.record({ place: fc.constantFrom('Aula', 'Balai', 'Kafe') }),
    fc.record({ map: fc.constantFrom('', 'Jalan 1', 'Jalan 2') }),
  );

  test('is decided once, however often it is done again and whatever came in between', () => {
    const played = fc.array(fc.nat(9), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(changes, { minLength: 10, maxLength: 10 }), played, (all, turns) => {
        const play = (from: Meeting, n: number): Meeting => changeMeeting(from, all[n] ?? {}, order(`d${n}`));
        expect(turns.reduce(play, planned)).toEqual([...new Set(turns)].reduce(play, planned));
      }),
    );
  });

  test.each<[string, MeetingChange, number, ReturnType<typeof outcomeOf>]>([
    ['another time', { startsAt: startsAt + hourMs }, 0, 'changed'],
    ['another place', { place: 'Balai' }, 0, 'changed'],
    ['a cancellation', { cancel: { reason: '' } }, 0, 'changed'],
    ['a corrected address', { map: 'Jalan 1' }, 0, 'same'],
    ['the same place', { place: 'Aula' }, 0, 'same'],
    ['a time that is over', { startsAt: hourMs }, hourMs, 'over'],
    ['one that has begun', { place: 'Balai' }, startsAt, 'over'],
  ])('for %s', (_what, change, at, outcome) => {
    expect(outcomeOf(changeMeeting(planned, change, order('d', at)), 'd')).toBe(outcome);
  });

  test('comes too late once it is cancelled', () => {
    const cancelled = changeMeeting(planned, { cancel: { reason: 'banjir' } }, order('a'));
    expect(changeMeeting(cancelled, { place: 'Balai' }, order('b'))).toBe(cancelled);
  });
});

test('a notice that nobody read yet gives way to the next, which names what people know', () => {
  const plan = { id: 'x', tenant: 't', programme: 'kk', number: 1, contactPerson: '', capacity: 9 };
  const batch = openBatch({ ...plan, meetings: [planned] });
  const event = openEvent({ id: 'e', tenant: 't', title: '', meeting: planned, seats: null });
  const owed = [{ sv: 3, was: { startsAt, zone: 'Asia/Jakarta', place: 'Aula' } }];
  const move = (one: typeof batch, to: string) => moveMeeting(one, 'm1', { place: to }, order(to));
  const change = (one: typeof event, to: string) => changeEvent(one, { place: to }, order(to));
  expect(['Balai', 'Kafe'].reduce(move, batch).owes).toMatchObject(owed);
  expect(['Balai', 'Kafe'].reduce(change, event).owes).toMatchObject(owed);
});
