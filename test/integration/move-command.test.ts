import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { explain } from '../../src/cli/explain.ts';
import { move } from '../../src/cli/move.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import { createSay } from '../../src/engine/say.ts';
import { findKey } from '../../src/store/key-file.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
let dataDir: string;
let printed: string[];
let drawn: string[];
let terminal: Terminal;

beforeEach(async () => {
  dataDir = newFolder();
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
  printed = [];
  drawn = [];
  const sentences = await loadSentences();
  const print = (line: string): void => void printed.push(line);
  const redraw = (line: string): void => void drawn.push(line);
  terminal = { say: createSay(sentences), sentences, input: Readable.from([]), print, complain: print, redraw };
});
afterEach(() => void vi.unstubAllEnvs());

/** Two people in the folder; the key that sealed them. */
async function settle(): Promise<string> {
  const { key } = findKey(dataDir, undefined);
  const store = openSqlite({ dataDir, key, clock: { now: () => 1 } });
  for (const name of ['a', 'b'])
    await store.addresses.meet(`sim.${name}`, { contact: name, account: 'sim', chat: name });
  await store.close();
  return key;
}

/** Runs the command; every error as the sentence that a person sees. */
async function run(...args: readonly string[]): Promise<number> {
  printed.length = 0;
  try {
    return await move(args, terminal);
  } catch (error) {
    terminal.complain(explain(error, terminal));
    return 1;
  }
}

test.each([[[]], [['--to', 'redis']]])('without a place to go to it says which there are: %j', async (args) => {
  expect(await run(...args)).toBe(2);
  expect(printed).toEqual([expect.stringContaining('gelombang move --to mongodb')]);
});

test('without the settings of the new place it says which are missing', async () => {
  vi.stubEnv('REDIS_URL', '');
  expect(await run('--to', 'mongodb')).toBe(2);
  expect(printed).toEqual([expect.stringContaining('MONGODB_URL')]);
});

test('with a database that nobody can reach it says so, and the folder serves as before', async () => {
  vi.stubEnv('GELOMBANG_KEY', await settle());
  vi.stubEnv('MONGODB_URL', 'mongodb://127.0.0.1:1/gelombang?serverSelectionTimeoutMS=200');
  expect(await run('--to', 'mongodb')).toBe(1);
  expect(printed.at(-1)).toContain('127.0.0.1:1');
  expect(await settle()).not.toBe('');
});

describeOn('mongo')('the command', () => {
  const newDatabase = useMongo();
  beforeEach(async () => vi.stubEnv('MONGODB_URL', (await newDatabase()).url));

  test('says what it does: the key, each table twice, what to do next; a bar between the lines', async () => {
    vi.stubEnv('GELOMBANG_KEY', await settle());
    expect(await run('--to', 'mongodb')).toBe(0);
    expect(printed[0]).toContain(join(dataDir, 'kunci'));
    expect(printed).toContain('  percakapan: 2 baris disalin');
    expect(printed).toContainEqual(
      expect.stringMatching(/percakapan: 2 baris, sama di kedua tempat \(SHA-256 \w{12}\)/u),
    );
    expect(printed.at(-1)).toContain('MONGODB_URL, REDIS_URL, dan GELOMBANG_KEY');
    expect(drawn.filter((line) => line !== '')).toEqual([
      '█'.repeat(12) + '░'.repeat(12) + ' 50% menyalin percakapan',
      `${'█'.repeat(24)} 100% memeriksa percakapan`,
    ]);
    expect(await run('--to', 'mongodb')).toBe(0);
    expect(printed).toContainEqual(expect.stringContaining('sudah selesai'));
  });

  test('there and back: what the database learnt is in the folder', async () => {
    const key = await settle();
    vi.stubEnv('GELOMBANG_KEY', key);
    await run('--to', 'mongodb');
    const url = process.env['MONGODB_URL'] ?? '';
    const store = await openMongo({ url, key, kinds: documentKinds, log: () => {} });
    await store.addresses.meet('sim.c', { contact: 'c', account: 'sim', chat: 'c' });
    await store.close();
    expect(() => openSqlite({ dataDir, key, clock: { now: () => 1 } })).toThrow('moved_away');
    expect(await run('--to', 'folder')).toBe(0);
    expect(printed.at(-1)).toContain(dataDir);
    const folder = openSqlite({ dataDir, key, clock: { now: () => 1 } });
    expect(await folder.addresses.read('sim.c')).not.toBeNull();
    await folder.close();
    await expect(openMongo({ url, key, kinds: documentKinds, log: () => {} })).rejects.toThrow('moved_away');
  });

  test('with another key, from an empty folder, or while the service runs, it says why not and moves nothing', async () => {
    vi.stubEnv('GELOMBANG_KEY', '0'.repeat(64));
    expect(await run('--to', 'mongodb')).toBe(1);
    expect(existsSync(join(dataDir, 'gelombang.db'))).toBe(false);
    const key = await settle();
    expect(await run('--to', 'mongodb')).toBe(1);
    expect(printed).toEqual([
      expect.stringContaining('GELOMBANG_KEY harus sama dengan isinya'),
      expect.stringContaining('GELOMBANG_KEY bukan kunci'),
    ]);
    vi.stubEnv('GELOMBANG_KEY', key);
    const service = openSqlite({ dataDir, key, clock: { now: () => 1 } });
    expect(await run('--to', 'mongodb')).toBe(1);
    expect(printed.at(-1)).toContain('sedang dipakai');
    await service.close();
    expect(await run('--to', 'mongodb')).toBe(0);
  });
});
