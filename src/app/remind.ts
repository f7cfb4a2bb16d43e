import { settleBatch } from '../domain/batch.ts';
import type { Batch, Owed } from '../domain/batch.ts';
import { pushAddress } from '../domain/contact.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { NewDelivery } from '../domain/ports/deliveries.ts';
import { isUrgentChange } from '../domain/quiet-hours.ts';
import { registrationId } from '../domain/registration.ts';
import { dueReminders } from '../domain/reminder.ts';
import type { DueReminder } from '../domain/reminder.ts';
import { lapseOffers } from '../domain/seats.ts';
import type { Say } from '../engine/say.ts';
import type { Fields } from '../engine/value.ts';
import { addPushes } from './add-pushes.ts';
import { officeReaching } from './office.ts';
import type { Office } from './office.ts';
import { meetingNumber, orUnset, showMeeting } from './operations/show-meeting.ts';
import { toPush } from './to-push.ts';
import type { Push } from './to-push.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * One look at a batch: offers that ran over go to the next, reminders that are due and notices that are owed become
 * rows, and only then the batch forgets them. Whatever dies in between is done again with the same keys.
 */
export async function lookAtBatch(office: Office, id: string, now: number): Promise<void> {
  const batch = await office.batches.change(id, (doc) => {
    const after = doc === null ? null : lapseOffers(doc, now);
    return { doc: after === doc ? null : after, result: after };
  });
  if (batch === null) return;
  const due = dueReminders(batch, office.pushed.rules(), now);
  const title = (await office.programmes.read(batch.programme))?.title ?? '';
  const reminders = due.reminders.map((one) => toReminder(batch, title, one));
  const notices = await Promise.all(batch.owes.map((owed) => toNotices(office, { batch, title, now }, owed)));
  await addPushes(office, await addressed(office, [...reminders, ...notices.flat()]));
  const settled = batch.owes.map((owed) => owed.id);
  if (due.fired.length + settled.length === 0) return;
  await office.batches.change(id, (doc) => ({
    doc: doc === null ? null : settleBatch(doc, due.fired, settled),
    result: null,
  }));
}

/** A push, and what it says in a language. */
interface Letter {
  readonly contact: string;
  readonly push: Omit<Push, 'content'>;
  /** null: nothing is said, only the flow begins. */
  readonly write: (say: Say) => string | null;
}

/** Rows for those who have an address; who deleted their data gets nothing. */
async function addressed(office: Office, letters: readonly Letter[]): Promise<readonly NewDelivery[]> {
  const rows = letters.map(async ({ contact, push, write }) => {
    const known = await office.contacts.read(contact);
    const reach = known === null ? null : pushAddress(known);
    if (known === null || reach === null) return [];
    const { say } = officeReaching(office, known, reach);
    const text = write(say);
    return [toPush({ ...push, content: text === null ? null : { text } }, reach)];
  });
  return (await Promise.all(rows)).flat();
}

/** A reminder that a flow carries begins it; what the service says before it is the approved form where one is needed. */
function toReminder(batch: Batch, title: string, { rule, meeting, contact, n, due, until }: DueReminder): Letter {
  return {
    contact,
    write: (say) => sayIfKnown(say, `layanan.${rule.id}`, meetingValues(batch, meeting, title)),
    push: {
      id: [rule.id, batch.id, meeting.id, meeting.sv, contact].join('.'),
      class: 'reminder',
      source: rule.id,
      ...(rule.flow && { start: { flow: rule.id, args: { pertemuan: showMeeting(batch, meeting, title) } } }),
      due,
      until,
      zone: meeting.zone,
      purpose: 'pengingat',
      depends: dependsOnMeeting(batch, meeting, { contact, n, kind: 'reminder' }),
    },
  };
}

/** The sentence, where the locale has one of this key. */
function sayIfKnown(say: Say, key: string, values: Fields): string | null {
  const text = say(key, values);
  return text === key ? null : text;
}

interface Subject {
  readonly batch: Batch;
  readonly title: string;
  readonly now: number;
}

function toNotices(office: Office, subject: Subject, owed: Owed): Promise<readonly Letter[]> {
  return owed.type === 'changed'
    ? Promise.resolve(toChangeNotices(subject, owed))
    : toOfferNotice(office, subject, owed);
}

/** To everybody who holds a seat or is offered one: the old time, the new one, or that the class is cancelled. */
function toChangeNotices({ batch, title, now }: Subject, owed: Extract<Owed, { type: 'changed' }>): readonly Letter[] {
  const meeting = batch.meetings.find(({ id, sv }) => id === owed.meeting && sv === owed.sv);
  if (meeting === undefined) return [];
  const { was } = owed;
  const values = {
    ...meetingValues(batch, meeting, title),
    semula_mulai: { type: 'moment', at: was.startsAt, zone: was.zone },
    semula_tempat: was.place,
    alasan: orUnset(meeting.reason),
  } as const;
  const key = `layanan.kelas_${meeting.state === 'cancelled' ? 'dibatalkan' : 'diubah'}`;
  const nearest = Math.min(was.startsAt, meeting.startsAt);
  const told = batch.entries.filter(({ state }) => state === 'seat' || state === 'offer');
  return told.map(({ contact, n }) => ({
    contact,
    write: (say) => say(key, values),
    push: {
      id: [owed.id, batch.id, contact].join('.'),
      class: 'change',
      source: 'change',
      due: now,
      until: Math.max(meeting.startsAt, now + dayMs),
      zone: meeting.zone,
      ...(isUrgentChange(now, nearest) && { atNight: true }),
      depends: dependsOnMeeting(batch, meeting, { contact, n, kind: 'change' }),
    },
  }));
}

/** A seat is offered, or an offer ran over. */
async function toOfferNotice(
  office: Office,
  { batch, title, now }: Subject,
  owed: Extract<Owed, { type: 'offered' | 'lapsed' }>,
): Promise<readonly Letter[]> {
  const { contact, n, until } = owed;
  const registration = await office.registrations.read(registrationId(batch.programme, contact));
  const [first] = batch.meetings.filter(({ state }) => state === 'planned').toSorted((a, b) => a.startsAt - b.startsAt);
  if (registration === null || first === undefined) return [];
  const { zone } = first;
  const values = {
    ...meetingValues(batch, first, title),
    nama: registration.answers.name ?? null,
    batas_jawab: { type: 'moment', at: until, zone },
  } as const;
  const offered = owed.type === 'offered';
  const flow = offered ? office.pushed.startedBy('kursi_ditawarkan') : null;
  const push: Letter['push'] = {
    id: [owed.id, batch.id, contact].join('.'),
    class: 'change',
    source: owed.type,
    ...(flow !== null && { start: { flow, args: {} } }),
    due: now,
    until: offered ? until : now + dayMs,
    zone,
    ...(offered && { depends: { on: batch.id, version: 0, fields: { type: 'offer', batch: batch.id, contact, n } } }),
  };
  return [
    { contact, push, write: (say) => say(offered ? 'layanan.kursi_ditawarkan' : 'layanan.tawaran_lewat', values) },
  ];
}

function dependsOnMeeting(batch: Batch, meeting: Meeting, who: Fields) {
  return {
    on: `${batch.id}.${meeting.id}`,
    version: meeting.sv,
    fields: { type: 'meeting', batch: batch.id, meeting: meeting.id, ...who },
  };
}

function meetingValues(batch: Batch, meeting: Meeting, title: string): Fields {
  return {
    judul: title,
    gelombang: batch.number,
    pertemuan: meetingNumber(batch, meeting),
    mulai: { type: 'moment', at: meeting.startsAt, zone: meeting.zone },
    tempat: meeting.place,
    alamat: orUnset(meeting.map),
    bawaan: orUnset(meeting.bring),
  };
}
