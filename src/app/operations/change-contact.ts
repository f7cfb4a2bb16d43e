import { createContact, seenFrom } from '../../domain/contact.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Call } from '../../domain/operation.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';

/**
 * Changes what is known of the person who calls, and resolves with the contact afterwards. Someone unknown is written
 * down by this: call it only for what must be remembered. `change` must be pure and change nothing the second time.
 */
export function changeContact(office: Office, call: Call, change: (contact: Contact) => Contact): Promise<Contact> {
  const today = localParts(call.now, office.tenant.zone).date;
  const reach = { address: call.address, account: call.account };
  return office.contacts.change(call.contact, (known) => {
    const contact = known ?? createContact(call.contact, office.tenant.id, today);
    const after = change(seenFrom(contact, reach, today));
    return { doc: after, result: after };
  });
}
