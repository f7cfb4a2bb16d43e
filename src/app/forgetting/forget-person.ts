import { withoutGuest } from '../../domain/event.ts';
import type { Call } from '../../domain/operation.ts';
import { withoutPerson } from '../../domain/report.ts';
import type { Office } from '../office.ts';
import { endRegistrations } from '../operations/consent.ts';
import { responseId } from '../operations/interest-survey.ts';
import { findAll, findIds, ifItOpens, lookThroughAll } from '../read-all.ts';
import { followedBy } from '../read-reports.ts';
import { removeOwn } from './remove-own.ts';

/**
 * Really deletes all that is known of a person: registrations with their answers (their seats go to the queue), answers to
 * surveys, feedback, hand-overs, reports, places at events, certificates, pictures and documents, the person, what of
 * their conversations did not open, and the words of every message to them. What is theirs goes by its id, whether it opens or
 * not; what is everybody's and does not open keeps nothing of this waiting. Safe to repeat.
 */
export async function forgetPerson(office: Office, call: Call): Promise<void> {
  await endRegistrations(office, call);
  for await (const surveys of lookThroughAll(office.surveys)) {
    await Promise.all(surveys.map((survey) => office.responses.remove(responseId(office, survey, call.contact))));
  }
  await removeOwn(office.handovers, call.contact);
  await forgetReports(office, call.contact);
  await leaveEvents(office, call.contact);
  await office.contacts.remove(call.contact);
  // After the person: nobody writes them a new row now.
  await removeOwn(office.certificates, call.contact);
  await removeOwn(office.setAside, call.contact);
  const addresses = await office.addresses.ofContact(call.contact);
  await Promise.all(addresses.map(({ id }) => office.deliveries.forget(id)));
  await Promise.all(addresses.map(({ id }) => office.media.removeOf(id)));
}

/** What others follow stays without its maker; nobody follows anything under the name of who is gone. */
async function forgetReports(office: Office, contact: string): Promise<void> {
  const followed = await followedBy(office, contact);
  for (const id of [...(await findIds(office.reports, 'contact', contact)), ...followed.map((one) => one.id)]) {
    const change = office.reports.change(id, (doc) => {
      const after = doc === null ? null : withoutPerson(doc, contact);
      return { doc: after, result: after !== null };
    });
    if (!(await ifItOpens(change))) await office.reports.remove(id);
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
