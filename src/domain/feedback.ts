import { plannedMeetings } from './batch.ts';
import type { Batch } from './batch.ts';
import type { DocumentKind } from './ports/documents.ts';
import { smallestGroup } from './survey.ts';

/**
 * What one participant thought of a batch. Its id is `<batch>.<HMAC of batch and contact>`: one person has one, who they are
 * cannot be read from it, and it knows the day but not the minute.
 */
export interface Feedback {
  readonly batch: string;
  /** HMAC of the deed's id, so that doing it again changes nothing. */
  readonly by: string;
  readonly day: string;
  /** 1 to 5. */
  readonly mark: number;
  readonly useful: string | null;
  readonly better: string | null;
}

export const feedbackKind: DocumentKind<Feedback> = {
  name: 'feedback',
  keys: ({ batch }) => ({ batch }),
  next: () => null,
};

/** What all of a batch said together; null: so few that one would know who it is. */
export function sumFeedback(all: readonly Feedback[]): { readonly people: number; readonly mark: number } | null {
  if (all.length < smallestGroup) return null;
  return { people: all.length, mark: all.reduce((sum, { mark }) => sum + mark, 0) / all.length };
}

const hourMs = 60 * 60_000;

/** R9 of F13: asked two hours after the last class, or in the morning; three days later nobody remembers. */
const afterMs = 2 * hourMs;
const askedForMs = 72 * hourMs;
/** Who was asked may answer for two weeks, also by the reminder of the question three days later. */
const takenForMs = 14 * 24 * hourMs;

/** To be noted in `fired`. */
export const feedbackAsked = 'umpan_balik';

/** When the participants of a batch are asked, and until when; null: all of its classes were cancelled. */
export function feedbackTime(batch: Batch): { readonly due: number; readonly until: number } | null {
  const ends = plannedMeetings(batch).map(({ endsAt }) => endsAt);
  if (ends.length === 0) return null;
  const due = Math.max(...ends) + afterMs;
  return { due, until: due + askedForMs };
}

/** When they are to be asked, or null: they were. */
export function nextFeedback(batch: Batch): number | null {
  return batch.fired.includes(feedbackAsked) ? null : (feedbackTime(batch)?.due ?? null);
}

/** Whether an answer is taken now. */
export function takesFeedback(batch: Batch, now: number): boolean {
  const ends = plannedMeetings(batch).map(({ endsAt }) => endsAt);
  return ends.length > 0 && now >= Math.max(...ends) && now < Math.max(...ends) + takenForMs;
}
