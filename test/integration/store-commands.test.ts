import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { backup } from '../../src/cli/backup.ts';
import { restore } from '../../src/cli/restore.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { findKey } from '../../src/store/key-file.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
let dataDir: string;
let printed: string[];
let terminal: Terminal;

const say: Terminal['say'] = (key, values = {}) => `${key} ${JSON.stringify(values)}`;

beforeEach(() => {
  dataDir = newFolder();
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('GELOMBANG_KEY', '');
  printed = [];
  const print = (line: string): void => void printed.push(line);
  terminal = { say, sentences: {}, input: Readable.from([]), print, complain: print };
});
afterEach(() => void vi.unstubAllEnvs());

async function register(contact: string): Promise<void> {
  const store = openSqlite({ dataDir, key: findKey(dataDir, undefined).key, clock: { now: () => 1 } });
  await store.addresses.meet(`sim.${contact}`, { contact, account: 'sim', chat: contact });
  await store.close();
}

test('a backup says where it is and which key it hangs on; a restore brings it back and keeps what was there', async () => {
  await register('c1');
  const file = join(newFolder(), 'cadangan.db');
  expect(await backup([file], terminal)).toBe(0);
  expect(printed).toEqual([
    expect.stringMatching(/^perintah\.cadangan_jadi .*cadangan\.db/u),
    expect.stringContaining(join(dataDir, 'kunci')),
  ]);
  await register('c2');
  expect(await restore([file], terminal)).toBe(0);
  expect(printed.slice(2)).toEqual([
    expect.stringContaining('perintah.cadangan_pulih'),
    expect.stringContaining('before-restore-1'),
  ]);
  const store = openSqlite({ dataDir, key: findKey(dataDir, undefined).key, clock: { now: () => 1 } });
  expect(await store.addresses.read('sim.c1')).not.toBeNull();
  expect(await store.addresses.read('sim.c2')).toBeNull();
  await store.close();
});

test.each([[[]], [['a.db', 'b.db']]])('used wrongly, %j, both say what is missing and do nothing', async (args) => {
  expect(await backup(args, terminal)).toBe(2);
  expect(await restore(args, terminal)).toBe(2);
  expect(printed).toHaveLength(2);
  expect(existsSync('a.db')).toBe(false);
});

test('a backup that does not exist cannot be restored', async () => {
  await expect(restore([join(dataDir, 'none.db')], terminal)).rejects.toMatchObject({ code: 'backup_missing' });
});
