import { dueBy } from '../engine/waiting/reminder-sentence.ts';
import type { ReminderSentence } from '../engine/waiting/reminder-sentence.ts';
import { addDays, localParts, toEpoch } from '../language/calendar.ts';
import type { Batch, Entry } from './batch.ts';
import type { Meeting } from './meeting.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A sentence such as "1 hari sebelum pertemuan.mulai pukul 10.00", and until when it still makes sense. */
export interface MeetingRule {
  /** Also the key of its text under `layanan`; a rule that a flow carries bears the flow's name, and begins it. */
  readonly id: string;
  readonly flow: boolean;
  /** When it is due, by the clock of the venue. */
  dueAt(meeting: Meeting): number;
  /** No call begins at or after it: later it would be late or untrue. */
  untilOf(meeting: Meeting): number;
}

/**
 * R4, R5 and R6 of F13. The first names the day, so that it may come a day late; "besok" is true only on that day; the last
 * until class begins. From 20.00 on nobody is disturbed.
 */
export const ownRules: readonly MeetingRule[] = [
  {
    id: 'pengingat_7_hari',
    flow: false,
    dueAt: (meeting) => toEpoch(daysBefore(meeting, 7), '10:00', meeting.zone),
    untilOf: (meeting) => toEpoch(daysBefore(meeting, 6), '20:00', meeting.zone),
  },
  nextDayRule('pengingat_besok'),
  {
    id: 'pengingat_2_jam',
    flow: false,
    dueAt: (meeting) => meeting.startsAt - 2 * hourMs,
    untilOf: (meeting) => meeting.startsAt,
  },
];

/** In the morning of the day before: "besok" is true until its evening. */
export function nextDayRule(id: string): MeetingRule {
  return {
    id,
    flow: false,
    dueAt: (meeting) => toEpoch(daysBefore(meeting, 1), '10:00', meeting.zone),
    untilOf: (meeting) => toEpoch(daysBefore(meeting, 1), '20:00', meeting.zone),
  };
}

function daysBefore({ startsAt, zone }: Meeting, days: number): string {
  return addDays(localParts(startsAt, zone).date, -days);
}

/** What is said after a class is worth saying for a day. */
const afterwardsMs = 24 * hourMs;

/** From this hour of the day on nobody is disturbed, and "besok" said in the morning is not true the next day. */
const eveningOf = (at: number, zone: Meeting['zone']): number => toEpoch(localParts(at, zone).date, '20:00', zone);

/** The rule of a flow that is started by a time before or after `pertemuan.mulai`; it takes the place of one of the same name. */
export function flowRule(flow: string, sentence: ReminderSentence): MeetingRule {
  const dueAt = ({ startsAt, zone }: Meeting): number =>
    dueBy(sentence, { type: 'moment', at: startsAt, zone }, zone) ?? startsAt;
  return {
    id: flow,
    flow: true,
    dueAt,
    untilOf: (meeting) => {
      const due = dueAt(meeting);
      if (sentence.side === 'after') return due + afterwardsMs;
      const evening = eveningOf(due, meeting.zone);
      return sentence.at !== null && evening > due ? Math.min(evening, meeting.startsAt) : meeting.startsAt;
    },
  };
}

/** What reminders are read from: the meetings, who comes to them, and what was handed over already. */
export interface Reminded extends Pick<Batch, 'meetings' | 'fired'> {
  readonly entries: readonly Pick<Entry, 'contact' | 'n' | 'state'>[];
}

/** One reminder to one person; `n` is the registration under which they hold the seat. */
export interface DueReminder {
  readonly rule: MeetingRule;
  readonly meeting: Meeting;
  readonly contact: string;
  readonly n: number;
  readonly due: number;
  readonly until: number;
}

export interface DueReminders {
  readonly reminders: readonly DueReminder[];
  /** To be noted in `fired` once the rows stand: nobody is reminded twice under one schedule version. */
  readonly fired: readonly string[];
  /** Rules whose time had passed before anybody looked: nothing is sent, it is only counted. */
  readonly expired: number;
}

/** Everything that is due in a batch at `now`, for those who hold a seat now; who joins later has the schedule already. */
export function dueReminders(batch: Reminded, rules: readonly MeetingRule[], now: number): DueReminders {
  const open = openRules(batch, rules).filter(({ rule, meeting }) => rule.dueAt(meeting) <= now);
  const seated = batch.entries.filter((entry) => entry.state === 'seat');
  const alive = open.filter(({ rule, meeting }) => now < rule.untilOf(meeting));
  const reminders = alive.flatMap(({ rule, meeting }) =>
    seated.map(({ contact, n }) => ({
      rule,
      meeting,
      contact,
      n,
      due: rule.dueAt(meeting),
      until: rule.untilOf(meeting),
    })),
  );
  return { reminders, fired: open.map(({ key }) => key), expired: (open.length - alive.length) * seated.length };
}

/** When the next reminder of a batch falls due, or null. */
export function nextReminder(batch: Reminded, rules: readonly MeetingRule[]): number | null {
  const times = openRules(batch, rules).map(({ rule, meeting }) => rule.dueAt(meeting));
  return times.length === 0 ? null : Math.min(...times);
}

function openRules(
  batch: Reminded,
  rules: readonly MeetingRule[],
): readonly { rule: MeetingRule; meeting: Meeting; key: string }[] {
  return batch.meetings
    .filter((meeting) => meeting.state === 'planned')
    .flatMap((meeting) => rules.map((rule) => ({ rule, meeting, key: `${rule.id}.${meeting.id}.${meeting.sv}` })))
    .filter(({ key, rule, meeting }) => !batch.fired.includes(key) && !isToldAlready(rule, meeting));
}

/** It was due before the class was moved to this time: the notice of the change says the same. */
function isToldAlready(rule: MeetingRule, meeting: Meeting): boolean {
  return meeting.since !== undefined && rule.dueAt(meeting) <= meeting.since;
}
