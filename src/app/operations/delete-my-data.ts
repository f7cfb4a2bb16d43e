import { keptUntil } from '../../domain/contact.ts';
import type { DoDeed } from '../../domain/operation.ts';
import { forgetPerson } from '../forgetting/forget-person.ts';
import { orderForgetting } from '../forgetting/order-forgetting.ts';
import type { Office } from '../office.ts';
import { recordRequest } from './allot-number.ts';
import { changeContact } from './change-contact.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Really deletes everything about the person. What stays holds nothing personal: the number of the request, the audit line, and
 * in each batch that somebody left (UU 27/2022 art. 43-45). The conversation itself is dropped by the turn that hears the result,
 * and those at the person's other addresses by their own.
 */
export function hapusDataSaya(office: Office): DoDeed {
  return async (call) => {
    const nomor = await recordRequest(office, call, 'deletion');
    const addresses = await office.addresses.ofContact(call.contact);
    await orderForgetting(
      office,
      addresses.filter(({ id }) => id !== call.address),
      call.id,
    );
    await forgetPerson(office, call);
    await writeAudit(office, call, 'deletion', call.contact);
    return { result: 'dihapus', values: { nomor } };
  };
}

/** The person wants their data kept: the years begin anew, as with everything they do. */
export function simpanDataSaya(office: Office): DoDeed {
  return async (call) => {
    if ((await office.contacts.read(call.contact)) === null) return { result: 'sudah_dihapus', values: {} };
    const contact = await changeContact(office, call, (known) => known);
    const date = keptUntil(contact, office.tenant.retention.profileYears);
    return { result: 'disimpan', values: { sampai: { type: 'date', date } } };
  };
}
