import { addDays, localParts, toEpoch } from '../language/calendar.ts';
import type { Batch } from './batch.ts';
import type { Meeting } from './meeting.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A sentence such as "1 hari sebelum pertemuan pukul 10.00", and until when it still makes sense. */
interface MeetingRule {
  /** Also the key of its text under `layanan`. */
  readonly id: 'pengingat_besok' | 'pengingat_2_jam';
  /** When it is due, by the clock of the venue. */
  dueAt(meeting: Meeting): number;
  /** No call begins at or after it: later it would be late or untrue. */
  untilOf(meeting: Meeting): number;
}

/** R5 and R6 of F13. "Besok" is true only on that day, and from 20.00 on nobody is disturbed; the other until class begins. */
const meetingRules: readonly MeetingRule[] = [
  {
    id: 'pengingat_besok',
    dueAt: (meeting) => toEpoch(dayBefore(meeting), '10:00', meeting.zone),
    untilOf: (meeting) => toEpoch(dayBefore(meeting), '20:00', meeting.zone),
  },
  {
    id: 'pengingat_2_jam',
    dueAt: (meeting) => meeting.startsAt - 2 * hourMs,
    untilOf: (meeting) => meeting.startsAt,
  },
];

function dayBefore(meeting: Meeting): string {
  return addDays(localParts(meeting.startsAt, meeting.zone).date, -1);
}

/** One reminder to one person; `n` is the registration under which they hold the seat. */
export interface DueReminder {
  readonly rule: MeetingRule['id'];
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
export function dueReminders(batch: Batch, now: number): DueReminders {
  const open = openRules(batch).filter(({ rule, meeting }) => rule.dueAt(meeting) <= now);
  const seated = batch.entries.filter((entry) => entry.state === 'seat');
  const alive = open.filter(({ rule, meeting }) => now < rule.untilOf(meeting));
  const reminders = alive.flatMap(({ rule, meeting }) =>
    seated.map(({ contact, n }) => ({
      rule: rule.id,
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
export function nextReminder(batch: Batch): number | null {
  const times = openRules(batch).map(({ rule, meeting }) => rule.dueAt(meeting));
  return times.length === 0 ? null : Math.min(...times);
}

function openRules(batch: Batch): readonly { rule: MeetingRule; meeting: Meeting; key: string }[] {
  return batch.meetings
    .filter((meeting) => meeting.state === 'planned')
    .flatMap((meeting) =>
      meetingRules.map((rule) => ({ rule, meeting, key: `${rule.id}.${meeting.id}.${meeting.sv}` })),
    )
    .filter(({ key }) => !batch.fired.includes(key));
}
