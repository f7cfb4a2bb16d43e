import { localParts, toEpoch } from '../language/calendar.ts';
import { plannedMeetings } from './batch.ts';
import type { Batch } from './batch.ts';
import type { Meeting } from './meeting.ts';
import type { Presence, Registration } from './registration.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** F7: the door opens half an hour before class; who comes twenty minutes into it is late. */
const opensBeforeMs = 30 * minuteMs;
const lateAfterMs = 20 * minuteMs;

/** Officers put the list right, and people excuse themselves, for a week after class. */
const settledAfterMs = 7 * dayMs;

/** Somebody who guesses is known by then, and who cannot read the board has asked the teacher. */
export const mostWrongCodes = 10;

/** The registration with a presence in a class; the first word about it stays. */
export function attend(
  registration: Registration,
  meeting: Meeting,
  seen: Pick<Presence, 'at' | 'late' | 'by'>,
): Registration {
  if (presenceIn(registration, meeting) !== undefined) return registration;
  const others = registration.attended?.filter((one) => one.meeting !== meeting.id) ?? [];
  return { ...registration, attended: [...others, { ...seen, meeting: meeting.id }] };
}

/** The registration without a presence in a class; one of after `at` stays. */
export function unattend(registration: Registration, meeting: Meeting, at: number): Registration {
  const attended = registration.attended?.filter((one) => one.meeting !== meeting.id || one.at > at);
  return attended === undefined || attended.length === registration.attended?.length
    ? registration
    : { ...registration, attended };
}

/** The presence of a person in a class, if they were there: who came for one that was then moved to another day was not. */
export function presenceIn({ attended }: Registration, meeting: Meeting): Presence | undefined {
  const { opens } = doorOf(meeting);
  return attended?.find((one) => one.meeting === meeting.id && one.at >= opens);
}

/** Whether they said that they cannot come to a class on its day: who cannot come on Tuesday may well come on Thursday. */
export function isExcused({ excused = [] }: Registration, meeting: Pick<Meeting, 'id' | 'startsAt' | 'zone'>): boolean {
  return excused.some((one) => one.meeting === meeting.id && (one.day ?? dayOf(meeting)) === dayOf(meeting));
}

/** The day of a class by the clock of its venue. */
export function dayOf({ startsAt, zone }: Pick<Meeting, 'startsAt' | 'zone'>): string {
  return localParts(startsAt, zone).date;
}

/** The registration after a code that fits no class of the day. */
export function missCode(registration: Registration, meeting: string): Registration {
  const { missed } = registration;
  const times = missed?.meeting === meeting ? missed.times + 1 : 1;
  return { ...registration, missed: { meeting, times } };
}

/** Whether so many codes were wrong on this day that no more are read. */
export function isLockedOut({ missed }: Registration, meeting: string): boolean {
  return missed?.meeting === meeting && missed.times >= mostWrongCodes;
}

/** From when to when a class takes the code of its board, and from when it calls people late. */
export function doorOf({ startsAt, endsAt }: Meeting): Record<'opens' | 'lateFrom' | 'closes', number> {
  return { opens: startsAt - opensBeforeMs, lateFrom: startsAt + lateAfterMs, closes: endsAt };
}

/** The classes of a batch on the day of `now`, by the clock of each venue; one that goes on past midnight is still of it. */
export function meetingsOfDay(batch: Batch, now: number): readonly Meeting[] {
  return plannedMeetings(batch).filter((meeting) => {
    const { opens, closes } = doorOf(meeting);
    const isToday = dayOf(meeting) === localParts(now, meeting.zone).date;
    return isToday || (opens <= now && now < closes);
  });
}

/** Whether the list of a class may be looked at and put right: from the day before to a week after. */
export function isListOpen({ startsAt, endsAt }: Meeting, now: number): boolean {
  return startsAt - dayMs <= now && now < endsAt + settledAfterMs;
}

/** Whether somebody may still say that they cannot come, or why they did not. */
export function isExcuseTaken({ endsAt }: Meeting, now: number): boolean {
  return now < endsAt + settledAfterMs;
}

/** Letters and digits that nobody mistakes for one another on a board, in capitals or not: no U beside V, no G beside 6. */
const signs = 'ACDEFHJKMNPQRTVWXY34679';
const codeLength = 4;

/** Four signs out of a keyed hash of the class and its schedule: the same for everybody, not to be guessed by anyone. */
export function toAttendanceCode(hash: string): string {
  let number = 0n;
  for (const sign of hash) number = number * 128n + BigInt(sign.charCodeAt(0));
  const size = BigInt(signs.length);
  let code = '';
  for (let at = 0; at < codeLength; at += 1, number /= size) code += signs.charAt(Number(number % size));
  return code;
}

/** R8 of F13: asked in the evening of the day, an hour after class at the earliest; at the end of the next day it is too late. */
const eveningOfDay = '18:00';
const nightOfDay = '20:00';

/** When those who were not seen in a class are asked, and until when. */
export function absenceTime({ endsAt, zone }: Meeting): { readonly due: number; readonly until: number } {
  const { date } = localParts(endsAt, zone);
  const due = Math.max(endsAt + hourMs, toEpoch(date, eveningOfDay, zone));
  return { due, until: toEpoch(date, nightOfDay, zone) + dayMs };
}

/** The classes after which the absent are to be asked, each with the key to be noted in `fired`. */
export function openAbsences(batch: Batch): readonly { readonly meeting: Meeting; readonly key: string }[] {
  return plannedMeetings(batch)
    .map((meeting) => ({ meeting, key: `${absenceAsked}.${meeting.id}.${meeting.sv}` }))
    .filter(({ key }) => !batch.fired.includes(key));
}

/** The key of its sentence, and the source of its rows. */
export const absenceAsked = 'tidak_hadir';

/** When the next class is asked about, or null. */
export function nextAbsence(batch: Batch): number | null {
  const times = openAbsences(batch).map(({ meeting }) => absenceTime(meeting).due);
  return times.length === 0 ? null : Math.min(...times);
}
