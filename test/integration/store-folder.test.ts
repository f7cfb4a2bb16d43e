import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import type { TroubleCode } from '../../src/domain/ports/store-trouble.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { dataFolder } from '../../src/store/data-folder.ts';
import { findKey } from '../../src/store/key-file.ts';
import { lockFolder } from '../../src/store/sqlite/lock-folder.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const KEY = 'a'.repeat(44);
const open = (dataDir: string, key = KEY): Store => openSqlite({ dataDir, key, clock: { now: () => 1 } });
const openAndClose = (dataDir: string, key = KEY): Promise<void> => open(dataDir, key).close();

function troubleOf(act: () => unknown): StoreTrouble {
  try {
    act();
  } catch (error) {
    if (error instanceof StoreTrouble) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
const codeOf = (act: () => unknown): TroubleCode => troubleOf(act).code;

/** Runs something as a user who may not write everywhere: permissions say nothing to root. */
function asOrdinaryUser<Result>(act: () => Result): Result {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.('nobody');
  try {
    return act();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('a data folder', () => {
  test('is made where there is none, for the service alone', async () => {
    const dataDir = join(newFolder(), 'new', 'data');
    await openAndClose(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  test('keeps what was written, over any number of openings', async () => {
    const dataDir = newFolder();
    for (const contact of ['c1', 'c2', 'c3']) {
      const store = open(dataDir);
      await store.addresses.meet(`sim.${contact}`, { contact, account: 'sim', chat: '0812' });
      await store.close();
    }
    const store = open(dataDir);
    expect(await store.addresses.read('sim.c2')).toMatchObject({ contact: 'c2', chat: '0812' });
    await store.close();
  });

  test('belongs to one at a time: the second is told who has it, and may come when the first is gone', async () => {
    const dataDir = newFolder();
    const first = open(dataDir);
    expect(troubleOf(() => open(dataDir))).toMatchObject({
      code: 'folder_in_use',
      params: { folder: dataDir, pid: process.pid },
    });
    await first.close();
    await openAndClose(dataDir);
  });

  test('lets go when it cannot be opened after all', async () => {
    const dataDir = newFolder();
    await openAndClose(dataDir);
    expect(codeOf(() => open(dataDir, 'b'.repeat(44)))).toBe('wrong_key');
    await openAndClose(dataDir);
  });

  test('that may not be written stops with one word', async () => {
    const dataDir = newFolder();
    await openAndClose(dataDir);
    for (const name of ['lock.db', 'gelombang.db', 'pid']) chmodSync(join(dataDir, name), 0o444);
    chmodSync(dataDir, 0o555);
    expect(asOrdinaryUser(() => codeOf(() => open(dataDir)))).toBe('folder_read_only');
    const inside = join(dataDir, 'deeper');
    expect(asOrdinaryUser(() => codeOf(() => open(inside)))).toBe('folder_read_only');
    expect(asOrdinaryUser(() => codeOf(() => findKey(inside, undefined)))).toBe('folder_read_only');
  });

  test('that is a file cannot be opened', () => {
    const file = join(newFolder(), 'data');
    writeFileSync(file, '');
    expect(codeOf(() => open(file))).toBe('folder_missing');
    expect(codeOf(() => open(join(file, 'data')))).toBe('folder_missing');
  });

  test.each(['not a database at all', 'SQLite format 3\0 but nothing more'])('with a broken data file: %j', (text) => {
    const dataDir = newFolder();
    writeFileSync(dataFolder(dataDir).data, text.repeat(500));
    expect(codeOf(() => open(dataDir))).toBe('file_corrupt');
  });

  test('whose data file another program holds: nothing is written, and then it goes on', async () => {
    const dataDir = newFolder();
    const store = open(dataDir);
    const other = openDatabase(dataFolder(dataDir).data);
    other.exec('begin immediate');
    const freeze = store.accounts.freeze('tg', 1_000);
    await expect(freeze).rejects.toMatchObject({ code: 'store_locked', again: true });
    expect(store.trouble()).toMatchObject({ code: 'store_locked' });
    other.exec('rollback');
    other.close();
    await store.accounts.freeze('tg', 1_000);
    expect(store.trouble()).toBeNull();
    expect((await store.accounts.read('tg')).frozenForMs).toBe(1_000);
    await store.close();
  });

  test('written by a newer version is left alone', async () => {
    const dataDir = newFolder();
    await openAndClose(dataDir);
    const database = openDatabase(dataFolder(dataDir).data);
    database.exec(`insert into migration (number, name, at) values (999, 'tomorrow', 0)`);
    database.close();
    const { code, params } = troubleOf(() => open(dataDir));
    expect({ code, found: params['found'] }).toEqual({ code: 'newer_version', found: 999 });
  });

  test('a closed store reads and writes nothing more, and closing twice is harmless', async () => {
    const store = open(newFolder());
    const waiting = store.accounts.halt('tg', 'unauthorized');
    await store.close();
    await store.close();
    await waiting;
    await expect(store.accounts.resume('tg')).rejects.toMatchObject({ code: 'closed' });
    await expect(store.accounts.read('tg')).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('the key', () => {
  test('is made once, kept for the service alone, and found again', () => {
    const dataDir = join(newFolder(), 'data');
    const made = findKey(dataDir, undefined);
    expect(made).toMatchObject({ file: join(dataDir, 'kunci'), made: true });
    expect(made.key).toMatch(/^[A-Za-z0-9+/]{43}=$/u);
    expect(statSync(join(dataDir, 'kunci')).mode & 0o777).toBe(0o600);
    expect(findKey(dataDir, '')).toEqual({ ...made, made: false });
    expect(findKey(join(newFolder(), 'other'), undefined).key).not.toBe(made.key);
  });

  test('is made by one of two that begin at once: the file is what the data are sealed with', () => {
    const dataDir = newFolder();
    const other = lockFolder(dataDir);
    expect(codeOf(() => findKey(dataDir, undefined))).toBe('folder_in_use');
    expect(existsSync(join(dataDir, 'kunci'))).toBe(false);
    other.release();
    expect(findKey(dataDir, undefined).made).toBe(true);
  });

  test('that is given comes first and is written nowhere', () => {
    const dataDir = newFolder();
    expect(findKey(dataDir, KEY)).toEqual({ key: KEY, file: null, made: false });
    expect(existsSync(join(dataDir, 'kunci'))).toBe(false);
  });

  test('that was lost is not replaced by a new one', async () => {
    const dataDir = newFolder();
    await openAndClose(dataDir, findKey(dataDir, undefined).key);
    rmSync(join(dataDir, 'kunci'));
    const file = join(dataDir, 'kunci');
    expect(troubleOf(() => findKey(dataDir, undefined))).toMatchObject({ code: 'key_missing', params: { file } });
    expect(existsSync(file)).toBe(false);
  });

  test('whose file was emptied is not taken for one', () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'kunci'), '\n');
    expect(codeOf(() => open(dataDir, findKey(dataDir, undefined).key))).toBe('key_invalid');
  });

  test('may change while the old one stays in the list; the oldest may not leave it', async () => {
    const dataDir = newFolder();
    const [old, young] = [KEY, 'b'.repeat(44)];
    await openAndClose(dataDir, old);
    await openAndClose(dataDir, `${young},${old}`);
    expect(codeOf(() => open(dataDir, young))).toBe('wrong_key');
    expect(codeOf(() => open(dataDir, `${old},${young}`))).toBe('wrong_key');
  });
});

test('what was removed is gone from the file, not only from the tables', async () => {
  const dataDir = newFolder();
  const store = open(dataDir);
  const notes = store.documents<{ text: string }>({ name: 'notes', keys: () => ({}), next: () => null });
  for (const id of ['n1', 'n2', 'n3']) await notes.create(id, { text: 'x'.repeat(200) });
  const file = dataFolder(dataDir).data;
  const reader = openDatabase(file);
  const sealed = reader.prepare<{ body: Uint8Array }>(`select body from document where id = 'n2'`).get()?.body;
  reader.close();
  await notes.remove('n2');
  await store.close();
  expect(readFileSync(file).includes(Buffer.from(sealed ?? ''))).toBe(false);
});

test('nothing personal can be read in the files', async () => {
  const dataDir = newFolder();
  mkdirSync(dataDir, { recursive: true });
  const store = open(dataDir);
  const secrets = ['Siti-Aminah', '628120000001', 'wamid.628120000001', 'NIK-3171'];
  const [name = '', phone = '', platformId = '', nik = ''] = secrets;
  const id = `sim.${store.fingerprint('sim', phone)}`;
  const input = { type: 'text', text: name } as const;
  const delivery = { id: 'd1', account: 'sim', address: id, class: 'reply', seq: 1, source: 'turn' } as const;
  const rest = { due: 1, until: 9_999, pauseAt: null, zone: 'Asia/Jakarta', yields: false, purpose: null } as const;
  const row = { ...delivery, ...rest, content: { text: name }, start: null, depends: null, run: 0 };
  await store.inbox.accept([{ id: 'm1', address: id, account: 'sim', chat: phone, order: 1, group: null, input }]);
  await store.addresses.meet(id, { contact: 'c1', account: 'sim', chat: phone });
  const hold = await store.addresses.take(id, 'p1');
  if (typeof hold === 'string') throw new Error(hold);
  const deed = { id: 'x', name: 'daftarkan', args: { nama: name, nik } };
  const wait = { deed, at: 1, failures: 0 };
  await store.addresses.commit(id, hold, { session: null, wait, did: [], owed: [row], lastReply: 1, heardAt: 1 });
  await store.deliveries.add([row]);
  await store.deliveries.mark('d1', { attempt: 0, generation: 0, flight: 1, marginMs: 0 });
  await store.deliveries.settle('d1', 1, { type: 'sent', platformId });
  const people = store.documents<{ name: string }>({
    name: 'contact',
    keys: () => ({ village: 'v1' }),
    next: () => null,
  });
  await people.create('c1', { name });
  const files = ['gelombang.db', 'gelombang.db-wal', 'pid', 'lock.db'].map((file) => join(dataDir, file));
  const bytes = Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
  for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes('contact')).toBe(true);
  await store.close();
});
