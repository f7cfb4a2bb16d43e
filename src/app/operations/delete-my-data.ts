import type { DoDeed } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { findAll, scanAll } from '../read-all.ts';
import { recordRequest } from './allot-number.ts';
import { endRegistrations } from './consent.ts';
import { responseId } from './interest-survey.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Really deletes: registrations with their answers (their seats go to the queue), answers to surveys, feedback, hand-overs,
 * pictures and documents, the person, and the words of every message to them. What stays holds nothing personal: the number of the request, the audit
 * line, and in each batch that somebody left (UU 27/2022 art. 43-45). The conversation itself is dropped by the turn that
 * hears the result.
 */
export function hapusDataSaya(office: Office): DoDeed {
  return async (call) => {
    const nomor = await recordRequest(office, call, 'deletion');
    await endRegistrations(office, call);
    for await (const surveys of scanAll(office.surveys)) {
      await Promise.all(surveys.map(({ doc }) => office.responses.remove(responseId(office, doc, call.contact))));
    }
    const handovers = await findAll(office.handovers, 'contact', call.contact);
    await Promise.all(handovers.map(({ id }) => office.handovers.remove(id)));
    await office.contacts.remove(call.contact);
    // After the person: nobody writes them a new row now.
    const addresses = await office.addresses.ofContact(call.contact);
    await Promise.all(addresses.map(({ id }) => office.deliveries.forget(id)));
    await Promise.all(addresses.map(({ id }) => office.media.removeOf(id)));
    await writeAudit(office, call, 'deletion', call.contact);
    return { result: 'dihapus', values: { nomor } };
  };
}
