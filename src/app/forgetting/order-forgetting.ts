import type { DoDeed } from '../../domain/operation.ts';
import type { Address } from '../../domain/ports/addresses.ts';
import { fromService } from '../../domain/ports/inbox.ts';
import type { Office } from '../office.ts';
import { forgetPerson } from './forget-person.ts';

/**
 * Has each of these addresses end what is open there and delete its person, once by `id`: durable when it resolves, and done by
 * whoever holds the address, as a deed that is done again until it was done.
 */
export async function orderForgetting(
  { inbox, queue }: Pick<Office, 'inbox' | 'queue'>,
  addresses: readonly Address[],
  id: string,
): Promise<void> {
  const input = { type: 'forget' } as const;
  await inbox.accept(
    addresses.map((one) => fromService({ id: `${id}.${one.id}`, address: one.id, account: one.account, input })),
  );
  await Promise.all(addresses.map((one) => queue.wake({ type: 'handle', address: one.id })));
}

/** What was ordered so; no flow may ask for it. */
export function lupakanWarga(office: Office): DoDeed {
  return async (call) => {
    await forgetPerson(office, call);
    return { result: 'dihapus', values: {} };
  };
}
