import { plannedMeetings } from '../../domain/batch.ts';
import type { Batch, Owed } from '../../domain/batch.ts';
import { offerReminder } from '../../domain/offer-reminder.ts';
import type { DueOffer } from '../../domain/offer-reminder.ts';
import { registrationId } from '../../domain/registration.ts';
import type { Fields } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { ifItOpens } from '../read-all.ts';
import { meetingValues } from './about-meeting.ts';
import type { Letter, Subject } from './letter.ts';

/** A lapsed offer is news for a day. */
const dayMs = 24 * 60 * 60_000;

/** R3 of F13: a seat is offered, or an offer ran over. */
export async function toOfferNotice(
  office: Office,
  subject: Subject,
  owed: Extract<Owed, { type: 'offered' | 'lapsed' }>,
): Promise<readonly Letter[]> {
  const { batch, now } = subject;
  const { contact, n, until } = owed;
  const values = await offerValues(office, subject, owed);
  if (values === null) return [];
  const offered = owed.type === 'offered';
  const flow = offered ? office.pushed.startedBy('kursi_ditawarkan') : null;
  const push: Letter['push'] = {
    id: [owed.id, batch.id, contact].join('.'),
    class: 'change',
    source: owed.type,
    ...(flow !== null && { start: { flow, args: {} } }),
    due: now,
    until: offered ? until : now + dayMs,
    zone: values.batas_jawab.zone,
    ...(offered && { depends: dependsOnOffer(batch, { contact, n }) }),
  };
  return [
    { contact, push, write: (say) => say(offered ? 'layanan.kursi_ditawarkan' : 'layanan.tawaran_lewat', values) },
  ];
}

/** R2 of F13: the seat is still theirs for a few hours. */
export async function toOfferReminder(office: Office, subject: Subject, offer: DueOffer): Promise<readonly Letter[]> {
  const { batch } = subject;
  const { contact, n, key, due, until, zone } = offer;
  const values = await offerValues(office, subject, offer);
  if (values === null) return [];
  const push: Letter['push'] = {
    id: [key, batch.id, contact].join('.'),
    class: 'reminder',
    source: offerReminder,
    due,
    until,
    zone,
    purpose: 'pengingat',
    depends: dependsOnOffer(batch, { contact, n }),
  };
  return [{ contact, push, write: (say) => say(`layanan.${offerReminder}`, values) }];
}

/** What is said about an offer; null: its person or all of its classes are gone. */
async function offerValues(
  office: Office,
  { batch, title }: Subject,
  { contact, until }: { readonly contact: string; readonly until: number },
) {
  const registration = await ifItOpens(office.registrations.read(registrationId(batch.programme, contact)));
  const [first] = plannedMeetings(batch);
  if (registration === null || first === undefined) return null;
  return {
    ...meetingValues(batch, first, title),
    nama: registration.answers.name ?? null,
    batas_jawab: { type: 'moment', at: until, zone: first.zone },
  } as const;
}

function dependsOnOffer(batch: Batch, who: Fields) {
  return { on: batch.id, version: 0, fields: { type: 'offer', batch: batch.id, ...who } };
}
