import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dataFolder } from '../../src/store/data-folder.ts';
import { readKey } from '../../src/store/key-file.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Counted, Ground } from './ground.ts';

/** A new data folder. There is no Redis: what a process had in its head is gone with each death. */
export async function openEmbeddedGround(): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gelombang-crash-'));
  return {
    settings: { DATA_DIR: dataDir },
    shared: false,
    flush: async () => undefined,
    age: async () => undefined,
    openStore: async () => openSqlite({ dataDir, key: readKey(dataDir, undefined), clock: { now: Date.now } }),
    count: async () => countRows(dataDir),
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
}

function countRows(dataDir: string): Counted {
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
