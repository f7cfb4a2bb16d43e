import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const key = 'k'.repeat(44);
const now = 1_000_000;
const content = { text: 'Kelas sore dibuka pekan depan.' };
const depends = { on: 'p1', version: 0, fields: { type: 'announcement', announcement: 'p1' } } as const;

const row = (person: string, more: Partial<NewDelivery> = {}): NewDelivery =>
  newDelivery(`p1.${person}`, now, { address: `sim.${person}`, content, depends, run: 1, ...more });

/** Adds rows to a new folder; what is then read of each, and how many different bodies the file holds. */
async function add(...batches: readonly (readonly NewDelivery[])[]) {
  const dataDir = newFolder();
  const store = openSqlite({ dataDir, key, clock: { now: () => now } });
  for (const rows of batches) await store.deliveries.add(rows);
  const read = await Promise.all(batches.flat().map(({ id }) => store.deliveries.read(id)));
  const counts = await store.deliveries.count('p1');
  await store.close();
  const database = openData(join(dataDir, 'gelombang.db'));
  const bodies = database
    .prepare<{ n: number }>('select count(distinct coalesce(text, hex(body))) as n from delivery')
    .get()?.n;
  database.close();
  return { read, counts, bodies };
}

test('rows that say the same are sealed once, and each is read as its own', async () => {
  const rows = ['a', 'b', 'c'].map((person) => row(person));
  const { read, counts, bodies } = await add(rows);
  expect(read).toEqual(rows.map((one) => expect.objectContaining(one) as unknown));
  expect(counts.pending).toBe(3);
  expect(bodies).toBe(1);
});

test('the same words in another object, or another end, are another body', async () => {
  const rows = [row('a'), row('b'), row('c', { content: { ...content } }), row('d', { until: now + 5 })];
  const { read, bodies } = await add(rows);
  expect(read).toEqual(rows.map((one) => expect.objectContaining(one) as unknown));
  expect(bodies).toBe(3);
});

test('a later run of the snapshot raises the run of known rows and adds the missing ones, once', async () => {
  const again = ['a', 'b', 'c'].map((person) => row(person, { run: 2, content: { text: 'Lain.' } }));
  const { read, counts } = await add([row('a'), row('b')], again, again);
  expect(read[0]).toMatchObject({ run: 2, content });
  expect(read.at(-1)).toMatchObject({ run: 2, content: { text: 'Lain.' } });
  expect(counts.pending).toBe(3);
});

test('what was said alike is kept for as long as somebody was told, and counted as all else', async () => {
  const dataDir = newFolder();
  let at = now;
  const store = openSqlite({ dataDir, key, clock: { now: () => at } });
  await store.deliveries.add(['a', 'b'].map((person) => row(person)));
  await store.deliveries.close('p1.a', 0, 'skipped', 'muted');
  at += 1;
  await store.deliveries.close('p1.b', 0, 'skipped', 'muted');
  const texts = (): number | undefined => {
    const database = openData(join(dataDir, 'gelombang.db'));
    const kept = database.prepare<{ n: number }>('select count(*) as n from delivery_text').get()?.n;
    database.close();
    return kept;
  };
  at = now + 10;
  expect(await store.deliveries.purge(0, 10, 9)).toBe(0);
  at += 1;
  expect(await store.deliveries.purge(0, 10, 9)).toBe(1);
  expect(await store.deliveries.read('p1.b')).toMatchObject({ content, state: 'skipped' });
  expect(texts()).toBe(1);
  at += 1;
  expect(await store.deliveries.purge(0, 10, 9)).toBe(1);
  expect(await store.deliveries.outcomes('p1')).toEqual([]);
  expect(texts()).toBe(0);
  await store.close();
});

test('a person who is forgotten is not told any more what many were told', async () => {
  const dataDir = newFolder();
  const store = openSqlite({ dataDir, key, clock: { now: () => now } });
  await store.deliveries.add(['a', 'b'].map((person) => row(person)));
  await store.deliveries.forget('sim.a');
  expect(await store.deliveries.read('p1.a')).toMatchObject({ content: null, state: 'skipped' });
  expect(await store.deliveries.read('p1.b')).toMatchObject({ content, state: 'pending' });
  await store.close();
});
