import type { Contact } from './contact.ts';
import type { DocumentKind } from './ports/documents.ts';
import { sketchContact } from './recipient.ts';
import { nextRetention } from './retention.ts';

/** How contacts are kept. */
export const contactKind: DocumentKind<Contact> = {
  name: 'contacts',
  keys: (contact) => ({ tenant: contact.tenant }),
  next: nextRetention,
  sketch: sketchContact,
};
