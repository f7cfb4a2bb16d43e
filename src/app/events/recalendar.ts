import { plannedMeetings } from '../../domain/batch.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';

/** Flows change seldom, and a process of the former version may write for a while beside this one. */
const everyMs = 60 * 60_000;

/**
 * Writes the batches with classes to come once more, at the start and every hour: when somebody must look at one is
 * computed as it is written, and the flows that remind may have changed since.
 */
export function createRecalendar(office: Pick<Office, 'batches' | 'tenant'>): (now: number) => Promise<void> {
  let dueAt = 0;
  return async (now) => {
    if (now < dueAt) return;
    for (const batch of await findAll(office.batches, 'tenant', office.tenant.id)) {
      if (!plannedMeetings(batch).some(({ startsAt }) => startsAt > now)) continue;
      await office.batches.change(batch.id, (doc) => ({ doc, result: null }));
    }
    dueAt = now + everyMs;
  };
}
