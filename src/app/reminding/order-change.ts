import { moveMeeting } from '../../domain/batch.ts';
import { changeEvent, coming } from '../../domain/event.ts';
import { outcomeOf } from '../../domain/meeting.ts';
import type { Meeting, MeetingChange, Order } from '../../domain/meeting.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import { held } from '../../domain/seats.ts';
import type { Office } from '../office.ts';
import { lookAtBatch } from './look-at-batch.ts';
import { lookAtEvent } from './look-at-event.ts';

/** What an officer changes by one deed. */
export interface ChangeOrder extends Order {
  readonly change: MeetingChange;
}

/** `over`: it has begun, or would have, or takes place no more. `people`: those who come, and so are told. */
export type Ordered = { readonly type: 'changed'; readonly people: number } | { readonly type: 'same' | 'over' };

/** Orders a change of one class. */
export function orderMeetingChange(
  office: Office,
  { batch, meeting }: { readonly batch: string; readonly meeting: string },
  order: ChangeOrder,
): Promise<Ordered> {
  return carryOut(office, order.by, {
    documents: office.batches,
    id: batch,
    on: `${batch}.${meeting}`,
    change: (doc) => moveMeeting(doc, meeting, order.change, order),
    meetingOf: ({ meetings }) => meetings.find(({ id }) => id === meeting),
    countPeople: held,
    look: lookAtBatch,
  });
}

/** Orders a change of an event. */
export function orderEventChange(office: Office, event: string, order: ChangeOrder): Promise<Ordered> {
  return carryOut(office, order.by, {
    documents: office.events,
    id: event,
    on: event,
    change: (doc) => changeEvent(doc, order.change, order),
    meetingOf: ({ meeting }) => meeting,
    countPeople: (doc) => coming(doc).length,
    look: lookAtEvent,
  });
}

/** The document that a meeting stands in. */
interface Calendar<Doc> {
  readonly documents: Documents<Doc>;
  readonly id: string;
  /** What pushes about the meeting depend on. */
  readonly on: string;
  readonly change: (doc: Doc) => Doc;
  readonly meetingOf: (doc: Doc) => Meeting | undefined;
  readonly countPeople: (doc: Doc) => number;
  readonly look: (office: Office, id: string, now: number) => Promise<void>;
}

/**
 * Moves, corrects or cancels and resolves when no call begins any more that would tell the old time: first the change, then
 * the notices, then nothing of a lower schedule version is on its way (docs/protocol.md). The same order again changes
 * nothing, whatever was ordered since; it tells and waits for what holds by now, and has the same outcome.
 */
async function carryOut<Doc>(office: Office, by: string, calendar: Calendar<Doc>): Promise<Ordered> {
  const { documents, id, on } = calendar;
  const decided = await documents.change(id, (doc) => {
    const after = doc && calendar.change(doc);
    const meeting = after ? calendar.meetingOf(after) : undefined;
    if (after === null || meeting === undefined) return { doc: null, result: null };
    const result = { outcome: outcomeOf(meeting, by), sv: meeting.sv, people: calendar.countPeople(after) };
    return { doc: after === doc ? null : after, result };
  });
  if (decided?.outcome !== 'changed') return { type: decided?.outcome ?? 'over' };
  await calendar.look(office, id, office.clock.now());
  await office.forbid.settled({ on, versionBelow: decided.sv });
  return { type: 'changed', people: decided.people };
}
