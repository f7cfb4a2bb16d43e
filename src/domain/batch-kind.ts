import type { Batch } from './batch.ts';
import type { DocumentKind } from './ports/documents.ts';
import { nextReminder } from './reminder.ts';
import { nextOfferEnd } from './seats.ts';

export const batchKind: DocumentKind<Batch> = {
  name: 'batches',
  keys: (batch) => ({ tenant: batch.tenant, programme: batch.programme }),
  next: nextLookAt,
};

/** The earliest time somebody must look at a batch: a notice owed (at once), an offer that ends, a reminder. */
export function nextLookAt(batch: Batch): number | null {
  if (batch.owes.length > 0) return 0;
  const times = [nextOfferEnd(batch), nextReminder(batch)].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
