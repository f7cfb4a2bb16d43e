import type { Faults } from '../faults.ts';
import type { Account } from './account.ts';
import type { Companion } from './companion.ts';
import type { Connection } from './connection.ts';
import type { Contact } from './contact.ts';
import type { Fault } from './faults.ts';
import type { Log } from './log.ts';
import type { Standing } from './notices.ts';
import type { Party } from './party.ts';
import type { Handset } from './phone.ts';
import type { Stanza } from './stanza.ts';

/** Everything that the service remembers, for those who answer stanzas. */
export interface World {
  readonly account: Account;
  readonly phone: Handset;
  readonly standing: Standing;
  /** Where files are uploaded to. */
  readonly mediaHost: string;
  readonly faults: Faults<Fault>;
  readonly log: Log;
  contact(id: number): Contact;
  /** Whose address this is, with or without a device; undefined when nobody's. */
  contactAt(jid: string): Contact | undefined;
  /** Whose keys belong to this address: a contact's or the account's own phone. */
  partyAt(jid: string): Party | undefined;
  /** What happened that this peer does not know: a request, an attribute, a failure of its own. */
  puzzle(text: string): void;
  /** Something happened; those who wait look again. */
  changed(): void;
}

/** A linked device that says something, and where. */
export interface Speaker {
  readonly world: World;
  readonly companion: Companion;
  readonly connection: Connection;
}

/** The user part of an address: `62812:3@s.whatsapp.net` is `62812`. */
export function userOf(jid: string): string {
  return jid.split(/[:@]/u)[0] ?? '';
}

/** A stanza in one line, for a list that a person reads. */
export function describe({ tag, attrs, content }: Stanza): string {
  const children = Array.isArray(content) ? content.map((child) => child.tag).join(' ') : '';
  const { xmlns, type, class: kind } = attrs;
  return [tag, xmlns, kind, type, children && `<${children}>`].filter(Boolean).join(' ');
}
