import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { dataFolder } from '../../src/store/data-folder.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const NOTES: DocumentKind<number> = { name: 'note', keys: () => ({}), next: () => null };
const open = (dataDir: string): Store => openSqlite({ dataDir, key: 'k'.repeat(44), clock: { now: () => 1 } });

async function notesIn(dataDir: string): Promise<Set<string>> {
  const store = open(dataDir);
  const rows = await store.documents(NOTES).lookThrough({ after: '', limit: 99_999 });
  await store.close();
  return new Set(rows.flatMap((row) => ('doc' in row ? [row.id] : [])));
}

test('what was acknowledged is there after a power cut that leaves only what was flushed', async () => {
  const dataDir = newFolder();
  const { data } = dataFolder(dataDir);
  const store = open(dataDir);
  const notes = store.documents(NOTES);
  const untouched = readFileSync(data);
  const acknowledged: { id: string; flushed: number }[] = [];
  const person = async (name: number): Promise<void> => {
    for (let index = 0; index < 5; index += 1) {
      const id = `${name}.${index}`;
      await notes.create(id, index);
      acknowledged.push({ id, flushed: statSync(`${data}-wal`).size });
    }
  };
  await Promise.all(Array.from({ length: 12 }, (_, name) => person(name)));
  expect(readFileSync(data)).toEqual(untouched);

  const log = readFileSync(`${data}-wal`);
  const lengths = [...new Set(acknowledged.map((each) => each.flushed))];
  expect(lengths.length).toBeGreaterThanOrEqual(5);
  for (const length of lengths) {
    for (const torn of [0, 1_000]) {
      const after = newFolder();
      copyFileSync(data, dataFolder(after).data);
      writeFileSync(`${dataFolder(after).data}-wal`, log.subarray(0, length + torn));
      const found = await notesIn(after);
      const lost = acknowledged.filter(({ id, flushed }) => flushed <= length && !found.has(id));
      expect(lost).toEqual([]);
    }
  }
  await store.close();
});

test('what was acknowledged is there after kill -9, and the folder is free at once', async () => {
  const dataDir = newFolder();
  const script = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === 500) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const found = await notesIn(dataDir);
  expect(acknowledged.length).toBeGreaterThanOrEqual(500);
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
});
