import { openMongoHouse } from '../../src/store/mongo/mongo-house.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqliteHouse } from '../../src/store/sqlite/sqlite-house.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { TestDatabase } from '../servers/use-servers.ts';
import { fillKinds } from './fill-store.ts';
import { KEY } from './run-move.ts';
import type { Place } from './run-move.ts';

/** A data folder whose clock stands still. */
export function folderPlace(dataDir: string, now: number): Place {
  return {
    store: async () => openSqlite({ dataDir, key: KEY, clock: { now: () => now } }),
    house: async (isSource) => openSqliteHouse({ dataDir, isSource, now }),
    now: async () => now,
  };
}

/** A database of the test server; `holder` moves from or to it. */
export function databasePlace({ url, now }: Pick<TestDatabase, 'url' | 'now'>, holder = 'folder'): Place {
  return {
    store: () => openMongo({ url, key: KEY, kinds: fillKinds, log: () => {} }),
    house: (isSource) => openMongoHouse({ url, holder, isSource, kinds: fillKinds }),
    now,
  };
}
