import type { Batch } from '../../domain/batch.ts';
import { pushAddress } from '../../domain/contact.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Say } from '../../engine/say.ts';
import { officeReaching } from '../office.ts';
import type { Office } from '../office.ts';
import { ifItOpens } from '../read-all.ts';
import { toPush } from '../to-push.ts';
import type { Push } from '../to-push.ts';

/** The batch that is looked at. */
export interface Subject {
  readonly batch: Batch;
  readonly title: string;
  readonly now: number;
}

/** A push, and what it says in a language. */
export interface Letter {
  readonly contact: string;
  readonly push: Omit<Push, 'content'>;
  /** null: nothing is said, only the flow begins. */
  readonly write: (say: Say) => string | null;
}

/** Rows for those who have an address; who deleted their data gets nothing, nor whose does not open. */
export async function addressed(office: Office, letters: readonly Letter[]): Promise<readonly NewDelivery[]> {
  const rows = letters.map(async ({ contact, push, write }) => {
    const known = await ifItOpens(office.contacts.read(contact));
    const reach = known === null ? null : pushAddress(known);
    if (known === null || reach === null) return [];
    const { say } = officeReaching(office, known, reach);
    const text = write(say);
    return [toPush({ ...push, content: text === null ? null : { text } }, reach)];
  });
  return (await Promise.all(rows)).flat();
}
