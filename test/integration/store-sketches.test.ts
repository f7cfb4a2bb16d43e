import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { DocumentKind, Documents } from '../../src/domain/ports/documents.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const settings = { key: 'k'.repeat(44), clock: { now: () => 1_000_000 } };
const all = { after: '', limit: 9 };

interface Person {
  readonly way: string;
}
const plain: DocumentKind<Person> = { name: 'test_people', keys: () => ({}), next: () => null };
const people: DocumentKind<Person> = { ...plain, sketch: ({ way }) => way };

/** Works on the folder once, as one life of the service does. */
async function live<Result>(
  dataDir: string,
  kind: DocumentKind<Person>,
  work: (documents: Documents<Person>) => Promise<Result>,
): Promise<Result> {
  const store = openSqlite({ ...settings, dataDir });
  const result = await work(store.documents(kind));
  await store.close();
  return result;
}

const look = (documents: Documents<Person>): Promise<readonly object[]> => documents.sketches(all);

test('what a folder of an earlier version holds is opened once, and then known', async () => {
  const dataDir = newFolder();
  await live(dataDir, plain, async (documents) => documents.create('p1', { way: 'a' }));
  expect(await live(dataDir, people, look)).toEqual([{ id: 'p1', doc: { way: 'a' } }]);
  expect(await live(dataDir, people, look)).toEqual([{ id: 'p1', sketch: 'a' }]);
});

test('who writes a document and knows nothing of sketches leaves none that is old', async () => {
  const dataDir = newFolder();
  await live(dataDir, people, async (documents) => documents.create('p1', { way: 'a' }));
  await live(dataDir, plain, async (documents) => {
    await documents.change('p1', () => ({ doc: { way: 'b' }, result: null }));
    await documents.create('p2', { way: 'c' });
  });
  const opened = [
    { id: 'p1', doc: { way: 'b' } },
    { id: 'p2', doc: { way: 'c' } },
  ];
  expect(await live(dataDir, people, look)).toEqual(opened);
  const learnt = [
    { id: 'p1', sketch: 'b' },
    { id: 'p2', sketch: 'c' },
  ];
  expect(await live(dataDir, people, look)).toEqual(learnt);
});

test('a document that is removed leaves nothing', async () => {
  const dataDir = newFolder();
  await live(dataDir, people, async (documents) => documents.create('p1', { way: 'a' }));
  await live(dataDir, plain, async (documents) => documents.remove('p1'));
  const database = openData(join(dataDir, 'gelombang.db'));
  expect(database.prepare('select * from document_sketch').all()).toEqual([]);
  database.close();
});
