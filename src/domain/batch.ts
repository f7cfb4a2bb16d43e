import { changeMeeting, knownOf } from './meeting.ts';
import type { Known, Meeting, MeetingChange, Order } from './meeting.ts';

/**
 * A batch of seats with its classes: one document, so that every rule about a seat is decided in one place and one
 * read serves a reminder. Everything that the decision owes to others is in `owes`, written in the same replace.
 */
export interface Batch {
  readonly id: string;
  readonly tenant: string;
  readonly programme: string;
  readonly number: number;
  readonly state: 'open' | 'closed';
  /** Whom to ask, as printed in the schedule. */
  readonly contactPerson: string;
  readonly capacity: number;
  /** Rises with every change of a seat; an entry keeps the value at which it was last written. */
  readonly version: number;
  /** The number of the last registration in this batch. */
  readonly serial: number;
  readonly entries: readonly Entry[];
  readonly meetings: readonly Meeting[];
  /** Reminders already handed over: `<rule>.<meeting>.<sv>`, `<rule>.<n>` of an offer. */
  readonly fired: readonly string[];
  readonly owes: readonly Owed[];
}

/** One person in a batch, for ever: who withdrew stays as a tombstone, so that a late repetition changes nothing. */
export interface Entry {
  readonly contact: string;
  readonly state: 'seat' | 'offer' | 'wait' | 'out';
  /** The order of registration: who waits is promoted by it, and it names this registration when leaving. */
  readonly n: number;
  readonly version: number;
  /** The deed that made this entry. */
  readonly by: string;
  /** The deed that ended it. */
  readonly outBy: string | null;
  /** When an offered seat goes to the next. */
  readonly until: number | null;
  /** When it was offered. */
  readonly offeredAt?: number;
}

/** A notice that a decision owes; copied to deliveries by its id, then removed. */
export type Owed =
  | {
      readonly id: string;
      readonly type: 'offered' | 'lapsed';
      readonly contact: string;
      readonly n: number;
      /** When the offer ends, or ended. */
      readonly until: number;
    }
  /** To those who wait for its theme; `on`: the day it was opened. */
  | { readonly id: string; readonly type: 'opened'; readonly on: string }
  | {
      readonly id: string;
      readonly type: 'changed';
      readonly meeting: string;
      readonly sv: number;
      readonly was: Known;
    };

/** A batch that is open and in which nobody is yet. */
export function openBatch(
  plan: Pick<Batch, 'id' | 'tenant' | 'programme' | 'number' | 'contactPerson' | 'capacity' | 'meetings'>,
): Batch {
  return { ...plan, state: 'open', version: 0, serial: 0, entries: [], fired: [], owes: [] };
}

/** The entry of a person, whatever its state. */
export function entryOf(batch: Batch, contact: string): Entry | undefined {
  return batch.entries.find((entry) => entry.contact === contact);
}

/** The classes that take place, in order of time. */
export function plannedMeetings(batch: Batch): readonly Meeting[] {
  return batch.meetings.filter((meeting) => meeting.state === 'planned').toSorted((a, b) => a.startsAt - b.startsAt);
}

/** When the last of its classes is over; 0: none takes place. */
export function endOf(batch: Batch): number {
  return plannedMeetings(batch).at(-1)?.endsAt ?? 0;
}

/** Registration is possible until the first class begins. */
export function takesRegistrations(batch: Batch, now: number): boolean {
  const [first] = plannedMeetings(batch);
  return batch.state === 'open' && first !== undefined && now < first.startsAt;
}

/**
 * Moves, corrects or cancels a class; a raised schedule version owes a notice to those who hold a seat. One that is owed still
 * was read by nobody: the new one takes its place, and names the schedule that people know.
 */
export function moveMeeting(batch: Batch, id: string, change: MeetingChange, order: Order): Batch {
  const before = batch.meetings.find((meeting) => meeting.id === id);
  const after = before && changeMeeting(before, change, order);
  if (before === undefined || after === undefined || after === before) return batch;
  const meetings = batch.meetings.map((meeting) => (meeting === before ? after : meeting));
  if (after.sv === before.sv) return { ...batch, meetings };
  const untold = batch.owes.find((owed) => owed.type === 'changed' && owed.meeting === id);
  const was = untold?.type === 'changed' ? untold.was : knownOf(before);
  const owed: Owed = { id: `changed.${id}.${after.sv}`, type: 'changed', meeting: id, sv: after.sv, was };
  return { ...batch, meetings, owes: [...batch.owes.filter((one) => one !== untold), owed] };
}

/** Notes reminders as handed over and forgets notices that were copied to deliveries. */
export function settleBatch(batch: Batch, fired: readonly string[], notices: readonly string[]): Batch {
  return {
    ...batch,
    fired: [...new Set([...batch.fired, ...fired])],
    owes: batch.owes.filter((owed) => !notices.includes(owed.id)),
  };
}
