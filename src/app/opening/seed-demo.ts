import { createDemo } from '../../domain/demo.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Office } from '../office.ts';

/**
 * Writes the demonstration where it is absent; what people did since stays. `addressOf` gives the address of a
 * simulated phone, by which its officer is known; they can be told things before they ever wrote.
 */
export async function seedDemo(
  office: Office,
  account: string,
  addressOf: (person: string) => string,
  now: number,
): Promise<void> {
  const demo = createDemo(now);
  await createAll(office.tracks, demo.tracks);
  await createAll(office.forms, demo.forms);
  await createAll(office.programmes, demo.programmes);
  await createAll(office.batches, demo.batches);
  await createAll(office.surveys, [demo.survey]);
  const officers = demo.officers.map((officer) => ({ ...officer, account, address: addressOf(officer.id) }));
  await createAll(office.officers, officers);
  await Promise.all(
    officers.map(({ id, address }) => office.addresses.meet(address, { contact: address, account, chat: id })),
  );
}

async function createAll<Doc extends { readonly id: string }>(
  documents: Documents<Doc>,
  all: readonly Doc[],
): Promise<void> {
  await Promise.all(all.map((doc) => documents.create(doc.id, doc)));
}
