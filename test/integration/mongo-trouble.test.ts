import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import { checkMongo, openMongo } from '../../src/store/mongo/mongo.ts';
import type { MongoStore } from '../../src/store/mongo/mongo.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';

const KEY = 'k'.repeat(44);
const NOTES: DocumentKind<{ readonly text: string }> = { name: 'uji_note', keys: () => ({}), next: () => null };
const kinds = [NOTES];

describe('an address that is refused before anybody is asked', () => {
  test.each([
    ['mongodb://db.example/gelombang?w=1', 'database_weak', { asked: 'w=1' }],
    ['mongodb://db.example/gelombang?w=0', 'database_weak', { asked: 'w=0' }],
    ['mongodb://db.example/gelombang?w=2', 'database_weak', { asked: 'w=2' }],
    ['mongodb://db.example/gelombang?w=dc1', 'database_weak', { asked: 'w=dc1' }],
    ['mongodb://db.example/gelombang?w=majority&journal=false', 'database_weak', { asked: 'journal=false' }],
    ['mongodb://db.example/gelombang?journal=true&w=1', 'database_weak', { asked: 'w=1' }],
    ['mongodb://petugas:rahasia@db.example', 'database_url_invalid', {}],
    ['mongodb://petugas:rahasia@db.example/', 'database_url_invalid', {}],
    ['mongodb://petugas:rahasia@db.example/?w=majority', 'database_url_invalid', {}],
    ['mongodb://petugas:raha@sia@db.example/gelombang', 'database_url_invalid', {}],
    ['mongodb://db.example/gelombang?zz=1', 'database_url_invalid', {}],
    ['mongodb:///gelombang', 'database_url_invalid', {}],
    ['http://db.example/gelombang', 'database_url_invalid', {}],
    ['gelombang', 'database_url_invalid', {}],
    ['', 'database_url_invalid', {}],
  ])('%s', async (url, code, params) => {
    const opened = openMongo({ url, key: KEY, kinds, log: () => undefined });
    await expect(opened).rejects.toMatchObject({ code, params });
    await expect(opened).rejects.not.toThrow('rahasia');
  });
});

test('nobody at home: the host is named, and the password is not', async () => {
  const url = 'mongodb://petugas:rahasia@127.0.0.1:9,localhost:9/gelombang';
  const error: unknown = await openMongo({ url, key: KEY, kinds, log: () => undefined }).catch((each: unknown) => each);
  expect(error).toMatchObject({ code: 'database_away', params: { host: '127.0.0.1:9, localhost:9' }, again: true });
  expect(JSON.stringify((error as { readonly params: object }).params)).not.toContain('rahasia');
});

describeOn('mongo')('a database in trouble', () => {
  const newDatabase = useMongo();
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase()));

  const stores: MongoStore[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  const lines: string[] = [];
  const log = (event: string): void => void lines.push(event);
  const start = async (more: { readonly url?: string; readonly key?: string } = {}): Promise<MongoStore> => {
    const store = await openMongo({ url: database.url, key: KEY, kinds, log, ...more });
    stores.push(store);
    return store;
  };
  const check = (key = KEY) => checkMongo({ url: database.url, key, kinds });
  const processes = (): Promise<number> => database.db.collection('process').countDocuments();

  test('another key: nothing is opened, and nobody seems to live there', async () => {
    await (await start()).close();
    const wrong = { code: 'wrong_key' };
    await expect(start({ key: 'x'.repeat(44) })).rejects.toMatchObject(wrong);
    await expect(check('x'.repeat(44))).rejects.toMatchObject(wrong);
    expect(await processes()).toBe(0);
    const both = await start({ key: `${'x'.repeat(44)},${KEY}` });
    expect(both.trouble()).toBeNull();
  });

  test('two that begin at once on nothing have one key between them', async () => {
    const keys = [KEY, 'x'.repeat(44)];
    const begun = await Promise.allSettled(keys.map((key) => start({ key })));
    expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a check makes nothing, and tells what is there', async () => {
    expect(await check()).toMatchObject({ host: expect.stringContaining(':') as unknown, isNew: true });
    expect(await database.db.listCollections().toArray()).toEqual([]);
  });

  test('an index that is gone is seen by the check and made by the next start', async () => {
    await (await start()).close();
    expect(await check()).toMatchObject({ isNew: false });
    await database.db.collection('inbox').dropIndex('waiting');
    await expect(check()).rejects.toMatchObject({
      code: 'database_indexes',
      params: { collection: 'inbox', index: 'waiting' },
    });
    await (await start()).close();
    await check();
  });

  test('an index with our name and other fields is another one', async () => {
    await (await start()).close();
    await database.db.collection('inbox').dropIndex('state');
    await database.db.collection('inbox').createIndex({ at: 1, state: 1 }, { name: 'state' });
    await expect(check()).rejects.toMatchObject({
      code: 'database_indexes',
      params: { collection: 'inbox', index: 'state' },
    });
  });

  test('one server alone is one line in the log', async () => {
    lines.length = 0;
    const { standalone } = await check();
    await start();
    expect(lines.filter((line) => line === 'database is one server alone')).toHaveLength(standalone ? 1 : 0);
  });

  test('health tells that the database is away, and that it is back', async () => {
    const { url, proxy } = await database.proxied();
    const store = await start({ url });
    expect(store.trouble()).toBeNull();
    proxy.cut();
    await expect(store.inbox.countAside()).rejects.toMatchObject({ code: 'database_away', again: true });
    expect(store.trouble()).toMatchObject({ code: 'database_away' });
    proxy.pass();
    await expect.poll(() => store.inbox.countAside().catch(() => null), { timeout: 15_000 }).toBe(0);
    await expect.poll(() => store.trouble(), { timeout: 15_000 }).toBeNull();
  });

  test('a store that closes keeps what was asked for, and takes no more', async () => {
    const store = await start();
    const notes = store.documents(NOTES);
    const asked = ['n1', 'n2', 'n3'].map((id) => notes.change(id, () => ({ doc: { text: id }, result: id })));
    const closing = store.close();
    await expect(store.inbox.countAside()).rejects.toMatchObject({ code: 'closed' });
    expect(await Promise.all(asked)).toEqual(['n1', 'n2', 'n3']);
    await closing;
    await expect(notes.read('n1')).rejects.toMatchObject({ code: 'closed' });
    expect(await processes()).toBe(0);
    expect(await database.db.collection('document.uji_note').countDocuments()).toBe(3);
  });

  test('a kind that nobody prepared is a bug, not a collection without indexes', async () => {
    const store = await start();
    expect(() => store.documents({ ...NOTES, name: 'uji_lain' })).toThrow('uji_lain');
  });

  test('nothing that a person said or is called can be read in the database', async () => {
    const store = await start();
    const input = { type: 'text', text: 'Nama saya Wayan Uji' } as const;
    await store.inbox.accept([
      { id: 'm1', address: 'sim.a', account: 'sim', chat: '0812', order: 1, group: null, input },
    ]);
    await store.documents(NOTES).create('n1', { text: 'Wayan Uji' });
    const all = await Promise.all(
      (await database.db.listCollections().toArray()).map(({ name }) => database.db.collection(name).find().toArray()),
    );
    const text = all
      .flat()
      .map((row) => Buffer.concat(Object.values(row).map((each) => toBytes(each))).toString('latin1'));
    expect(text.join(' ')).not.toMatch(/Wayan|0812/u);
    expect(text.join(' ')).toContain('sim.a');
  });
});

/** What is to be seen of a value by somebody who reads the files. */
function toBytes(value: unknown): Buffer {
  const { buffer } = (value ?? {}) as { readonly buffer?: unknown };
  return buffer instanceof Uint8Array ? Buffer.from(buffer) : Buffer.from(JSON.stringify(value));
}
