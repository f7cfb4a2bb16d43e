import { writeSync } from 'node:fs';

import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

// Twenty writers; each prints an id when, and only when, the store has acknowledged it. Ends by being killed.
const store = openSqlite({ dataDir: process.argv[2] ?? '', key: 'k'.repeat(44), clock: { now: () => 1 } });
const notes = store.documents<number>({ name: 'note', keys: () => ({}), next: () => null });

async function writeForever(writer: number): Promise<never> {
  for (let index = 0; ; index += 1) {
    const id = `${writer}.${index}`;
    await notes.create(id, index);
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, (_, writer) => writeForever(writer)));
