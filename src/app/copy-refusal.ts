import type { Contact } from '../domain/contact.ts';
import type { Address } from '../domain/ports/addresses.ts';
import type { Office } from './office.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Writes what a person refuses to each of their addresses, where the gate decides, and resolves when no push is on its
 * way there any more: after that none begins (protocol.md 3). Twice is once.
 */
export async function copyRefusal(office: Pick<Office, 'addresses' | 'clock'>, contact: Contact): Promise<void> {
  const { addresses, clock } = office;
  const refusal = { stopped: contact.stopped, muted: contact.muted };
  const known = await addresses.ofContact(contact.id);
  await Promise.all(known.map(({ id }) => addresses.forbid(id, refusal, contact.refusalVersion)));
  // Read again: only what entered its gate before the refusal stood there must be waited for.
  const flying = (await addresses.ofContact(contact.id)).map(pushOf).filter((push) => push !== null);
  await waitUntil(clock, async () => {
    const now = new Set((await addresses.ofContact(contact.id)).map(pushOf));
    return flying.every((push) => !now.has(push));
  });
}

/** The push on its way to an address, named so that the next one is another. */
function pushOf({ id, flight }: Address): string | null {
  return flight === null || flight.class === 'reply' ? null : `${id}.${flight.number}`;
}
