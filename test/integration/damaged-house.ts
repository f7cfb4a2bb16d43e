import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';
import { describe } from 'vitest';

import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { openDesk } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const key = 'k'.repeat(44);

/** Where an office is kept, and what becomes of the bytes of some of its documents while nobody is there. */
interface House {
  readonly open: () => Promise<Store>;
  readonly damage: (kind: string, ids: readonly string[], how: Damage) => Promise<void>;
}

/** Some bytes are lost, or all that made it bytes. */
type Damage = 'cut' | 'lost';

/** One life of the office, the damage that is done at its end, and what its next life finds. */
export async function live<Left, Found>(
  { open, damage }: House,
  before: (desk: Desk) => Promise<{
    readonly left: Left;
    readonly kind: string;
    readonly ids: readonly string[];
    readonly how?: Damage;
  }>,
  after: (desk: Desk, left: Left) => Promise<Found>,
): Promise<Found> {
  const within = async <Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> => {
    const desk = await openDesk(await open());
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  };
  const { left, kind, ids, how = 'cut' } = await within(before);
  await damage(kind, ids, how);
  return within((desk) => after(desk, left));
}

/** The same tests on each store. */
export function describeHouses(name: string, tests: (newHouse: () => Promise<House>) => void): void {
  describe(`${name}, on SQLite`, () => {
    const newFolder = useFolders();
    tests(async () => {
      const dataDir = newFolder();
      return {
        open: async () => openSqlite({ dataDir, key, clock: createSystemClock() }),
        damage: async (kind, ids, how) => {
          const database = new DatabaseSync(join(dataDir, 'gelombang.db'));
          const body = how === 'cut' ? 'substr(body, 1, length(body) - 5)' : 'zeroblob(0)';
          const update = database.prepare(`update document set body = ${body} where kind = ? and id = ?`);
          for (const id of ids) update.run(kind, id);
          database.close();
        },
      };
    });
  });

  describeOn('mongo')(`${name}, on MongoDB`, () => {
    const newDatabase = useMongo();
    tests(async () => {
      const { url, db } = await newDatabase();
      return {
        open: () => openMongo({ url, key, kinds: documentKinds, log: () => {} }),
        damage: async (kind, ids, how) => {
          const body = how === 'cut' ? Buffer.alloc(60) : 'rusak';
          const rows = db.collection<{ _id: string; body: Buffer | string }>(`document.${kind}`);
          await rows.updateMany({ _id: { $in: [...ids] } }, { $set: { body } });
        },
      };
    });
  });
}
