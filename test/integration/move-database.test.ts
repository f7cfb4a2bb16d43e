import { openMongoHouse } from '../../src/store/mongo/mongo-house.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqliteHouse } from '../../src/store/sqlite/sqlite-house.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { KEY, describeMove } from './describe-move.ts';
import type { Place } from './describe-move.ts';
import { fillKinds } from './fill-store.ts';
import { useFolders } from './temporary-folder.ts';

describeOn('mongo')('moving house', () => {
  const newFolder = useFolders();
  const newDatabase = useMongo();

  const folder = (now: number): Place => {
    const dataDir = newFolder();
    return {
      store: async (key = KEY) => openSqlite({ dataDir, key, clock: { now: () => now } }),
      house: async (isSource) => openSqliteHouse({ dataDir, isSource, now }),
      now: async () => now,
    };
  };
  const database = async (): Promise<Place> => {
    const { url, now } = await newDatabase();
    return {
      store: (key = KEY) => openMongo({ url, key, kinds: fillKinds, log: () => {} }),
      house: (isSource) => openMongoHouse({ url, holder: 'folder', isSource, kinds: fillKinds }),
      now,
    };
  };

  describeMove({
    name: 'from a folder into a database',
    newPair: async () => {
      const to = await database();
      return { from: folder(await to.now()), to };
    },
    runs: 4,
  });

  describeMove({
    name: 'from a database into a folder',
    newPair: async () => {
      const from = await database();
      return { from, to: folder(await from.now()) };
    },
    runs: 4,
  });
});
