import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { dataFolder } from '../../src/store/data-folder.ts';
import { createUnopened } from '../../src/store/open-documents.ts';
import { createSeal } from '../../src/store/seal.ts';
import { createDocuments } from '../../src/store/sqlite/documents.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import type { Database } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
let dataDir: string;
let database: Database;
beforeEach(() => {
  dataDir = newFolder();
  database = openData(dataFolder(dataDir).data);
});

const KEY = 'k'.repeat(44);
const LATEST = migrations.length;
const NOTES = { name: 'note', keys: (text: string) => ({ text }), next: () => null };
const shape = (of: Database): readonly unknown[] => of.prepare('select * from sqlite_schema order by name').all();
const numbers = (): number[] => {
  const rows = database.prepare<{ number: number }>('select number from migration order by number').all();
  return rows.map((row) => row.number);
};

test('steps are numbered without a gap, and every table is strict', () => {
  expect(migrations.map((each) => each.number)).toEqual(migrations.map((_, index) => index + 1));
  for (const { sql } of migrations) {
    expect(sql.match(/create table/gu)?.length ?? 0).toBe(sql.match(/\bstrict\b/gu)?.length ?? 0);
  }
});

test('from nothing, every step is noted once, also when asked again', () => {
  migrate(database, migrations, 7);
  const before = shape(database);
  migrate(database, migrations, 8);
  expect(numbers()).toEqual(migrations.map((each) => each.number));
  expect(shape(database)).toEqual(before);
});

describe.each(migrations.slice(0, -1).map(({ number, name }) => [number, name] as const))(
  'from step %i, %s',
  (step) => {
    test('what was written then is read now', async () => {
      migrate(database, migrations.slice(0, step), 1);
      const group = createGroupCommit(database);
      const documents = createDocuments(
        { database, group, seal: createSeal(KEY), clock: { now: () => 1 } },
        createUnopened(() => {}),
      );
      await documents.of(NOTES).create('n1', 'dari dulu');
      database.close();

      const store = openSqlite({ dataDir, key: KEY, clock: { now: () => 2 } });
      const notes = store.documents(NOTES);
      expect(await notes.read('n1')).toBe('dari dulu');
      expect(await notes.find('text', 'dari dulu', { after: '', limit: 9 })).toHaveLength(1);
      await store.close();
    });

    test('the shape becomes that of a new folder', () => {
      migrate(database, migrations.slice(0, step), 1);
      migrate(database, migrations, 2);
      const fresh = openData(join(newFolder(), 'data.db'));
      migrate(fresh, migrations, 1);
      expect(shape(database)).toEqual(shape(fresh));
    });
  },
);

test('a step that fails leaves nothing of itself, and can be done later', () => {
  migrate(database, migrations, 1);
  const before = shape(database);
  const broken = {
    number: LATEST + 1,
    name: 'broken',
    sql: 'create table half (a text) strict; create table inbox (a)',
  };
  expect(() => migrate(database, [...migrations, broken], 2)).toThrow('already exists');
  expect(shape(database)).toEqual(before);
  expect(numbers()).toHaveLength(LATEST);
  migrate(database, [...migrations, { ...broken, sql: 'create table half (a text) strict' }], 3);
  expect(numbers()).toHaveLength(LATEST + 1);
});
