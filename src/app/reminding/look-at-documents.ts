import type { Documents } from '../../domain/ports/documents.ts';
import { isSealed } from '../../domain/ports/store-trouble.ts';
import { forgetDraft } from '../../domain/registration.ts';
import { advanceAnnouncement } from '../announcing/announce.ts';
import { createRecalendar } from '../events/recalendar.ts';
import { endRetention } from '../forgetting/end-retention.ts';
import { lookAtForm } from '../nik/fill-page.ts';
import type { Office } from '../office.ts';
import { lookAtBatch } from './look-at-batch.ts';
import { lookAtEvent } from './look-at-event.ts';
import { lookAtReport } from './look-at-report.ts';

/** Documents of a kind looked at in one round; the rest come in the next one. */
const atOnce = 100;

/** Where something does not open, somebody must bring its key or a copy first. */
const restMs = 10 * 60_000;

/**
 * Step (e) of the sweep: every document whose `next` has come is looked at once. Safe at any time, from any process,
 * any number of times. One that fails does not keep the others waiting; its error is thrown at the end. One whose look needs
 * what does not open rests for a while, so that any number of them leave room for the others.
 */
export function createLookAtDocuments(office: Office): (now: number) => Promise<void> {
  const recalendar = createRecalendar(office);
  const kinds = kindsOf(office).map((kind) => ({ ...kind, restUntil: new Map<string, number>() }));
  return async (now) => {
    await recalendar(now);
    const looks: (() => Promise<void>)[] = [];
    const failures: unknown[] = [];
    for (const { documents, look, restUntil } of kinds) {
      for (const [id, until] of restUntil) if (until <= now) restUntil.delete(id);
      const due = await documents.due(now, atOnce + restUntil.size);
      for (const id of due.filter((one) => !restUntil.has(one))) {
        looks.push(() =>
          look(office, id, now).catch((error: unknown) => {
            failures.push(error);
            if (isSealed(error)) restUntil.set(id, now + restMs);
          }),
        );
      }
    }
    for (const look of looks) await look();
    if (failures.length > 0) throw failures[0];
  };
}

interface Kind {
  readonly documents: Pick<Documents<unknown>, 'due'>;
  readonly look: (office: Office, id: string, now: number) => Promise<void>;
}

/** What has a calendar, in the order in which it is looked at. */
function kindsOf(office: Office): readonly Kind[] {
  return [
    { documents: office.batches, look: lookAtBatch },
    { documents: office.events, look: lookAtEvent },
    { documents: office.reports, look: lookAtReport },
    { documents: office.announcements, look: advanceAnnouncement },
    { documents: office.oneTimeForms, look: lookAtForm },
    { documents: office.niks, look: ({ niks }, id) => niks.remove(id) },
    { documents: office.setAside, look: ({ setAside }, id) => setAside.remove(id) },
    { documents: office.contacts, look: endRetention },
    { documents: office.registrations, look: endDraft },
  ];
}

/** The answers of a draft that nobody came back to are forgotten. */
async function endDraft({ registrations }: Office, id: string, now: number): Promise<void> {
  await registrations.change(id, (doc) => ({ doc: doc === null ? null : forgetDraft(doc, now), result: null }));
}
