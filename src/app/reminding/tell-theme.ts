import { plannedMeetings } from '../../domain/batch.ts';
import type { ThemeNews } from '../../domain/opening-news.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Recipient } from '../../domain/recipient.ts';
import { registrationId } from '../../domain/registration.ts';
import { addPushes } from '../add-pushes.ts';
import { isReachable, readAudience } from '../announcing/count-audience.ts';
import { officeReaching } from '../office.ts';
import type { Office } from '../office.ts';
import { findEach, ifItOpens, opened } from '../read-all.ts';
import { toPush } from '../to-push.ts';
import { meetingValues } from './about-meeting.ts';
import { addressed } from './letter.ts';
import type { Subject } from './letter.ts';

/**
 * R11 and R12 of F13: everybody who asked to be told of the theme and is not in the programme, page by page. News that closes
 * goes first to those who began and stopped, as a reminder of what is theirs. Twice is once.
 */
export async function tellTheme(office: Office, subject: Subject, news: ThemeNews): Promise<void> {
  const programme = await ifItOpens(office.programmes.read(subject.batch.programme));
  if (programme === null || programme.state !== 'open') return;
  if (news.type === 'pendaftaran_ditutup') await tellDrafts(office, subject, news);
  for await (const page of readAudience(office, { type: 'tema', track: programme.track })) {
    const people = page.filter(isReachable).map(({ person }) => toRow(office, subject, news, person));
    const rows = await Promise.all(people);
    await addPushes(
      office,
      rows.filter((row) => row !== null),
    );
  }
}

async function toRow(
  office: Office,
  { batch, title }: Subject,
  { type, key, due, until, zone }: ThemeNews,
  person: Recipient,
): Promise<NewDelivery | null> {
  const [first] = plannedMeetings(batch);
  const { id: contact, reach } = person;
  const known = await ifItOpens(office.registrations.read(registrationId(batch.programme, contact)));
  if (first === undefined || reach === null || (known !== null && known.state !== 'left')) return null;
  const { say } = officeReaching(office, person, reach);
  return toPush(
    {
      id: [type, key, contact].join('.'),
      class: 'reminder',
      source: type,
      content: { text: say(`layanan.${type}`, meetingValues(batch, first, title)) },
      due,
      until,
      zone,
      yields: true,
      purpose: 'kabar',
      depends: dependsOnDoor(batch.id, contact),
    },
    reach,
  );
}

/** Whose answers wait for a seat in this batch: there is one now. */
async function tellDrafts(
  office: Office,
  { batch, title }: Subject,
  { key, due, until, zone }: ThemeNews,
): Promise<void> {
  const [first] = plannedMeetings(batch);
  if (first === undefined) return;
  const values = meetingValues(batch, first, title);
  for await (const page of findEach(office.registrations, 'batch', batch.id)) {
    const drafts = opened(page).filter(({ state }) => state === 'draft');
    const letters = drafts.map(({ contact }) => ({
      contact,
      write: (say: Office['say']) => say('layanan.draf_ditutup', values),
      push: {
        id: ['pendaftaran_ditutup', key, contact].join('.'),
        class: 'reminder',
        source: 'pendaftaran_ditutup',
        due,
        until,
        zone,
        purpose: 'pengingat',
        depends: dependsOnDoor(batch.id, contact),
      } as const,
    }));
    await addPushes(office, await addressed(office, letters));
  }
}

function dependsOnDoor(batch: string, contact: string) {
  return { on: batch, version: 0, fields: { type: 'door', batch, contact } };
}
