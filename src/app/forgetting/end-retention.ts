import { plannedMeetings } from '../../domain/batch.ts';
import { isStranger, pushAddress } from '../../domain/contact.ts';
import type { Contact } from '../../domain/contact.ts';
import { judgeRetention, noteRetention, warnedDays } from '../../domain/retention.ts';
import type { Retention } from '../../domain/retention.ts';
import { localParts, toEpoch } from '../../language/calendar.ts';
import { addPushes } from '../add-pushes.ts';
import { officeReaching } from '../office.ts';
import type { Office } from '../office.ts';
import { findOwn } from '../read-all.ts';
import { toPush } from '../to-push.ts';
import { forgetPerson } from './forget-person.ts';
import { orderForgetting } from './order-forgetting.ts';

const dayMs = 24 * 60 * 60_000;

/** Also the key of its text under `layanan`, and the event that starts the flow which asks. */
const warning = 'data_akan_dihapus';

/**
 * R19 of F13, and the end that it announces: one look at a contact whose years may be over. Whoever waits for a class or wrote
 * since they were warned is here, and their years begin anew. Safe to repeat.
 */
export async function endRetention(office: Office, id: string, now: number): Promise<void> {
  const { tenant, contacts } = office;
  const today = localParts(now, tenant.zone).date;
  const known = await contacts.read(id);
  if (known === null) return;
  const judged = judgeRetention(known, tenant.retention.profileYears, today);
  const isHere = judged.type !== 'wait' && (await isInUse(office, id, judged, now));
  // The warning is written before it is noted: whatever dies in between writes the same row again.
  if (judged.type === 'warn' && !isHere) await warn(office, known, judged.on, now);
  const retention = await contacts.change<Retention | null>(id, (doc) => {
    if (doc === null) return { doc: null, result: null };
    const contact = isHere ? { ...doc, activeOn: today } : doc;
    const decided = judgeRetention(contact, tenant.retention.profileYears, today);
    // Somebody who did something meanwhile is not warned any more: the next look will see to it.
    const after = decided.type === judged.type || decided.type === 'wait' ? noteRetention(contact, decided) : contact;
    return { doc: after === doc ? null : after, result: decided };
  });
  if (retention?.type === 'erase' && judged.type === 'erase') await erase(office, known, today, now);
}

/** Whether they have a place in a class to come, or wrote since they were warned; rejects where that cannot be read. */
async function isInUse(office: Office, contact: string, judged: Retention, now: number): Promise<boolean> {
  for (const { batch: id, state } of await findOwn(office.registrations, contact)) {
    const batch = state === 'in' ? await office.batches.read(id) : null;
    const entry = batch?.entries.find((one) => one.contact === contact);
    const isComing = batch !== null && plannedMeetings(batch).some(({ endsAt }) => endsAt > now);
    if (isComing && entry !== undefined && entry.state !== 'out') return true;
  }
  if (judged.type !== 'erase') return false;
  const addresses = await office.addresses.ofContact(contact);
  return addresses.some(({ heardAt }) => heardAt !== null && heardAt > now - warnedDays * dayMs);
}

/** To who is known by more than a language: nobody else loses anything. */
async function warn(office: Office, contact: Contact, on: string, now: number): Promise<void> {
  const reach = pushAddress(contact);
  if (reach === null || isStranger(contact)) return;
  const { say } = officeReaching(office, contact, reach);
  const flow = office.pushed.startedBy(warning);
  const { zone } = office.tenant;
  const row = toPush(
    {
      id: [warning, contact.id, contact.activeOn].join('.'),
      class: 'reminder',
      source: warning,
      content: { text: say(`layanan.${warning}`, { tanggal: { type: 'date', date: on } }) },
      ...(flow !== null && { start: { flow, args: {} } }),
      due: now,
      until: toEpoch(on, '00:00', zone),
      zone,
    },
    reach,
  );
  await addPushes(office, [row]);
}

/**
 * By the way of "hapus data": each address deletes its person as a deed, so that a death in between ends it later. Whoever never
 * wrote has nothing but the contact. Ordered anew each day until it was done.
 */
async function erase(office: Office, { id: contact, activeOn }: Contact, today: string, now: number): Promise<void> {
  const id = `retensi.${contact}.${activeOn}`;
  const entry = { id, tenant: office.tenant.id, who: 'layanan', what: 'deletion', subject: contact, at: now } as const;
  await office.audit.create(id, entry);
  const addresses = await office.addresses.ofContact(contact);
  await orderForgetting(office, addresses, `${id}.${today}`);
  if (addresses.length > 0) return;
  await forgetPerson(office, { id, contact, address: '', account: '', officer: null, now, args: {} });
}
