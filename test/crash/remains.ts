import { openRecords } from '../../src/app/office.ts';
import { findAll } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { Batch } from '../../src/domain/batch.ts';
import type { Address } from '../../src/domain/ports/addresses.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Registration } from '../../src/domain/registration.ts';
import type { Counted, Ground } from './ground.ts';
import { roomyBatch, wantedBatch } from './orders.ts';

/** What stands in the store when everything is over. */
export interface Remains extends Counted {
  readonly wanted: Batch;
  readonly roomy: Batch;
  /** By the platform's id of the person. */
  readonly people: ReadonlyMap<number, Traces>;
}

export interface Traces {
  readonly contact: string;
  readonly address: Address | null;
  readonly registrations: readonly Registration[];
  /** Answers, in the order in which they were owed. */
  readonly replies: readonly Delivery[];
}

const plenty = 1000;

/** Reads the store after the service has let it go. */
export async function readRemains(ground: Ground, account: string, ids: readonly number[]): Promise<Remains> {
  const counted = await ground.count();
  const store = await ground.openStore();
  try {
    const { batches, registrations } = openRecords(store);
    const people = new Map<number, Traces>();
    for (const id of ids) {
      const contact = addressOf(store.fingerprint, account, String(id));
      const rows = await store.deliveries.latest(contact, plenty);
      people.set(id, {
        contact,
        address: await store.addresses.read(contact),
        registrations: await findAll(registrations, 'contact', contact),
        replies: rows.filter(({ seq }) => seq !== null).toSorted((a, b) => Number(a.seq) - Number(b.seq)),
      });
    }
    const [wanted, roomy] = await Promise.all([batches.read(wantedBatch), batches.read(roomyBatch)]);
    if (wanted === null || roomy === null) throw new Error('the batches are gone');
    return { ...counted, wanted, roomy, people };
  } finally {
    await store.close();
  }
}
