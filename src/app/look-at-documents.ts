import { advanceAnnouncement } from './announce.ts';
import type { Office } from './office.ts';
import { lookAtBatch } from './remind.ts';

/** Documents looked at in one round; the rest come in the next one. */
const atOnce = 100;

/**
 * Step (e) of the sweep: every document whose `next` has come is looked at once. Safe at any time, from any process,
 * any number of times. Throws only what the store throws; what was not reached stays due.
 */
export function createLookAtDocuments(office: Office): (now: number) => Promise<void> {
  return async (now) => {
    for (const { id } of await office.batches.due(now, atOnce)) await lookAtBatch(office, id, now);
    for (const { id } of await office.announcements.due(now, atOnce)) await advanceAnnouncement(office, id, now);
  };
}
