import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';

import { documentKinds } from '../domain/document-kinds.ts';
import { dataFolder } from '../store/data-folder.ts';
import type { House } from '../store/house.ts';
import { moveHouse } from '../store/move-house.ts';
import type { MoveStep } from '../store/move-house.ts';
import { createSeal } from '../store/seal.ts';
import { openSqliteHouse } from '../store/sqlite/sqlite-house.ts';

export type { MoveStep } from '../store/move-house.ts';

export interface MoveOrder {
  readonly to: 'mongodb' | 'folder';
  readonly dataDir: string;
  /** `MONGODB_URL`. */
  readonly url: string;
  /** `GELOMBANG_KEY`. */
  readonly key: string;
  readonly onStep: (step: MoveStep) => void;
}

/** Moves the data folder into the database, or back. Throws `StoreTrouble`; run again it goes on. */
export async function move({ to, dataDir, url, key, onStep }: MoveOrder): Promise<'moved' | 'already'> {
  const seal = createSeal(key);
  // First the folder: whoever has its lock is the only one that can hold the database in its name.
  const folder = openSqliteHouse({ dataDir, isSource: to === 'mongodb', now: Date.now() });
  try {
    const database = await openDatabase({ to, dataDir, url });
    try {
      const [from, target] = to === 'mongodb' ? [folder, database] : [database, folder];
      return await moveHouse({ from, to: target, seal, onStep });
    } finally {
      await database.close();
    }
  } finally {
    await folder.close();
  }
}

async function openDatabase({ to, dataDir, url }: Pick<MoveOrder, 'to' | 'dataDir' | 'url'>): Promise<House> {
  const { openMongoHouse } = await import('../store/mongo/mongo-house.ts');
  const holder = `${hostname()}:${resolve(dataDir)}`;
  return openMongoHouse({ url, holder, isSource: to === 'folder', kinds: documentKinds });
}

/** The file in the folder whose contents are its key; null: the key never lay there. */
export function keyFileOf(dataDir: string): string | null {
  const { key } = dataFolder(dataDir);
  return existsSync(key) ? key : null;
}
