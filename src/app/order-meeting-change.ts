import { moveMeeting } from '../domain/batch.ts';
import type { Batch } from '../domain/batch.ts';
import type { MeetingChange } from '../domain/meeting.ts';
import type { Office } from './office.ts';
import { lookAtBatch } from './reminding/look-at-batch.ts';

/** `over`: the class has begun, or would have. `people`: those who hold a seat or are offered one, and so are told. */
export type MeetingChanged =
  | { readonly type: 'changed'; readonly people: number }
  | { readonly type: 'same' | 'over' | 'absent' };

/** A change to one class by one deed. */
export interface MeetingOrder {
  readonly id: string;
  readonly batch: string;
  readonly meeting: string;
  readonly change: MeetingChange;
  readonly now: number;
}

/**
 * Moves, corrects or cancels a class and resolves when no call begins any more that would tell the old time: first the
 * change, then the notices, then nothing of a lower schedule version is on its way (docs/protocol.md). The same order
 * again changes nothing, waits again, and has the same outcome.
 */
export async function orderMeetingChange(office: Office, order: MeetingOrder): Promise<MeetingChanged> {
  const { batch, meeting, now } = order;
  const { outcome, sv } = await office.batches.change<Decided>(batch, (doc) => decide(doc, order));
  if (outcome.type !== 'changed') return outcome;
  await lookAtBatch(office, batch, now);
  await office.forbid.settled({ on: `${batch}.${meeting}`, versionBelow: sv });
  return outcome;
}

interface Decided {
  readonly outcome: MeetingChanged;
  readonly sv: number;
}

function decide(doc: Batch | null, { id, meeting, change, now }: MeetingOrder): { doc: Batch | null; result: Decided } {
  const before = doc?.meetings.find((one) => one.id === meeting);
  if (doc === null || before === undefined) return { doc: null, result: { outcome: { type: 'absent' }, sv: 0 } };
  const people = doc.entries.filter(({ state }) => state === 'seat' || state === 'offer').length;
  const changed: MeetingChanged = { type: 'changed', people };
  if (before.by === id) return { doc: null, result: { outcome: changed, sv: before.sv } };
  if (Math.min(before.startsAt, change.startsAt ?? before.startsAt) <= now)
    return { doc: null, result: { outcome: { type: 'over' }, sv: before.sv } };
  const after = moveMeeting(doc, meeting, change, { by: id, at: now });
  const sv = after.meetings.find((one) => one.id === meeting)?.sv ?? before.sv;
  return { doc: after, result: { outcome: sv === before.sv ? { type: 'same' } : changed, sv } };
}
