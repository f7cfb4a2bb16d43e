import type { Contact } from '../domain/contact.ts';
import type { Office } from './office.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Writes what a person refuses to each of their addresses, where the gate decides, and resolves when no push is on its
 * way there any more: after that none begins (protocol.md 3). Twice is once.
 */
export async function copyRefusal(office: Office, contact: Contact): Promise<void> {
  const { addresses, clock } = office;
  const refusal = { stopped: contact.stopped, muted: contact.muted };
  const all = await addresses.ofContact(contact.id);
  await Promise.all(all.map(({ id }) => addresses.forbid(id, refusal, contact.refusalVersion)));
  const flights = all.flatMap(({ id, flight }) => (flight === null ? [] : [{ id, number: flight.number }]));
  await waitUntil(clock, async () => {
    const now = await Promise.all(
      flights.map(async ({ id, number }) => ({ number, flight: (await addresses.read(id))?.flight })),
    );
    return now.every(({ number, flight }) => flight?.number !== number || flight.class === 'reply');
  });
}
