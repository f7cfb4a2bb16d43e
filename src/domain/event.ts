import { changeMeeting, knownOf } from './meeting.ts';
import type { Known, Meeting, MeetingChange, Order } from './meeting.ts';
import type { DocumentKind } from './ports/documents.ts';
import { nextDayRule, nextReminder } from './reminder.ts';
import type { MeetingRule, Reminded } from './reminder.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/**
 * A gathering that residents say they come to (F11): one document, so that places are given in one decision. Of a guest it
 * keeps whose conversation it is and how many people come, nothing else.
 */
export interface PublicEvent {
  readonly id: string;
  readonly tenant: string;
  readonly title: string;
  /** When and where, with the version of that schedule. */
  readonly meeting: Meeting;
  /** null: whoever comes finds a place. */
  readonly seats: number | null;
  readonly guests: readonly Guest[];
  /** Reminders already handed over: `<rule>.<meeting>.<sv>`. */
  readonly fired: readonly string[];
  readonly owes: readonly EventNotice[];
}

/** One who answered; 0 people: they do not come (any more). */
export interface Guest {
  readonly contact: string;
  readonly people: number;
  /** Their last answers by deed, the newest first: one done again is not decided again, however late it comes. */
  readonly answers: readonly { readonly by: string; readonly answer: Answer }[];
}

export type Answer = 'noted' | 'full';

/** To those who come: the schedule that they knew until then. */
export interface EventNotice {
  readonly id: string;
  readonly sv: number;
  readonly was: Known;
}

export const eventKind: DocumentKind<PublicEvent> = {
  name: 'events',
  keys: ({ tenant }) => ({ tenant }),
  next: nextLookAtEvent,
};

/** A family comes together; a school class asks the office. */
export const mostPeople = 5;

/** One document must be quick to replace: where places are not counted, so many people may answer. */
const mostGuests = 2000;

/** More than these deeds of one person are not on their way at the same time. */
const keptAnswers = 8;

/** Nobody is asked how long it lasts; for three hours it is shown as not over. */
export const eventLengthMs = 3 * hourMs;

/** So long officers may see how many came; then it is forgotten with its guests. */
const keptForMs = 7 * dayMs;

/** R13 of F13: at 10.00 on the day before, and three hours before. */
export const eventRules: readonly MeetingRule[] = [
  nextDayRule('acara_besok'),
  {
    id: 'acara_3_jam',
    flow: false,
    dueAt: ({ startsAt }) => startsAt - 3 * hourMs,
    untilOf: ({ startsAt }) => startsAt,
  },
];

/** An event to which nobody comes yet. */
export function openEvent(plan: Pick<PublicEvent, 'id' | 'tenant' | 'title' | 'meeting' | 'seats'>): PublicEvent {
  return { ...plan, guests: [], fired: [], owes: [] };
}

/** Those who come. */
export function coming({ guests }: PublicEvent): readonly Guest[] {
  return guests.filter(({ people }) => people > 0);
}

/** With how many people somebody comes; 0: not at all. */
export function peopleOf({ guests }: PublicEvent, contact: string): number {
  return guests.find((guest) => guest.contact === contact)?.people ?? 0;
}

/** How many people come. */
export function countPeople({ guests }: PublicEvent): number {
  return guests.reduce((sum, { people }) => sum + people, 0);
}

/** How many more may come; null: as many as want to. */
export function freePlaces(event: PublicEvent): number | null {
  return event.seats === null ? null : Math.max(0, event.seats - countPeople(event));
}

/** With how many people somebody may come: a family, or what is left beside the places that they have. */
export function mostFor(event: PublicEvent, contact: string): number {
  return Math.min((freePlaces(event) ?? mostPeople) + peopleOf(event, contact), mostPeople);
}

/** Until it begins, people may say that they come or do not. */
export function isComing({ meeting }: PublicEvent, now: number): boolean {
  return meeting.state === 'planned' && now < meeting.startsAt;
}

/** Somebody's answer: with `people` they come, with 0 they do not. */
export interface Rsvp {
  readonly by: string;
  readonly contact: string;
  readonly people: number;
}

/** Decides an answer; who does not fit in stays as they were. The same deed again has the same answer and changes nothing. */
export function rsvp(
  event: PublicEvent,
  { by, contact, people }: Rsvp,
  now: number,
): { readonly event: PublicEvent; readonly answer: Answer | 'closed' } {
  const known = event.guests.find((guest) => guest.contact === contact);
  const given = known?.answers.find((one) => one.by === by);
  if (given !== undefined) return { event, answer: given.answer };
  if (!isComing(event, now)) return { event, answer: 'closed' };
  if (known === undefined && event.guests.length >= mostGuests) return { event, answer: 'full' };
  const before = known?.people ?? 0;
  const free = freePlaces(event);
  const answer: Answer = people <= before || free === null || people - before <= free ? 'noted' : 'full';
  const guest: Guest = {
    contact,
    people: answer === 'noted' ? people : before,
    answers: [{ by, answer }, ...(known?.answers ?? [])].slice(0, keptAnswers),
  };
  const others = event.guests.filter((one) => one !== known);
  return { event: { ...event, guests: [...others, guest] }, answer };
}

/** Moves or cancels it; a raised schedule version owes a notice to those who come, as `moveMeeting` does for a class. */
export function changeEvent(event: PublicEvent, change: MeetingChange, order: Order): PublicEvent {
  const { meeting: before } = event;
  const meeting = changeMeeting(before, change, order);
  if (meeting === before) return event;
  if (meeting.sv === before.sv) return { ...event, meeting };
  const [untold] = event.owes;
  const owed = { id: `changed.${meeting.sv}`, sv: meeting.sv, was: untold?.was ?? knownOf(before) };
  return { ...event, meeting, owes: [owed] };
}

/** The event without a person who had their data deleted; their places are free. */
export function withoutGuest(event: PublicEvent, contact: string): PublicEvent {
  const guests = event.guests.filter((guest) => guest.contact !== contact);
  return guests.length === event.guests.length ? event : { ...event, guests };
}

/** Notes reminders as handed over and forgets notices that were copied to deliveries. */
export function settleEvent(event: PublicEvent, fired: readonly string[], notices: readonly string[]): PublicEvent {
  return {
    ...event,
    fired: [...new Set([...event.fired, ...fired])],
    owes: event.owes.filter(({ id }) => !notices.includes(id)),
  };
}

/** Whom its reminders go to. */
export function remindedOf(event: PublicEvent): Reminded {
  const entries = coming(event).map(({ contact }) => ({ contact, n: 0, state: 'seat' as const }));
  return { meetings: [event.meeting], fired: event.fired, entries };
}

/** When it is forgotten. */
export function endOfEvent({ meeting }: PublicEvent): number {
  return meeting.endsAt + keptForMs;
}

function nextLookAtEvent(event: PublicEvent): number {
  if (event.owes.length > 0) return 0;
  return Math.min(nextReminder(remindedOf(event), eventRules) ?? Infinity, endOfEvent(event));
}
