import { controlAnnouncement } from '../../domain/announcement.ts';
import { isExcused, presenceIn } from '../../domain/attendance.ts';
import { entryOf, takesRegistrations } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import { stageOf } from '../../domain/certificate.ts';
import { agreesTo } from '../../domain/contact.ts';
import { peopleOf } from '../../domain/event.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import { registrationId } from '../../domain/registration.ts';
import { freeSeats } from '../../domain/seats.ts';
import type { Fields, Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findIds, ifItOpens } from '../read-all.ts';
import type { Verdict } from './sending.ts';

const dayMs = 24 * 60 * 60_000;

/** A paused push is looked at again this often; its rows are not claimed meanwhile. */
const pausedMs = 30_000;

/** A running announcement is looked at every few seconds, and then what is not of its snapshot is closed. */
const strayMs = 5000;

/**
 * Whether a push may still go, read after its mark was written (docs/protocol.md): whoever forbids from now on sees
 * the mark and waits, whatever was forbidden before is seen here.
 */
export function createLookBeforeSend(
  office: Pick<
    Office,
    'batches' | 'events' | 'registrations' | 'certificates' | 'announcements' | 'addresses' | 'contacts' | 'clock'
  >,
) {
  return async (row: Delivery): Promise<Verdict> => {
    const fields: Fields = row.depends?.fields ?? {};
    const type = fields['type'];
    if (type === 'announcement') return lookAtAnnouncement(office, text(fields['announcement']), row.run);
    if (type === 'reminding') return lookAtReminding(office, row.address, fields['heardAt']);
    if (type === 'event') return lookAtEvent(office, fields, row.depends?.version ?? 0);
    if (type === 'certificate') return lookAtCertificate(office, fields);
    if (!aboutBatches.some((one) => one === type)) return { type: 'go' };
    return lookAtBatch(office, fields, row.depends?.version ?? 0);
  };
}

/** What depends on a batch. */
const aboutBatches = ['meeting', 'offer', 'seat', 'door'];

async function lookAtBatch(
  office: Pick<Office, 'batches' | 'registrations' | 'clock'>,
  fields: Fields,
  version: number,
): Promise<Verdict> {
  const batch = await office.batches.read(text(fields['batch']));
  const why =
    batch === null
      ? 'absent'
      : fields['type'] === 'door'
        ? whyNotInvited(batch, text(fields['contact']), office.clock.now())
        : (whyNot(batch, fields, version) ?? (await whyNotExpected(office, batch, fields)));
  return why === null ? { type: 'go' } : { type: 'skipped', code: why };
}

/** Why what a row says about a batch is not true any more; null when it still is. */
function whyNot(batch: Batch, fields: Fields, version: number): 'left' | 'answered' | 'changed' | null {
  const entry = entryOf(batch, text(fields['contact']));
  if (entry === undefined || entry.n !== fields['n'] || entry.state === 'out') return 'left';
  if (fields['type'] === 'offer') return entry.state === 'offer' ? null : 'answered';
  if (fields['type'] === 'seat') return entry.state === 'seat' ? null : 'left';
  const meeting = batch.meetings.find(({ id }) => id === fields['meeting']);
  if (meeting?.sv !== version) return 'changed';
  if (fields['kind'] === 'change') return null;
  return entry.state === 'seat' && meeting.state === 'planned' ? null : 'left';
}

/** Only who comes hears of an event, and only of the schedule that holds. */
async function lookAtEvent({ events }: Pick<Office, 'events'>, fields: Fields, version: number): Promise<Verdict> {
  const event = await events.read(text(fields['event']));
  if (event === null) return { type: 'skipped', code: 'absent' };
  if (event.meeting.sv !== version) return { type: 'skipped', code: 'changed' };
  return peopleOf(event, text(fields['contact'])) > 0 ? { type: 'go' } : { type: 'skipped', code: 'left' };
}

/** What rests on who comes to a class: its reminders, and the question why they did not. */
const aboutComing: readonly unknown[] = ['reminder', 'absent'];

/**
 * Who was seen in the class meanwhile or excused themselves is neither reminded of it nor asked; null for all others.
 * The seat stands in the batch: who holds one is reminded also where their registration does not open.
 */
async function whyNotExpected(
  { registrations }: Pick<Office, 'registrations'>,
  batch: Batch,
  fields: Fields,
): Promise<'answered' | null> {
  if (!aboutComing.includes(fields['kind'])) return null;
  const registration = registrationId(batch.programme, text(fields['contact']));
  const found = await ifItOpens(registrations.read(registration).then((known) => ({ known })));
  if (found === null) return fields['kind'] === 'reminder' ? null : 'answered';
  const { known } = found;
  const meeting = batch.meetings.find(({ id }) => id === fields['meeting']);
  const isSettled =
    known === null || meeting === undefined || presenceIn(known, meeting) !== undefined || isExcused(known, meeting);
  return isSettled ? 'answered' : null;
}

/** R10 of F13: nobody is told of a certificate that they opened, or that is not good any more. */
async function lookAtCertificate({ certificates }: Pick<Office, 'certificates'>, fields: Fields): Promise<Verdict> {
  const certificate = await certificates.read(text(fields['certificate']));
  if (certificate === null || certificate.revokedAt !== null) return { type: 'skipped', code: 'absent' };
  if (certificate.issuedAt !== null) return { type: 'skipped', code: 'answered' };
  return stageOf(certificate) === fields['stage'] ? { type: 'go' } : { type: 'skipped', code: 'changed' };
}

/** Nobody is invited to what they are in, or to where there is no room (any more). */
function whyNotInvited(batch: Batch, contact: string, now: number): 'answered' | 'full' | 'closed' | null {
  const entry = entryOf(batch, contact);
  if (entry !== undefined && entry.state !== 'out') return 'answered';
  if (!takesRegistrations(batch, now)) return 'closed';
  return freeSeats(batch) > 0 ? null : 'full';
}

async function lookAtAnnouncement(
  { announcements }: Pick<Office, 'announcements'>,
  id: string,
  run: number,
): Promise<Verdict> {
  const announcement = await announcements.read(id);
  const state = announcement?.state;
  // Written by a run that was overtaken: it is closed soon, or this copy of the row is older than the last run.
  if (state === 'running' && run !== announcement?.run) return { type: 'wait', forMs: strayMs, code: 'snapshot' };
  if (state === 'running') return { type: 'go' };
  if (state === 'paused' || state === 'snapshotting') return { type: 'wait', forMs: pausedMs, code: state };
  return { type: 'cancelled', code: state ?? 'absent' };
}

/**
 * R1 of F13: only who agreed to reminders, or wrote within a day, is reminded by a conversation; and not once they have
 * gone on with it (`heardAt`: their last word when it was due).
 */
async function lookAtReminding(
  { addresses, contacts, clock }: Pick<Office, 'addresses' | 'contacts' | 'clock'>,
  id: string,
  heardAt: Value | undefined,
): Promise<Verdict> {
  const address = await addresses.read(id);
  if (address === null) return { type: 'skipped', code: 'absent' };
  if (typeof heardAt === 'number' && (address.session === null || address.heardAt !== heardAt)) {
    return { type: 'skipped', code: 'resumed' };
  }
  if (address.heardAt !== null && clock.now() < address.heardAt + dayMs) return { type: 'go' };
  const contact = await contacts.read(address.contact);
  const agrees = contact !== null && agreesTo(contact, 'pengingat');
  return agrees ? { type: 'go' } : { type: 'skipped', code: 'not_agreed' };
}

/** Announcements whose rows are not worth claiming now: paused, or not yet complete. */
export function createHeldSources({ announcements }: Pick<Office, 'announcements'>): () => Promise<readonly string[]> {
  return async () => {
    const held = ['paused', 'snapshotting'].map((state) => findIds(announcements, 'state', state));
    return (await Promise.all(held)).flat();
  };
}

/** Announcements that are being sent. */
export function createNewsSources({ announcements }: Pick<Office, 'announcements'>): () => Promise<readonly string[]> {
  return () => findIds(announcements, 'state', 'running');
}

/** A platform refuses the content itself: the announcement is paused, because it would be refused for everyone. */
export function createReportFault({ announcements, clock }: Pick<Office, 'announcements' | 'clock'>) {
  return async (row: Delivery): Promise<void> => {
    if (row.class !== 'announcement') return;
    await announcements.change(row.source, (doc) => ({
      doc: doc === null ? null : controlAnnouncement(doc, 'jeda', clock.now()).doc,
      result: null,
    }));
  };
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
