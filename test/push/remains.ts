import { openRecords } from '../../src/app/office.ts';
import { opened } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { DeliveryState } from '../../src/domain/ports/deliveries.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { firstPerson } from './orders.ts';
import { eachAtOnce } from './people.ts';

/** What the store says when everything is over. */
export interface Remains {
  readonly state: string;
  readonly total: number;
  /** Rows of the announcement in each state, as the store counts them. */
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** The state of the row of each person, read one by one; absent: no row. */
  readonly people: ReadonlyMap<number, DeliveryState>;
  /** Addresses on which a gate was left open. */
  readonly gatesOpen: number;
}

/** Reads it all. Throws when there is no announcement. */
export async function readRemains(store: Store, account: string, count: number): Promise<Remains> {
  const [one] = opened(await openRecords(store).announcements.lookThrough({ after: '', limit: 1 }));
  if (one === undefined) throw new Error('there is no announcement');
  const people = new Map<number, DeliveryState>();
  let gatesOpen = 0;
  await eachAtOnce(count, async (index) => {
    const chat = firstPerson + index;
    const contact = addressOf(store.fingerprint, account, String(chat));
    const row = await store.deliveries.read(`${one.id}.${contact}`);
    if (row !== null) people.set(chat, row.state);
    if ((await store.addresses.read(contact))?.flight !== null) gatesOpen += 1;
  });
  const counts = await store.deliveries.count(one.id);
  return { state: one.state, total: one.total ?? 0, counts, people, gatesOpen };
}
