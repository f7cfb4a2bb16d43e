import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { opened } from '../../src/app/read-all.ts';
import type { DocumentKind, Documents } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { dataFolder } from '../../src/store/data-folder.ts';
import { findKey } from '../../src/store/key-file.ts';
import { backup } from '../../src/store/sqlite/backup.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { restore } from '../../src/store/sqlite/restore.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const NOTES: DocumentKind<string> = { name: 'note', keys: () => ({}), next: () => null };

function open(dataDir: string): Store & { readonly notes: Documents<string> } {
  const store = openSqlite({ dataDir, key: findKey(dataDir, undefined).key, clock: { now: () => 1 } });
  return { ...store, notes: store.documents(NOTES) };
}
const count = async (notes: Documents<string>): Promise<number> =>
  opened(await notes.lookThrough({ after: '', limit: 99_999 })).length;

async function notesIn(file: string, keyFrom: string): Promise<readonly string[]> {
  const dataDir = newFolder();
  writeFileSync(dataFolder(dataDir).key, readFileSync(dataFolder(keyFrom).key));
  restore({ from: file, dataDir });
  const store = open(dataDir);
  const rows = await store.notes.lookThrough({ after: '', limit: 99_999 });
  await store.close();
  return rows.flatMap((row) => ('doc' in row ? [row.id] : []));
}

/** A folder with some notes, its backup, and the key carried to a new folder. */
async function backedUp(): Promise<{ dataDir: string; file: string; fresh: string }> {
  const [dataDir, fresh] = [newFolder(), newFolder()];
  const store = open(dataDir);
  for (const id of ['n1', 'n2', 'n3']) await store.notes.create(id, `isi ${id}`);
  await store.close();
  const file = join(newFolder(), 'cadangan.db');
  backup({ dataDir, to: file });
  writeFileSync(dataFolder(fresh).key, readFileSync(dataFolder(dataDir).key));
  return { dataDir, file, fresh };
}

describe('a backup', () => {
  test('is one instant of a service that goes on writing, taken by another process', async () => {
    const dataDir = newFolder();
    const store = open(dataDir);
    const file = join(newFolder(), 'cadangan.db');
    const script = fileURLToPath(new URL('copy-data.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const copying = { running: true };
    const ended = text(child.stdout).finally(() => {
      copying.running = false;
    });
    // Both of a pair are in one group: a copy that tore a group apart would hold one without the other.
    let pairs = 0;
    for (; copying.running; pairs += 1) {
      await Promise.all([store.notes.create(`a${pairs}`, 'x'), store.notes.create(`b${pairs}`, 'y')]);
    }
    const report: unknown = JSON.parse(await ended);
    expect(await count(store.notes)).toBe(2 * pairs);
    await store.close();

    const rows = await notesIn(file, dataDir);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((id) => id.startsWith('a')).length).toBe(rows.length / 2);
    expect(report).toEqual({ file, bytes: statSync(file).size, rows: rows.length, keyFile: dataFolder(dataDir).key });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('never overwrites, and leaves nothing half done', async () => {
    const { dataDir, file } = await backedUp();
    expect(() => backup({ dataDir, to: file })).toThrow(expect.objectContaining({ code: 'target_exists' }));
    const nowhere = join(file, 'in-a-file.db');
    expect(() => backup({ dataDir, to: nowhere })).toThrow(expect.objectContaining({ code: 'folder_missing' }));
    expect(readdirSync(join(file, '..'))).toEqual(['cadangan.db']);
  });

  test('of a folder without data is refused, not made empty', () => {
    const to = join(newFolder(), 'cadangan.db');
    expect(() => backup({ dataDir: newFolder(), to })).toThrow(expect.objectContaining({ code: 'folder_missing' }));
    expect(existsSync(to)).toBe(false);
  });

  test('of broken data is refused', async () => {
    const { dataDir } = await backedUp();
    const { data } = dataFolder(dataDir);
    writeFileSync(data, readFileSync(data).fill(0x41, 4_096));
    const to = join(newFolder(), 'cadangan.db');
    expect(() => backup({ dataDir, to })).toThrow(
      expect.objectContaining({ code: expect.stringContaining('corrupt') as unknown }),
    );
    expect(existsSync(to)).toBe(false);
  });

  test('does not hold the key', async () => {
    const { dataDir, file } = await backedUp();
    expect(readFileSync(file).includes(findKey(dataDir, undefined).key)).toBe(false);
  });
});

describe('a restore', () => {
  test('brings back what was backed up, on a new machine with the key', async () => {
    const { file, fresh } = await backedUp();
    expect(restore({ from: file, dataDir: fresh })).toEqual({ file: dataFolder(fresh).data, rows: 3, kept: null });
    const store = open(fresh);
    expect(await store.notes.read('n2')).toBe('isi n2');
    expect(await store.notes.create('n4', 'baru')).toBe('created');
    await store.close();
  });

  test('takes the place of newer data, which stays beside it', async () => {
    const { dataDir, file } = await backedUp();
    for (const extra of ['n4', 'n5']) {
      const store = open(dataDir);
      await store.notes.create(extra, 'x');
      await store.close();
      const { kept } = restore({ from: file, dataDir });
      const old = openDatabase(kept ?? '');
      expect(old.prepare<{ id: string }>('select id from document where id = ?').get(extra)).not.toBeNull();
      old.close();
    }
    const store = open(dataDir);
    expect(await count(store.notes)).toBe(3);
    await store.close();
    expect(
      readdirSync(dataDir)
        .filter((name) => /before-restore-\d+$/u.test(name))
        .toSorted(),
    ).toEqual(['gelombang.db.before-restore-1', 'gelombang.db.before-restore-2']);
  });

  test('replaces broken data, write-ahead log and all', async () => {
    const { dataDir, file } = await backedUp();
    const { data } = dataFolder(dataDir);
    writeFileSync(data, 'broken'.repeat(1_000));
    writeFileSync(`${data}-wal`, 'broken too');
    restore({ from: file, dataDir });
    const store = open(dataDir);
    expect(await count(store.notes)).toBe(3);
    await store.close();
  });

  test('is refused while a service runs on the folder', async () => {
    const { dataDir, file } = await backedUp();
    const store = open(dataDir);
    expect(() => restore({ from: file, dataDir })).toThrow(expect.objectContaining({ code: 'folder_in_use' }));
    expect(await count(store.notes)).toBe(3);
    await store.close();
  });

  test.each<[string, string]>([
    ['backup_missing', 'absent.db'],
    ['backup_corrupt', 'text.db'],
    ['backup_corrupt', 'cut.db'],
    ['backup_corrupt', 'foreign.db'],
  ])('%s: %s', async (code, name) => {
    const { dataDir, file, fresh } = await backedUp();
    const from = join(newFolder(), name);
    if (name === 'text.db') writeFileSync(from, 'Selamat pagi');
    if (name === 'cut.db') writeFileSync(from, readFileSync(file).subarray(0, -4_096));
    if (name === 'foreign.db') {
      const foreign = openDatabase(from);
      foreign.exec('create table photo (id text)');
      foreign.close();
    }
    for (const target of [dataDir, fresh]) {
      const before = readdirSync(target).filter((each) => each.startsWith('gelombang'));
      expect(() => restore({ from, dataDir: target })).toThrow(expect.objectContaining({ code }));
      expect(readdirSync(target).filter((each) => each.startsWith('gelombang'))).toEqual(before);
    }
  });

  test('without the key, or with another one, says so and changes nothing', async () => {
    const { file, fresh } = await backedUp();
    const empty = newFolder();
    expect(() => restore({ from: file, dataDir: empty })).toThrow(expect.objectContaining({ code: 'key_missing' }));
    const key = 'b'.repeat(44);
    expect(() => restore({ from: file, dataDir: fresh, key })).toThrow(expect.objectContaining({ code: 'wrong_key' }));
    expect(existsSync(dataFolder(fresh).data)).toBe(false);
  });
});
