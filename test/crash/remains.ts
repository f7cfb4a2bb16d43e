import { openRecords } from '../../src/app/office.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { Batch } from '../../src/domain/batch.ts';
import type { Address } from '../../src/domain/ports/addresses.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Registration } from '../../src/domain/registration.ts';
import { dataFolder } from '../../src/store/data-folder.ts';
import { readKey } from '../../src/store/key-file.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { roomyBatch, wantedBatch } from './orders.ts';

/** What stands in the data folder when everything is over. */
export interface Remains {
  readonly wanted: Batch;
  readonly roomy: Batch;
  readonly inbox: Readonly<Record<'new' | 'done' | 'aside', number>>;
  /** Ids of deliveries that were in doubt, and of those of them that were then sent again. */
  readonly doubted: ReadonlySet<string>;
  readonly resent: ReadonlySet<string>;
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

/** Reads the folder after the service has let it go. */
export async function readRemains(dataDir: string, account: string, ids: readonly number[]): Promise<Remains> {
  const counted = countRows(dataDir);
  const store = openSqlite({ dataDir, key: readKey(dataDir, undefined), clock: { now: Date.now } });
  try {
    const { batches, registrations } = openRecords(store);
    const people = new Map<number, Traces>();
    for (const id of ids) {
      const contact = addressOf(store.fingerprint, account, String(id));
      const found = await registrations.find('contact', contact, { after: '', limit: plenty });
      const rows = await store.deliveries.latest(contact, plenty);
      people.set(id, {
        contact,
        address: await store.addresses.read(contact),
        registrations: found.map(({ doc }) => doc),
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

/** What no port tells, because nobody but a harness asks. */
function countRows(dataDir: string): Pick<Remains, 'inbox' | 'doubted' | 'resent'> {
  const database = openDatabase(dataFolder(dataDir).data);
  try {
    const inbox = { new: 0, done: 0, aside: 0 };
    const states = database.prepare<{ state: keyof typeof inbox; count: number }>(
      'select state, count(*) as count from inbox group by state',
    );
    for (const { state, count } of states.all()) inbox[state] = count;
    const ids = (condition: string): ReadonlySet<string> =>
      new Set(
        database
          .prepare<{ id: string }>(`select id from delivery where ${condition}`)
          .all()
          .map(({ id }) => id),
      );
    const resent = ids('doubt_retried = 1');
    return { inbox, resent, doubted: ids(`doubt_retried = 1 or doubt_over = 1 or state = 'uncertain'`) };
  } finally {
    database.close();
  }
}
