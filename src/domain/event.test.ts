import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { toEpoch } from '../language/calendar.ts';
import type { Zone } from '../language/calendar.ts';
import {
  changeEvent,
  coming,
  countPeople,
  eventKind,
  eventRules,
  freePlaces,
  openEvent,
  peopleOf,
  remindedOf,
  rsvp,
  settleEvent,
  withoutGuest,
} from './event.ts';
import type { PublicEvent } from './event.ts';
import { planMeeting } from './meeting.ts';
import { dueReminders } from './reminder.ts';

const at = (text: string, zone: Zone = 'Asia/Jakarta'): number => {
  const [date = '', time = ''] = text.split('T');
  return toEpoch(date, time, zone);
};

interface Plan {
  readonly starts?: string;
  readonly zone?: Zone;
  readonly seats?: number | null;
}

function gathering({ starts = '2026-12-14T15:00', zone = 'Asia/Jakarta', seats = 50 }: Plan = {}): PublicEvent {
  const startsAt = at(starts, zone);
  const meeting = planMeeting({ id: 'm1', startsAt, endsAt: startsAt, zone, place: 'Kafe', map: '', bring: '' });
  return openEvent({ id: 'e', tenant: 't', title: 'Ngobrol', meeting, seats });
}
const early = at('2026-12-01T10:00');
const come = (event: PublicEvent, contact: string, people: number, by = `${contact}.${people}`, now = early) =>
  rsvp(event, { by, contact, people }, now);
const due = (event: PublicEvent, now: number) =>
  dueReminders(remindedOf(event), eventRules, now).reminders.map(({ rule }) => rule.id);

describe('an answer', () => {
  it.each([
    ['comes', 2, 1, 'noted', 1],
    ['comes with as many as there is room for', 2, 2, 'noted', 2],
    ['comes with too many', 2, 3, 'full', 0],
    ['comes where nobody counts', null, 5, 'noted', 5],
  ] as const)('%s', (_, seats, people, answer, after) => {
    const decided = come(gathering({ seats }), 'a', people);
    expect([decided.answer, peopleOf(decided.event, 'a')]).toEqual([answer, after]);
  });

  it('that asks for more than there is leaves who came with fewer as they were', () => {
    const one = come(gathering({ seats: 3 }), 'a', 2).event;
    const more = come(one, 'a', 4);
    expect([more.answer, peopleOf(more.event, 'a'), freePlaces(more.event)]).toEqual(['full', 2, 1]);
    expect(peopleOf(come(more.event, 'a', 3, 'again').event, 'a')).toBe(3);
  });

  it('that they do not come makes room', () => {
    const one = come(gathering({ seats: 2 }), 'a', 2).event;
    const none = come(one, 'a', 0).event;
    expect([coming(none).length, freePlaces(none)]).toEqual([0, 2]);
  });

  it('is not given again by a process that stood still over it', () => {
    const seated = come(gathering({ seats: 1 }), 'a', 1, 'd1').event;
    const refused = come(seated, 'b', 1, 'd2').event;
    const left = come(refused, 'a', 0, 'd3').event;
    expect(come(left, 'a', 1, 'd1')).toEqual({ event: left, answer: 'noted' });
    expect(come(left, 'b', 1, 'd2')).toEqual({ event: left, answer: 'full' });
  });

  it('is taken until it begins, not once it was cancelled', () => {
    const event = gathering();
    expect(come(event, 'a', 1, 'd', at('2026-12-14T15:00') - 1).answer).toBe('noted');
    expect(come(event, 'a', 1, 'd', at('2026-12-14T15:00')).answer).toBe('closed');
    const cancelled = changeEvent(event, { cancel: { reason: 'hujan' } }, { by: 'o', at: early });
    expect(come(cancelled, 'a', 1).answer).toBe('closed');
  });
});

test('there are never more people than seats, whatever is answered in whatever order', () => {
  const answers = fc.array(fc.record({ who: fc.nat(9), people: fc.nat(5), by: fc.nat(30) }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), answers, (seats, all) => {
      let event = gathering({ seats });
      for (const { who, people, by } of all) {
        const decided = come(event, `w${who}`, people, `d${by}`);
        event = decided.event;
        expect(countPeople(event)).toBeLessThanOrEqual(seats);
      }
    }),
  );
});

describe('reminders', () => {
  it.each([
    ['the morning before', {}, 'Asia/Jakarta', '2026-12-13T10:00', ['acara_besok']],
    ['a minute too early', {}, 'Asia/Jakarta', '2026-12-13T09:59', []],
    ['the evening before, when the service was down', {}, 'Asia/Jakarta', '2026-12-13T19:59', ['acara_besok']],
    ['the night before', {}, 'Asia/Jakarta', '2026-12-13T20:00', []],
    ['three hours before', {}, 'Asia/Jakarta', '2026-12-14T12:00', ['acara_3_jam']],
    ['once it has begun', {}, 'Asia/Jakarta', '2026-12-14T15:00', []],
    [
      'by the clock of the venue in the middle',
      { zone: 'Asia/Makassar' },
      'Asia/Makassar',
      '2026-12-13T10:00',
      ['acara_besok'],
    ],
    ['by the clock of the venue in the east', { zone: 'Asia/Jayapura' }, 'Asia/Jayapura', '2026-12-13T09:59', []],
    [
      'before one just after midnight',
      { starts: '2026-12-14T00:30' },
      'Asia/Jakarta',
      '2026-12-13T10:00',
      ['acara_besok'],
    ],
    [
      'before one just after midnight',
      { starts: '2026-12-14T00:30' },
      'Asia/Jakarta',
      '2026-12-13T21:30',
      ['acara_3_jam'],
    ],
  ] as const)('are due %s', (_, plan, zone, now, rules) => {
    const event = come(gathering(plan), 'a', 1).event;
    expect(due(event, at(now, zone))).toEqual(rules);
  });

  it('are said once under one schedule, and again under the next', () => {
    const event = come(gathering(), 'a', 1).event;
    const now = at('2026-12-13T10:00');
    const told = settleEvent(event, dueReminders(remindedOf(event), eventRules, now).fired, []);
    expect(due(told, now)).toEqual([]);
    const moved = changeEvent(told, { startsAt: at('2026-12-16T15:00') }, { by: 'o', at: now });
    expect(due(moved, at('2026-12-15T10:00'))).toEqual(['acara_besok']);
  });

  it('that the notice of a change says already are not said', () => {
    const event = come(gathering(), 'a', 1).event;
    const now = at('2026-12-13T11:00');
    const moved = changeEvent(event, { startsAt: at('2026-12-14T09:00') }, { by: 'o', at: now });
    expect(due(moved, now)).toEqual([]);
    expect(due(moved, at('2026-12-14T06:00'))).toEqual(['acara_3_jam']);
  });

  it('go to nobody who withdrew, and for nothing that was cancelled', () => {
    const event = come(gathering(), 'a', 1).event;
    const now = at('2026-12-13T10:00');
    expect(due(come(event, 'a', 0).event, now)).toEqual([]);
    expect(due(changeEvent(event, { cancel: { reason: '' } }, { by: 'o', at: early }), now)).toEqual([]);
  });
});

describe('somebody looks at it', () => {
  it('at once when it owes a notice, else at its next reminder, at last to forget it', () => {
    const event = gathering();
    expect(eventKind.next(event)).toBe(at('2026-12-13T10:00'));
    const moved = changeEvent(event, { place: 'Aula' }, { by: 'o', at: early });
    expect(eventKind.next(moved)).toBe(0);
    expect(eventKind.next(settleEvent(moved, [], ['changed.2']))).toBe(at('2026-12-13T10:00'));
    const fired = eventRules.map(({ id }) => `${id}.m1.1`);
    expect(eventKind.next(settleEvent(event, fired, []))).toBe(at('2026-12-21T15:00'));
  });
});

test('a typing correction owes nothing, and a person who is gone leaves their places', () => {
  const event = come(gathering({ seats: 2 }), 'a', 2).event;
  expect(changeEvent(event, { map: 'Jl. Pantai 3' }, { by: 'o', at: early }).owes).toEqual([]);
  const gone = withoutGuest(event, 'a');
  expect([gone.guests, freePlaces(gone)]).toEqual([[], 2]);
  expect(withoutGuest(gone, 'a')).toBe(gone);
});
