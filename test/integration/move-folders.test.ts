import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { dataFolder } from '../../src/store/data-folder.ts';
import { keptDocument, keptTables } from '../../src/store/kept-row.ts';
import { toColumn } from '../../src/store/sqlite/kept-cells.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { openSqliteHouse } from '../../src/store/sqlite/sqlite-house.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { KEY, describeMove } from './describe-move.ts';
import type { Place } from './describe-move.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

function folder(dataDir = newFolder()): Place {
  const now = Date.parse('2026-12-01T10:00:00+07:00');
  return {
    store: async (key = KEY) => openSqlite({ dataDir, key, clock: { now: () => now } }),
    house: async (isSource) => openSqliteHouse({ dataDir, isSource, now }),
    now: async () => now,
  };
}

describeMove({ name: 'from folder to folder', newPair: async () => ({ from: folder(), to: folder() }) });
