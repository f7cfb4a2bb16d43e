import { join } from 'node:path';

import { expect, test } from 'vitest';

import { keptDocument, keptTables } from '../../src/store/kept-row.ts';
import { toColumn } from '../../src/store/sqlite/kept-cells.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { describeMove } from './describe-move.ts';
import { folderPlace } from './move-places.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const now = Date.parse('2026-12-01T10:00:00+07:00');
const newPlace = () => folderPlace(newFolder(), now);

describeMove({ name: 'from folder to folder', newPair: async () => ({ from: newPlace(), to: newPlace() }), runs: 3 });

test('a kept row has every column of its table: what is added to one is not forgotten on the way', () => {
  const database = openDatabase(join(newFolder(), 'data.db'));
  migrate(database, migrations, 0);
  const columnsOf = (table: string): readonly string[] =>
    database
      .prepare<{ name: string }>('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name)
      .toSorted();
  for (const [table, row] of Object.entries(keptTables)) {
    // A body that many rows name goes along in each of them.
    const columns = columnsOf(table).filter((column) => column !== 'text');
    expect(Object.keys(row.shape).map(toColumn).toSorted()).toEqual(columns);
  }
  // The kind is in the name of the table, the keys have one of their own.
  const { keys, ...document } = keptDocument.shape;
  expect([...Object.keys(document), 'kind'].toSorted()).toEqual(columnsOf('document'));
  expect(keys).toBeDefined();
  const moved = [...Object.keys(keptTables), 'document', 'document_key'];
  // Both ends have their own; the canary goes beside the rows; the tally counts what arrives by itself; texts go in the rows;
  // sketches are made from documents.
  const apart = ['canary', 'delivery_text', 'document_sketch', 'migration', 'move', 'sketched_kind', 'tally'];
  const tables = database.prepare<{ name: string }>(`select name from sqlite_schema where type = 'table'`).all();
  expect(tables.map(({ name }) => name).toSorted()).toEqual([...moved, ...apart].toSorted());
  database.close();
});
