import { describe, expect, test } from 'vitest';

import { toPush } from '../../src/app/to-push.ts';
import { moveMeeting, openBatch, settleBatch } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { planMeeting } from '../../src/domain/meeting.ts';
import type { MeetingChange } from '../../src/domain/meeting.ts';
import type { NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { isUrgentChange } from '../../src/domain/quiet-hours.ts';
import { dueReminders, flowRule } from '../../src/domain/reminder.ts';
import { take } from '../../src/domain/seats.ts';
import type { Zone } from '../../src/engine/value.ts';
import { readReminder } from '../../src/engine/waiting/reminder-sentence.ts';
import { localParts, toEpoch } from '../../src/language/calendar.ts';
import { liveThrough } from './live-through.ts';

const WIB: Zone = 'Asia/Jakarta';
const WITA: Zone = 'Asia/Makassar';
const WIT: Zone = 'Asia/Jayapura';

const BESOK = '1 hari sebelum pertemuan.mulai pukul 10.00';
const SEMINGGU = '1 minggu sebelum pertemuan.mulai pukul 09.00';
const DUA_JAM = '2 jam sebelum pertemuan.mulai';
const SETENGAH_JAM = '30 menit sebelum pertemuan.mulai';
const SESUDAH = '3 jam sesudah pertemuan.mulai';

const reach = { address: 'a', account: 'sim' };
const minuteMs = 60_000;

/** `2026-12-14 09:00` on the clocks of a place. */
function at(local: string, zone: Zone): number {
  const [date = '', time = ''] = local.split(' ');
  return toEpoch(date, time, zone);
}

function show(epoch: number, zone: Zone): string {
  const { date, time } = localParts(epoch, zone);
  return `${date} ${time}`;
}

/** A class in which one person sits. */
function classAt(local: string, zone: Zone): Batch {
  const startsAt = at(local, zone);
  const place = { place: 'Aula', map: '', bring: '' };
  const meeting = planMeeting({ id: '1', startsAt, endsAt: startsAt + 60 * minuteMs, zone, ...place });
  const batch = openBatch({
    id: 'b',
    tenant: 't',
    programme: 'p',
    number: 1,
    contactPerson: '',
    capacity: 5,
    meetings: [meeting],
  });
  return take(batch, { contact: 'a', id: 'deed', seen: 0, queue: false }).batch;
}

/** The rows that a rule makes of a batch when somebody looks at `now`. */
function remind(batch: Batch, rule: string, now: number): readonly NewDelivery[] {
  const sentence = readReminder(rule);
  if ('code' in sentence) throw new Error(sentence.code);
  return dueReminders(batch, [flowRule('r', sentence)], now).reminders.map(({ meeting, due, until }) =>
    toPush(
      { id: `r.${meeting.sv}`, class: 'reminder', source: 'r', content: { text: 'x' }, due, until, zone: meeting.zone },
      reach,
    ),
  );
}

/** What becomes of a rule for a class: looked at from `from` (absent: when it is due) in local time of the place. */
async function follow(batch: Batch, rule: string, from: string | null): Promise<string> {
  const [meeting] = batch.meetings;
  if (meeting === undefined) return 'no class';
  const sentence = readReminder(rule);
  const dueAt = 'code' in sentence ? 0 : flowRule('r', sentence).dueAt(meeting);
  const now = from === null ? dueAt : at(from, meeting.zone);
  const rows = remind(batch, rule, now);
  if (rows.length === 0) return meeting.state === 'cancelled' ? 'cancelled' : dueAt > now ? 'not yet' : 'expired';
  const [lived] = await liveThrough(rows, now);
  return lived?.at == null ? (lived?.state ?? '') : show(lived.at, meeting.zone);
}

type Row = readonly [sentence: string, zone: Zone, classAt: string, rule: string, from: string | null, leaves: string];

/** `from`: when the service was up again; null: it was up all the time. */
const calendar: readonly Row[] = [
  ['The day before at ten, in the west', WIB, '2026-12-14 09:00', BESOK, null, '2026-12-13 10:00'],
  ['The day before at ten, in the middle', WITA, '2026-12-14 09:00', BESOK, null, '2026-12-13 10:00'],
  ['The day before at ten, in the east', WIT, '2026-12-14 09:00', BESOK, null, '2026-12-13 10:00'],
  ['A class at midnight belongs to the day that begins', WIB, '2026-12-14 00:00', BESOK, null, '2026-12-13 10:00'],
  ['A class a minute before midnight to the day that ends', WIB, '2026-12-13 23:59', BESOK, null, '2026-12-12 10:00'],
  ['In the east it is tomorrow two hours sooner', WIT, '2026-12-14 00:30', BESOK, null, '2026-12-13 10:00'],
  ['The first of a month is reminded of on the last', WIB, '2026-12-01 09:00', BESOK, null, '2026-11-30 10:00'],
  ['A month of 31 days', WIB, '2027-02-01 09:00', BESOK, null, '2027-01-31 10:00'],
  ['New Year', WITA, '2027-01-01 09:00', BESOK, null, '2026-12-31 10:00'],
  ['1 March 2027, no leap year', WIB, '2027-03-01 09:00', BESOK, null, '2027-02-28 10:00'],
  ['1 March 2028 is reminded of on 29 February', WIB, '2028-03-01 09:00', BESOK, null, '2028-02-29 10:00'],
  ['29 February 2028 is reminded of on the 28th', WIT, '2028-02-29 09:00', BESOK, null, '2028-02-28 10:00'],
  ['A week before over a leap day', WIB, '2028-03-05 13:00', SEMINGGU, null, '2028-02-27 09:00'],
  ['A week before over the end of a year', WITA, '2027-01-03 13:00', SEMINGGU, null, '2026-12-27 09:00'],
  ['Two hours before a morning class', WIB, '2026-12-14 09:00', DUA_JAM, null, '2026-12-14 07:00'],
  [
    'Two hours before eight is in the quiet hours: at seven',
    WIB,
    '2026-12-14 08:00',
    DUA_JAM,
    null,
    '2026-12-14 07:00',
  ],
  ['Two hours before seven: not before seven, and then it is over', WIB, '2026-12-14 07:00', DUA_JAM, null, 'expired'],
  [
    'Half an hour before half past seven is seven sharp',
    WITA,
    '2026-12-14 07:30',
    SETENGAH_JAM,
    null,
    '2026-12-14 07:00',
  ],
  ['Two hours before ten in the evening: too late that day', WIT, '2026-12-14 22:00', DUA_JAM, null, 'expired'],
  ['Half an hour before nine in the evening: too late', WIB, '2026-12-14 21:00', SETENGAH_JAM, null, 'expired'],
  ['A minute before the quiet hours nothing begins any more', WIB, '2026-12-14 21:59', DUA_JAM, null, 'expired'],
  ['Two minutes before them it still does', WIB, '2026-12-14 21:58', DUA_JAM, null, '2026-12-14 19:58'],
  ['After a class in the afternoon', WIB, '2026-12-14 13:00', SESUDAH, null, '2026-12-14 16:00'],
  ['After an evening class: the next morning', WIB, '2026-12-14 18:00', SESUDAH, null, '2026-12-15 07:00'],
  ['After an evening class on 28 February 2028', WITA, '2028-02-28 18:00', SESUDAH, null, '2028-02-29 07:00'],
  [
    'Down at ten, up at noon: late and still true',
    WIB,
    '2026-12-14 09:00',
    BESOK,
    '2026-12-13 12:00',
    '2026-12-13 12:00',
  ],
  ['Up two minutes before the evening', WIB, '2026-12-14 09:00', BESOK, '2026-12-13 19:58', '2026-12-13 19:58'],
  ['Up in the evening: "besok" is not said at night', WIB, '2026-12-14 09:00', BESOK, '2026-12-13 20:00', 'expired'],
  [
    'Up on the day of the class: "besok" is not true any more',
    WIB,
    '2026-12-14 09:00',
    BESOK,
    '2026-12-14 07:00',
    'expired',
  ],
  ['Up an hour before the class', WIT, '2026-12-14 09:00', DUA_JAM, '2026-12-14 08:00', '2026-12-14 08:00'],
  ['Up half a minute before the class', WIT, '2026-12-14 09:00', DUA_JAM, '2026-12-14 08:59', 'expired'],
  ['Up after the class began', WIT, '2026-12-14 09:00', DUA_JAM, '2026-12-14 09:00', 'expired'],
  ['Up a day after what was to be said afterwards', WIB, '2026-12-14 13:00', SESUDAH, '2026-12-15 16:00', 'expired'],
  ['Looked at too early', WIB, '2026-12-14 09:00', BESOK, '2026-12-13 09:59', 'not yet'],
];

describe('a reminder leaves, in the time of its place', () => {
  test.each(calendar)('%s', async (_sentence, zone, start, rule, from, leaves) => {
    expect(await follow(classAt(start, zone), rule, from)).toBe(leaves);
  });
});

describe('a class that was reminded of and then changed', () => {
  const start = '2026-12-14 09:00';
  const besok = '2026-12-13 10:00';
  const changes: readonly [string, Zone, MeetingChange, string, string][] = [
    [
      'moved by a day reminds again',
      WIB,
      { startsAt: at('2026-12-15 09:00', WIB) },
      '2026-12-14 10:00',
      '2026-12-14 10:00',
    ],
    ['moved over a month', WITA, { startsAt: at('2027-01-01 09:00', WITA) }, '2026-12-31 10:00', '2026-12-31 10:00'],
    ['moved to a leap day', WIB, { startsAt: at('2028-02-29 09:00', WIB) }, '2028-02-28 10:00', '2028-02-28 10:00'],
    [
      'moved to another place reminds again the same day',
      WIB,
      { place: 'Balai' },
      '2026-12-13 15:00',
      '2026-12-13 15:00',
    ],
    [
      'moved to this very evening: "besok" is over',
      WIB,
      { startsAt: at('2026-12-13 21:00', WIB) },
      '2026-12-13 15:00',
      'expired',
    ],
    ['in another zone is another hour', WIB, { zone: WITA }, '2026-12-13 15:00', '2026-12-13 15:00'],
    ['with a corrected list of what to bring reminds nobody', WIB, { bring: 'KTP' }, '2026-12-13 15:00', 'expired'],
    ['cancelled reminds nobody', WIB, { cancel: { reason: 'banjir' } }, '2026-12-13 15:00', 'cancelled'],
  ];
  test.each(changes)('%s', async (_sentence, zone, change, from, leaves) => {
    const batch = classAt(start, zone);
    const sentence = readReminder(BESOK);
    if ('code' in sentence) throw new Error(sentence.code);
    const told = settleBatch(batch, dueReminders(batch, [flowRule('r', sentence)], at(besok, zone)).fired, []);
    expect(await follow(moveMeeting(told, '1', change, 'deed'), BESOK, from)).toBe(leaves);
  });
});

describe('a change is told', () => {
  const told: readonly [string, Zone, string, string, string][] = [
    ['by day at once', WIB, '2026-12-13 15:00', '2026-12-16 09:00', '2026-12-13 15:00'],
    ['at night in the morning, when the class is far', WIB, '2026-12-13 22:00', '2026-12-16 09:00', '2026-12-14 07:00'],
    [
      'at night in the morning, when it begins in twelve hours',
      WITA,
      '2026-12-13 21:00',
      '2026-12-14 09:00',
      '2026-12-14 07:00',
    ],
    [
      'at night at once, when it begins within twelve',
      WITA,
      '2026-12-13 21:01',
      '2026-12-14 09:00',
      '2026-12-13 21:01',
    ],
    [
      'at midnight at once, when it begins that morning',
      WIT,
      '2026-12-14 00:00',
      '2026-12-14 08:00',
      '2026-12-14 00:00',
    ],
    ['in the last night of February 2028', WIB, '2028-02-28 23:30', '2028-02-29 09:00', '2028-02-28 23:30'],
  ];
  test.each(told)('%s', async (_sentence, zone, ordered, start, leaves) => {
    const [now, startsAt] = [at(ordered, zone), at(start, zone)];
    const push = { id: 'c', class: 'change', source: 'change', content: { text: 'x' }, due: now, zone } as const;
    const atNight = isUrgentChange(now, startsAt) ? ({ atNight: true } as const) : {};
    const row = toPush({ ...push, until: Math.max(startsAt, now + 24 * 60 * minuteMs), ...atNight }, reach);
    const [lived] = await liveThrough([row], now);
    expect(show(lived?.at ?? 0, zone)).toBe(leaves);
  });
});

const pushDue = (id: string, due: string, kind: 'reminder' | 'announcement' | 'change', days = 5): NewDelivery => {
  const start = at(due, WIB);
  const yields = kind === 'announcement' ? ({ yields: true } as const) : {};
  const until = start + days * 24 * 60 * minuteMs;
  return toPush({ id, class: kind, source: id, content: { text: id }, due: start, until, zone: WIB, ...yields }, reach);
};

describe('one push a day and person', () => {
  const days: readonly [string, readonly NewDelivery[], Readonly<Record<string, string>>][] = [
    [
      'an announcement yields to the reminder of the day',
      [pushDue('reminder', '2026-12-13 10:00', 'reminder'), pushDue('news', '2026-12-13 11:00', 'announcement')],
      { reminder: '2026-12-13 10:00', news: '2026-12-14 07:00' },
    ],
    [
      'two announcements are two days',
      [pushDue('one', '2026-12-31 10:00', 'announcement'), pushDue('two', '2026-12-31 11:00', 'announcement')],
      { one: '2026-12-31 10:00', two: '2027-01-01 07:00' },
    ],
    [
      'three of them over a leap day are three days',
      [
        pushDue('one', '2028-02-28 10:00', 'announcement'),
        pushDue('two', '2028-02-28 11:00', 'announcement'),
        pushDue('three', '2028-02-28 12:00', 'announcement'),
      ],
      { one: '2028-02-28 10:00', two: '2028-02-29 07:00', three: '2028-03-01 07:00' },
    ],
    [
      'a reminder yields to nobody',
      [pushDue('news', '2026-12-13 09:00', 'announcement'), pushDue('reminder', '2026-12-13 10:00', 'reminder')],
      { news: '2026-12-13 09:00', reminder: '2026-12-13 10:00' },
    ],
    [
      'nor does a change',
      [pushDue('reminder', '2026-12-13 10:00', 'reminder'), pushDue('change', '2026-12-13 10:30', 'change')],
      { reminder: '2026-12-13 10:00', change: '2026-12-13 10:30' },
    ],
    [
      'an announcement that yields past its end expires',
      [pushDue('reminder', '2026-12-13 10:00', 'reminder'), pushDue('news', '2026-12-13 11:00', 'announcement', 0.5)],
      { reminder: '2026-12-13 10:00', news: 'expired' },
    ],
  ];
  test.each(days)('%s', async (_sentence, rows, expected) => {
    const lived = await liveThrough(rows, Math.min(...rows.map(({ due }) => due)));
    expect(
      Object.fromEntries(lived.map(({ id, state, at: when }) => [id, when === null ? state : show(when, WIB)])),
    ).toEqual(expected);
  });
});
