import { addDays, localParts, toEpoch } from '../language/calendar.ts';
import { plannedMeetings } from './batch.ts';
import type { Batch } from './batch.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * What became of one participant some months after a batch. Like feedback it has no name: its id is
 * `<batch>.<months>.<HMAC of batch and contact>`.
 */
export interface FollowUp {
  readonly batch: string;
  readonly months: FollowUpMonths;
  /** HMAC of the deed's id, so that doing it again changes nothing. */
  readonly by: string;
  readonly day: string;
  /** How much of what was learnt they use: `sering`, `sesekali`, `belum`. */
  readonly use: string;
  /** What came of it, by their codes. */
  readonly gains: readonly string[];
  /** What they would learn next, in their words. */
  readonly next: string | null;
}

export const followUpKind: DocumentKind<FollowUp> = {
  name: 'follow-ups',
  keys: ({ batch }) => ({ batch }),
  next: () => null,
};

/** R17 of F13: after 90 and after 180 days. */
const followUps = [
  { months: 3, days: 90 },
  { months: 6, days: 180 },
] as const;

export type FollowUpMonths = (typeof followUps)[number]['months'];

/** How many months after a batch its participants are asked. */
export const followUpMonths: readonly FollowUpMonths[] = followUps.map(({ months }) => months);

const dayMs = 24 * 60 * 60_000;

/** Said in the morning; a service that was down for a week lets it be. */
const askedAt = '10:00';
const askedForMs = 7 * dayMs;

/** An answer is taken for a month. */
const takenForMs = 30 * dayMs;

export interface DueFollowUp {
  readonly months: FollowUpMonths;
  readonly due: number;
  readonly until: number;
  /** To be noted in `fired`. */
  readonly key: string;
}

/** The key of its sentence, and the source of its rows. */
export const followUpAsked = 'tindak_lanjut';

/** When those who took part in a batch are asked what became of it, if they were not yet. */
export function openFollowUps(batch: Batch): readonly DueFollowUp[] {
  const last = plannedMeetings(batch).at(-1);
  if (last === undefined) return [];
  const { date } = localParts(last.endsAt, last.zone);
  return followUps
    .map(({ months, days }) => {
      const due = toEpoch(addDays(date, days), askedAt, last.zone);
      return { months, due, until: due + askedForMs, key: `${followUpAsked}.${months}` };
    })
    .filter(({ key }) => !batch.fired.includes(key));
}

/** When the next question falls due, or null. */
export function nextFollowUp(batch: Batch): number | null {
  return openFollowUps(batch)[0]?.due ?? null;
}

/** Which question is answered now, the newest that was asked; null: none, or too late. */
export function followUpAnswered(batch: Batch, now: number): FollowUpMonths | null {
  const asked = openFollowUps({ ...batch, fired: [] }).filter(({ due }) => due <= now && now < due + takenForMs);
  return asked.at(-1)?.months ?? null;
}
