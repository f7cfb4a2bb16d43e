import { withoutGuest } from '../../domain/event.ts';
import type { Call } from '../../domain/operation.ts';
import { withoutPerson } from '../../domain/report.ts';
import type { Office } from '../office.ts';
import { endRegistrations } from '../operations/consent.ts';
import { responseId } from '../operations/interest-survey.ts';
import { findAll, scanAll } from '../read-all.ts';
import { reportsOf } from '../read-reports.ts';

/**
 * Really deletes all that is known of a person: registrations with their answers (their seats go to the queue), answers to
 * surveys, feedback, hand-overs, reports, places at events, certificates, pictures and documents, the person, what of
 * their conversations did not open, and the words of every message to them. Safe to repeat.
 */
export async function forgetPerson(office: Office, call: Call): Promise<void> {
  await endRegistrations(office, call);
  for await (const surveys of scanAll(office.surveys)) {
    await Promise.all(surveys.map(({ doc }) => office.responses.remove(responseId(office, doc, call.contact))));
  }
  const handovers = await findAll(office.handovers, 'contact', call.contact);
  await Promise.all(handovers.map(({ id }) => office.handovers.remove(id)));
  await forgetReports(office, call.contact);
  await leaveEvents(office, call.contact);
  await office.contacts.remove(call.contact);
  // After the person: nobody writes them a new row now.
  const certificates = await findAll(office.certificates, 'contact', call.contact);
  await Promise.all(certificates.map(({ id }) => office.certificates.remove(id)));
  const setAside = await findAll(office.setAside, 'contact', call.contact);
  await Promise.all(setAside.map(({ id }) => office.setAside.remove(id)));
  const addresses = await office.addresses.ofContact(call.contact);
  await Promise.all(addresses.map(({ id }) => office.deliveries.forget(id)));
  await Promise.all(addresses.map(({ id }) => office.media.removeOf(id)));
}

/** What others follow stays without its maker; nobody follows anything under the name of who is gone. */
async function forgetReports(office: Office, contact: string): Promise<void> {
  for (const { id } of await reportsOf(office, contact)) {
    const stays = await office.reports.change(id, (doc) => {
      const after = doc === null ? null : withoutPerson(doc, contact);
      return { doc: after, result: after !== null };
    });
    if (!stays) await office.reports.remove(id);
  }
}

async function leaveEvents({ events, tenant }: Office, contact: string): Promise<void> {
  for (const { id } of await findAll(events, 'tenant', tenant.id)) {
    await events.change(id, (doc) => {
      const after = doc === null ? null : withoutGuest(doc, contact);
      return { doc: after === doc ? null : after, result: null };
    });
  }
}
