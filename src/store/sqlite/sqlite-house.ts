import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { dataFolder, flush } from '../data-folder.ts';
import { documentTable, kindOfTable } from '../house.ts';
import type { House } from '../house.ts';
import { keptTables } from '../kept-row.ts';
import type { KeptTableName } from '../kept-row.ts';
import { putCanary, readCanary } from './check-key.ts';
import { openKeptDocuments, openKeptTable } from './kept-table.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { putMoveMark, readMoveMark } from './move-mark.ts';
import { openData } from './open-store.ts';
import type { Database } from './open-store.ts';

interface Opening {
  readonly dataDir: string;
  /** There must be data. */
  readonly isSource: boolean;
  readonly now: number;
}

/**
 * Opens the data folder for a move, with its lock, so that nothing else runs on it until it is closed. Throws
 * `folder_in_use`, `folder_missing` and what else opening throws, and then holds nothing.
 */
export function openSqliteHouse({ dataDir, isSource, now }: Opening): House {
  const folder = dataFolder(dataDir);
  if (isSource && !existsSync(folder.data)) throw new StoreTrouble('folder_missing', { folder: dataDir });
  const undo: (() => void)[] = [];
  const close = (): void => {
    for (const step of undo.splice(0)) step();
  };
  try {
    const lock = lockFolder(dataDir);
    undo.unshift(() => lock.release());
    const database = openData(folder.data);
    undo.unshift(() => database.close());
    migrate(database, migrations, now);
    flush(dataDir);
    return { ...createHouse(database, resolve(dataDir)), close: async () => close() };
  } catch (error) {
    close();
    throw error;
  }
}

function createHouse(database: Database, place: string): Omit<House, 'close'> {
  const kinds = database.prepare<{ kind: string }>('select distinct kind from document order by kind');
  return {
    place,
    tables: async () => [...Object.keys(keptTables), ...kinds.all().map(({ kind }) => documentTable(kind))],
    table: (name) => {
      const kind = kindOfTable(name);
      return kind === null ? openKeptTable(database, name as KeptTableName) : openKeptDocuments(database, kind);
    },
    canary: async () => readCanary(database),
    putCanary: async (canary) => putCanary(database, canary),
    mark: async () => readMoveMark(database),
    putMark: async (mark) => putMoveMark(database, mark),
    // The lock of the folder is held until the end.
    hold: async () => {},
  };
}
