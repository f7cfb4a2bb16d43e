import { describe, expect, test } from 'vitest';

import type { Zone } from '../engine/value.ts';
import { readReminder } from '../engine/waiting/reminder-sentence.ts';
import { moveMeeting, settleBatch } from './batch.ts';
import type { Batch, Entry } from './batch.ts';
import { dueReminders as dueBy, flowRule, nextReminder as nextBy, ownRules } from './reminder.ts';
import type { DueReminders, MeetingRule } from './reminder.ts';

const hourMs = 3_600_000;

function entry(contact: string, state: Entry['state'], n: number): Entry {
  return { contact, state, n, version: n, by: contact, outBy: null, until: null };
}

function batchAt(startsAt: number, zone: Zone = 'Asia/Jakarta'): Batch {
  return {
    id: 'kk.1',
    tenant: 'daerah',
    programme: 'kk',
    number: 1,
    state: 'open',
    contactPerson: '',
    capacity: 50,
    version: 4,
    serial: 4,
    entries: [entry('a', 'seat', 1), entry('b', 'wait', 2), entry('c', 'out', 3), entry('d', 'offer', 4)],
    meetings: [
      {
        id: 'm1',
        sv: 1,
        startsAt,
        endsAt: startsAt + 2 * hourMs,
        zone,
        place: 'Aula',
        map: '',
        bring: '',
        state: 'planned',
        reason: '',
      },
    ],
    fired: [],
    owes: [],
  };
}

/** The class, the zone of its place, and when its first reminder is due, all as clocks there show them. */
const calendar: readonly [name: string, classAt: string, zone: Zone, besok: string][] = [
  ['an ordinary day', '2026-12-14T09:00:00+07:00', 'Asia/Jakarta', '2026-12-13T10:00:00+07:00'],
  ['the same hour in WITA', '2026-12-14T09:00:00+08:00', 'Asia/Makassar', '2026-12-13T10:00:00+08:00'],
  ['the same hour in WIT', '2026-12-14T09:00:00+09:00', 'Asia/Jayapura', '2026-12-13T10:00:00+09:00'],
  ['a class just after midnight', '2026-12-14T00:30:00+07:00', 'Asia/Jakarta', '2026-12-13T10:00:00+07:00'],
  ['a day that is still yesterday in UTC', '2026-12-14T05:00:00+09:00', 'Asia/Jayapura', '2026-12-13T10:00:00+09:00'],
  ['the first of a month', '2026-12-01T09:00:00+07:00', 'Asia/Jakarta', '2026-11-30T10:00:00+07:00'],
  ['the first of a year', '2027-01-01T13:00:00+08:00', 'Asia/Makassar', '2026-12-31T10:00:00+08:00'],
  ['1 March of a leap year', '2028-03-01T09:00:00+07:00', 'Asia/Jakarta', '2028-02-29T10:00:00+07:00'],
  ['1 March of another year', '2027-03-01T09:00:00+07:00', 'Asia/Jakarta', '2027-02-28T10:00:00+07:00'],
];

/** A rule that a flow of this name carries. */
function asked(flow: string, source: string): MeetingRule {
  const sentence = readReminder(source);
  if ('code' in sentence) throw new Error(sentence.code);
  return flowRule(flow, sentence);
}

const BESOK = '1 hari sebelum pertemuan.mulai pukul 10.00';

/** Those of the last two days; what is said a week before stands in the golden table. */
const near = ownRules.filter(({ id }) => id !== 'pengingat_7_hari');

describe.each([
  ['of the service', near],
  ['that a flow asks in its place', [...near.slice(1), asked('pengingat_besok', BESOK)]],
] as const)('reminders of a class %s', (_whose, rules) => {
  const dueReminders = (batch: Batch, now: number): DueReminders => dueBy(batch, rules, now);
  const nextReminder = (batch: Batch): number | null => nextBy(batch, rules);
  test.each(calendar)('%s', (_name, classAt, zone, besok) => {
    const startsAt = Date.parse(classAt);
    const batch = batchAt(startsAt, zone);
    const first = Date.parse(besok);
    expect(nextReminder(batch)).toBe(Math.min(first, startsAt - 2 * hourMs));
    expect(dueReminders(batch, first - 1).reminders.filter(({ rule }) => rule.id === 'pengingat_besok')).toEqual([]);
    const due = dueReminders(batch, first).reminders.find(({ rule }) => rule.id === 'pengingat_besok');
    expect(due).toMatchObject({ contact: 'a', n: 1, due: first, until: first + 10 * hourMs });
  });

  const startsAt = Date.parse('2026-12-14T09:00:00+07:00');
  const besok = Date.parse('2026-12-13T10:00:00+07:00');

  test('only those who hold a seat are reminded, each rule once', () => {
    const batch = batchAt(startsAt);
    const first = dueReminders(batch, besok);
    expect(first.reminders.map(({ rule, contact }) => `${rule.id} ${contact}`)).toEqual(['pengingat_besok a']);
    const after = settleBatch(batch, first.fired, []);
    expect(dueReminders(after, besok)).toEqual({ reminders: [], fired: [], expired: 0 });
    expect(nextReminder(after)).toBe(startsAt - 2 * hourMs);
    expect(nextReminder(settleBatch(after, dueReminders(after, startsAt).fired, []))).toBeNull();
  });

  test('a moved class reminds again, a corrected text does not', () => {
    const fired = settleBatch(batchAt(startsAt), dueReminders(batchAt(startsAt), besok).fired, []);
    const moved = moveMeeting(fired, 'm1', { startsAt: startsAt + 24 * hourMs }, { by: 'ubah', at: besok + hourMs });
    expect(moved.owes.map(({ id }) => id)).toEqual(['changed.m1.2']);
    expect(dueReminders(moved, besok + 24 * hourMs).reminders).toHaveLength(1);
    // What was due before it moved is told by the notice.
    const placed = moveMeeting(fired, 'm1', { place: 'Balai' }, { by: 'ubah', at: besok + hourMs });
    expect(nextReminder(placed)).toBe(startsAt - 2 * hourMs);
    const corrected = moveMeeting(
      fired,
      'm1',
      { bring: 'HP', map: 'Jalan Sudirman 1' },
      { by: 'ubah', at: besok + hourMs },
    );
    expect(corrected.owes).toEqual([]);
    expect(dueReminders(corrected, besok).reminders).toEqual([]);
  });

  test('a cancelled class reminds nobody, and cancelling it again tells nobody twice', () => {
    const cancelled = moveMeeting(
      batchAt(startsAt),
      'm1',
      { cancel: { reason: 'banjir' } },
      { by: 'ubah', at: besok + hourMs },
    );
    expect(nextReminder(cancelled)).toBeNull();
    expect(
      moveMeeting(cancelled, 'm1', { cancel: { reason: 'banjir' } }, { by: 'ubah', at: besok + hourMs }).owes,
    ).toHaveLength(1);
  });

  test('what is found too late is counted and not sent', () => {
    const late = dueReminders(batchAt(startsAt), besok + 10 * hourMs);
    expect(late).toEqual({ reminders: [], fired: ['pengingat_besok.m1.1'], expired: 1 });
    expect(dueReminders(batchAt(startsAt), startsAt)).toMatchObject({ reminders: [], expired: 2 });
  });
});

describe('when a reminder is over', () => {
  const startsAt = Date.parse('2026-12-14T09:00:00+07:00');
  test.each([
    ['1 hari sebelum pertemuan.mulai pukul 10.00', '2026-12-13T20:00:00+07:00'],
    ['7 hari sebelum pertemuan.mulai pukul 09.00', '2026-12-07T20:00:00+07:00'],
    ['0 hari sebelum pertemuan.mulai pukul 06.30', '2026-12-14T09:00:00+07:00'],
    ['2 jam sebelum pertemuan.mulai', '2026-12-14T09:00:00+07:00'],
    ['2 hari sebelum pertemuan.mulai pukul 21.00', '2026-12-14T09:00:00+07:00'],
    ['3 jam sesudah pertemuan.mulai', '2026-12-15T12:00:00+07:00'],
  ])('%s', (source, over) => {
    const [meeting] = batchAt(startsAt).meetings;
    expect(meeting === undefined ? 0 : asked('x', source).untilOf(meeting)).toBe(Date.parse(over));
  });
});
