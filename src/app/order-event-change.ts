import { changeEvent, coming, isComing } from '../domain/event.ts';
import type { PublicEvent } from '../domain/event.ts';
import type { MeetingChange } from '../domain/meeting.ts';
import type { Office } from './office.ts';
import type { MeetingChanged } from './order-meeting-change.ts';
import { lookAtEvent } from './reminding/look-at-event.ts';

/** A change to one event by one deed. */
interface EventOrder {
  readonly by: string;
  readonly event: string;
  readonly change: MeetingChange;
  readonly now: number;
}

/**
 * Moves or cancels an event and resolves when no call begins any more that would tell the old time, as `orderMeetingChange`
 * does for a class. The same order again changes nothing, waits again, and has the same outcome.
 */
export async function orderEventChange(office: Office, order: EventOrder): Promise<MeetingChanged> {
  const { event, now } = order;
  const { outcome, sv } = await office.events.change(event, (doc) => decide(doc, order));
  if (outcome.type !== 'changed') return outcome;
  await lookAtEvent(office, event, now);
  await office.forbid.settled({ on: event, versionBelow: sv });
  return outcome;
}

function decide(
  doc: PublicEvent | null,
  { by, change, now }: EventOrder,
): { doc: PublicEvent | null; result: { outcome: MeetingChanged; sv: number } } {
  if (doc === null) return { doc: null, result: { outcome: { type: 'absent' }, sv: 0 } };
  const { sv } = doc.meeting;
  const changed: MeetingChanged = { type: 'changed', people: coming(doc).length };
  if (doc.meeting.by === by) return { doc: null, result: { outcome: changed, sv } };
  if (!isComing(doc, now) || (change.startsAt ?? Infinity) <= now)
    return { doc: null, result: { outcome: { type: 'over' }, sv } };
  const after = changeEvent(doc, change, { by, at: now });
  if (after.meeting.sv === sv) return { doc: null, result: { outcome: { type: 'same' }, sv } };
  return { doc: after, result: { outcome: changed, sv: after.meeting.sv } };
}
