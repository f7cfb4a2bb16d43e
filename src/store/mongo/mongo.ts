import type { DocumentKind, Documents } from '../../domain/ports/documents.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Store } from '../../domain/ports/store.ts';
import { judgeMoveMark } from '../house.ts';
import { createUnopened } from '../open-documents.ts';
import type { Unopened } from '../open-documents.ts';
import { createSeal } from '../seal.ts';
import { createAccounts } from './accounts.ts';
import { createAddresses } from './addresses.ts';
import type { Backing } from './backing.ts';
import { checkKey } from './check-key.ts';
import { createClosingDoor } from './closing-door.ts';
import type { ClosingDoor } from './closing-door.ts';
import { connect } from './connect.ts';
import { judgeStart, openShapeRecord } from './data-shape.ts';
import { createDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDocuments } from './documents.ts';
import { createInbox } from './inbox.ts';
import { joinData } from './join-data.ts';
import { createKeyrings } from './keyrings.ts';
import { createLeases } from './leases.ts';
import { createMedia } from './media.ts';
import { migrations, newestShape } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { readMoveMark } from './move-mark.ts';
import { checkIndexes, checkRights } from './prepare.ts';
import { allKinds } from './shapes.ts';

export interface MongoSettings {
  /** `MONGODB_URL`: with user, password and the database's name; never logged. */
  readonly url: string;
  /** `GELOMBANG_KEY`, the same for every process. */
  readonly key: string;
  /** Every kind of document that will be asked for: their collections and indexes are made at the start. */
  readonly kinds: readonly DocumentKind<never>[];
  readonly log: Log;
}

export interface MongoStore extends Store {
  /** Epoch milliseconds on the server's clock, as last heard and counted on by this process's monotonic clock. */
  readonly now: () => number;
}

/**
 * Connects, checks and prepares the database. Throws `StoreTrouble`, and then holds nothing. Data of an older shape is
 * brought to the newest of `steps` while the service works.
 */
export async function openMongo(
  settings: MongoSettings,
  steps: readonly Migration[] = migrations,
): Promise<MongoStore> {
  const { url, key, kinds, log } = settings;
  const seal = createSeal(key);
  const connected = await connect(url);
  const { connection, host } = connected;
  try {
    if (connected.standalone) log('database is one server alone', { host });
    const { backing, trouble, leave } = await joinData({ connected, seal, steps, kinds, log });
    const door = createClosingDoor();
    const unopened = createUnopened(log);
    return {
      ...openPorts(backing, unopened, kinds, door),
      fingerprint: (purpose, text) => seal.fingerprint(purpose, text),
      now: () => backing.time.now(),
      trouble,
      unopened: () => unopened.places(),
      close: async () => {
        await door.close();
        // Without it the others only believe a little longer that this process lives.
        await leave().catch(() => undefined);
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

type Ports = Pick<
  Store,
  'inbox' | 'addresses' | 'deliveries' | 'accounts' | 'leases' | 'keyrings' | 'media' | 'documents'
>;

function openPorts(
  backing: Backing,
  unopened: Unopened,
  kinds: readonly DocumentKind<never>[],
  door: ClosingDoor,
): Ports {
  const opened = new Map<string, unknown>();
  const prepared = new Set(kinds.map(({ name }) => name));
  return {
    inbox: door.through(createInbox(backing)),
    addresses: door.through(createAddresses(backing)),
    deliveries: door.through(createDeliveries(backing)),
    accounts: door.through(createAccounts(backing)),
    leases: door.through(createLeases(backing)),
    keyrings: door.through(createKeyrings(backing)),
    media: door.through(createMedia(backing)),
    documents: <Doc>(kind: DocumentKind<Doc>) => {
      if (!prepared.has(kind.name)) throw new Error(`no collection was prepared for ${kind.name}`);
      const documents = opened.get(kind.name) ?? door.through(createDocuments(backing, unopened, kind));
      opened.set(kind.name, documents);
      return documents as Documents<Doc>;
    },
  };
}

export interface MongoReport {
  readonly host: string;
  readonly version: string;
  /** One server alone: a majority is one disk. */
  readonly standalone: boolean;
  /** Nothing was begun here yet: key and indexes are made by the first start. */
  readonly isNew: boolean;
}

/**
 * What `doctor` asks: can this version work on this database with this key? Makes and changes nothing. Throws the
 * `StoreTrouble` that a start would meet, and `database_indexes` for what was there and is not any more.
 */
export async function checkMongo(
  { url, key, kinds }: Omit<MongoSettings, 'log'>,
  steps: readonly Migration[] = migrations,
): Promise<MongoReport> {
  const seal = createSeal(key);
  const { connection, host, version, standalone } = await connect(url);
  try {
    const database = createDatabase(connection, host);
    await checkRights(database, host);
    const shape = await openShapeRecord({ database }).find();
    if (shape !== null) {
      const trouble = judgeMoveMark(await readMoveMark({ database })) ?? judgeStart(shape, newestShape(steps));
      if (trouble !== null) throw trouble;
      await checkKey({ database, seal });
      await checkIndexes(database, allKinds(kinds));
    }
    return { host, version, standalone, isNew: shape === null };
  } finally {
    await connection.close();
  }
}
