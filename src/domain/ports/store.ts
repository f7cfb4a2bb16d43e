import type { Accounts } from './accounts.ts';
import type { Addresses } from './addresses.ts';
import type { Deliveries } from './deliveries.ts';
import type { DocumentKind, Documents } from './documents.ts';
import type { Inbox } from './inbox.ts';
import type { Keyrings } from './keyrings.ts';
import type { Leases } from './leases.ts';
import type { Media } from './media.ts';
import type { StoreTrouble } from './store-trouble.ts';

/** Everything that is kept, one port per need. Each store passes the same contract suites. */
export interface Store {
  readonly inbox: Inbox;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly accounts: Accounts;
  readonly leases: Leases;
  readonly keyrings: Keyrings;
  readonly media: Media;
  /** The documents of one kind; the same kind gives the same documents every time. */
  documents<Doc>(kind: DocumentKind<Doc>): Documents<Doc>;
  /**
   * 22 characters that stand for a personal text in ids and lookups: always the same for the same purpose and text,
   * never to be turned back. An address is `<account>.<fingerprint(account, the platform's id of the person)>`.
   */
  readonly fingerprint: (purpose: string, text: string) => string;
  /** Why writing does not work just now, for health; null when it does. */
  trouble(): StoreTrouble | null;
  /** Documents that this process met and that do not open, by `document.<kind>.<id>`; each is logged when it is met first. */
  unopened(): readonly string[];
  /** Resolves when what was asked for is kept; whatever comes later rejects with `closed`. */
  close(): Promise<void>;
}
