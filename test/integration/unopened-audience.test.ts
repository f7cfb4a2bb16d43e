import { describe, expect, test } from 'vitest';

import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { agree, choice, openDesk, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

// An office that loses the newer of its two keys, with which somebody's contact was written.

const [older, newer] = ['a'.repeat(44), 'b'.repeat(44)];

/** What the officers are told of one more announcement, and who gets it. */
async function announce(desk: Desk, isi: string) {
  const args = { sasaran: choice('semua'), isi, kapan: choice('segera') };
  const { values: asked } = await desk.look('petugas1', 'rencana_pengumuman', args);
  await desk.deed('petugas1', 'ajukan_pengumuman', args);
  const [pengumuman = null] = await desk.rows('petugas2', 'pengumuman_menunggu');
  await desk.deed('petugas2', 'putuskan_pengumuman', { pengumuman, keputusan: choice('setuju') });
  await desk.sweep();
  await desk.sweep();
  const source = textIn(pengumuman, 'kode');
  const hasRow = async (who: string): Promise<boolean> => (await desk.pushes(who)).some((one) => one.source === source);
  const { values: told } = await desk.look('petugas1', 'kemajuan_pengumuman', { pengumuman });
  return { asked, told, rows: await Promise.all(['w1', 'w2', 'w3'].map(hasRow)) };
}

async function live(open: (key: string) => Promise<Store>) {
  const withKeys = async <Found>(key: string, work: (desk: Desk) => Promise<Found>): Promise<Found> => {
    const desk = await openDesk(await open(key));
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  };
  await withKeys(older, async (desk) => {
    for (const who of ['w1', 'w3']) await agree(desk, who, 'kabar');
  });
  await withKeys(`${newer},${older}`, (desk) => agree(desk, 'w2', 'kabar'));
  return withKeys(older, async (desk) => {
    const logged: unknown[] = [];
    Object.assign(desk.office, { log: (...line: unknown[]) => void logged.push(line) });
    const page = { after: '', limit: 9 };
    const { contacts } = desk.office;
    const found = await contacts.lookThrough(page);
    const named = await announce(desk, 'Halo [nama], kelas dibuka.');
    const plain = await announce(desk, 'Aula pindah ke lantai dua.');
    return { found, named, plain, logged };
  });
}

const sum = '1 datanya tidak dapat dibuka';

function check({ found, named, logged }: Awaited<ReturnType<typeof live>>): void {
  expect(found.map((one) => [one.id, 'doc' in one])).toEqual([
    ['w1', true],
    ['w2', false],
    ['w3', true],
  ]);
  expect(named.rows).toEqual([true, false, true]);
  expect(named.told['rincian']).toContain(sum);
  expect(logged).toContainEqual(['does not open', { place: 'document.contacts', documents: 1 }]);
}

describe('somebody whose contact does not open, on SQLite', () => {
  const newFolder = useFolders();
  test('is counted, and keeps no other from being told', async () => {
    const dataDir = newFolder();
    const seen = await live(async (key) => openSqlite({ dataDir, key, clock: createSystemClock() }));
    check(seen);
    // Where somebody is reached stands beside their contact: it is opened for their name alone.
    expect([seen.plain.rows, seen.plain.told['rincian']]).toEqual([[true, true, true], '']);
  });
});

describeOn('mongo')('somebody whose contact does not open, on MongoDB', () => {
  const newDatabase = useMongo();
  test('is counted, and keeps no other from being told', { timeout: 60_000 }, async () => {
    const { url } = await newDatabase();
    const seen = await live((key) => openMongo({ url, key, kinds: documentKinds, log: () => {} }));
    check(seen);
    expect([seen.plain.rows, seen.plain.told]).toMatchObject([
      [true, false, true],
      { rincian: seen.named.told['rincian'] },
    ]);
    expect(JSON.stringify(seen.plain.asked)).toContain(sum);
  });
});
