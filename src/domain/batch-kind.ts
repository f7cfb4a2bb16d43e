import { nextAbsence } from './attendance.ts';
import type { Batch } from './batch.ts';
import { nextFeedback } from './feedback.ts';
import { nextFollowUp } from './follow-up.ts';
import { nextOfferReminder } from './offer-reminder.ts';
import { nextClosing } from './opening-news.ts';
import type { DocumentKind } from './ports/documents.ts';
import { nextReminder, ownRules } from './reminder.ts';
import type { MeetingRule } from './reminder.ts';
import { nextOfferEnd } from './seats.ts';

/** Batches whose classes are reminded of by these rules, as they are at each write. */
export function createBatchKind(rules: () => readonly MeetingRule[]): DocumentKind<Batch> {
  return {
    name: 'batches',
    keys: (batch) => ({ tenant: batch.tenant, programme: batch.programme }),
    next: (batch) => nextLookAt(batch, rules()),
  };
}

/** Batches under the service's own rules alone. */
export const batchKind = createBatchKind(() => ownRules);

/** The earliest time somebody must look at a batch: a notice owed (at once), an offer that ends or is reminded of, its closing, an absence, a reminder. */
export function nextLookAt(batch: Batch, rules: readonly MeetingRule[] = ownRules): number | null {
  if (batch.owes.length > 0) return 0;
  const times = [
    nextOfferEnd(batch),
    nextOfferReminder(batch),
    nextClosing(batch),
    nextAbsence(batch),
    nextFeedback(batch),
    nextFollowUp(batch),
    nextReminder(batch, rules),
  ].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
