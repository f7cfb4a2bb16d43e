import { forgetDraft } from '../domain/registration.ts';
import { advanceAnnouncement } from './announce.ts';
import { endRetention } from './end-retention.ts';
import { createRecalendar } from './events/recalendar.ts';
import { lookAtForm } from './nik/fill-page.ts';
import type { Office } from './office.ts';
import { lookAtBatch } from './reminding/look-at-batch.ts';
import { lookAtEvent } from './reminding/look-at-event.ts';
import { lookAtReport } from './reminding/look-at-report.ts';

/** Documents of a kind looked at in one round; the rest come in the next one. */
const atOnce = 100;

/**
 * Step (e) of the sweep: every document whose `next` has come is looked at once. Safe at any time, from any process,
 * any number of times. One that fails does not keep the others waiting; its error is thrown at the end.
 */
export function createLookAtDocuments(office: Office): (now: number) => Promise<void> {
  const { batches, events, reports, announcements, registrations, oneTimeForms, niks, contacts } = office;
  const recalendar = createRecalendar(office);
  return async (now) => {
    await recalendar(now);
    const looks = [
      ...(await batches.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            lookAtBatch(office, id, now),
      ),
      ...(await events.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            lookAtEvent(office, id, now),
      ),
      ...(await reports.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            lookAtReport(office, id, now),
      ),
      ...(await announcements.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            advanceAnnouncement(office, id, now),
      ),
      ...(await oneTimeForms.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            lookAtForm(office, id, now),
      ),
      ...(await niks.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            niks.remove(id),
      ),
      ...(await contacts.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            endRetention(office, id, now),
      ),
      ...(await registrations.due(now, atOnce)).map(
        ({ id }) =>
          () =>
            endDraft(office, id, now),
      ),
    ];
    const failures: unknown[] = [];
    for (const look of looks) await look().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
}

/** The answers of a draft that nobody came back to are forgotten. */
async function endDraft({ registrations }: Office, id: string, now: number): Promise<void> {
  await registrations.change(id, (doc) => ({ doc: doc === null ? null : forgetDraft(doc, now), result: null }));
}
