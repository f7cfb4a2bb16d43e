import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { createRefusingMongo } from '../peers/refusing-mongo.ts';
import type { TestDatabase } from '../servers/use-servers.ts';
import { describeOn, useOwnRedis } from '../servers/use-servers.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

const temporaryFolder = useFolders();
const newServers = useServers();
const ownRedis = useOwnRedis();

/** Where nobody listens. */
const nowhere = '127.0.0.1:1';

interface Ended {
  readonly code: number | null;
  readonly printed: string;
  /** What was printed, without the lines of the log. */
  readonly sentences: readonly string[];
}

/** A command on these servers; it never prints a password or a stack. */
async function run(env: Readonly<Record<string, string>>, args = ['serve', '--role', 'worker']): Promise<Ended> {
  const ended = await startGelombang({ args, cwd: temporaryFolder(), env }).ended;
  expect(ended.printed).not.toMatch(/\n\s+at |rahasia/u);
  const sentences = ended.printed.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  return { ...ended, sentences };
}

/** Ended by itself, with this sentence and no other. */
function oneSentence(pattern: RegExp) {
  return { code: 1, sentences: [expect.stringMatching(pattern)] };
}

describeOn('mongo', 'redis')('one of several processes stops with one sentence', () => {
  it.each([
    [
      'a database that is away',
      (url: string) => url.replace(/(?<=\/\/)[^/]+/u, nowhere),
      /^MongoDB di 127\.0\.0\.1:1 tidak menjawab/u,
    ],
    [
      'a URL without a name of a database',
      (url: string) => url.replace(/[^/?]+(?=\?|$)/u, ''),
      /^MONGODB_URL tidak terbaca/u,
    ],
    ['a URL with less than a majority', (url: string) => withOption(url, 'w=1'), /simpanan yang lemah \(w=1\)/u],
    [
      'a URL without a journal',
      (url: string) => withOption(url, 'journal=false'),
      /simpanan yang lemah \(journal=false\)/u,
    ],
  ])('for %s', async (_name, spoil, sentence) => {
    const { settings } = await newServers();
    expect(await run({ ...settings, MONGODB_URL: spoil(settings.MONGODB_URL) })).toMatchObject(oneSentence(sentence));
  });

  it.each([
    ['is away', async () => `redis://:rahasia@${nowhere}`, /^Redis di 127\.0\.0\.1:1 tidak menjawab/u],
    [
      'throws keys away',
      () => openRedis('--maxmemory-policy', 'allkeys-lru'),
      /^Redis membuang isinya kalau penuh \(allkeys-lru\)/u,
    ],
    [
      'wants another password',
      () => openRedis('--requirepass', 'lain'),
      /^Redis di 127\.0\.0\.1:\d+ menolak layanan ini/u,
    ],
  ])('for a Redis that %s', async (_name, open, sentence) => {
    const { settings } = await newServers();
    expect(await run({ ...settings, REDIS_URL: await open() })).toMatchObject(oneSentence(sentence));
  });

  it.each<[string, (db: TestDatabase['db']) => Promise<unknown>, RegExp]>([
    [
      'data that a newer version left half migrated',
      (db) => db.collection<Row>('meta').insertOne({ _id: 'shape', least: 0, most: 7, way: 'up', cursor: '' }),
      /^Bentuk data sedang diubah oleh versi yang lebih baru \(7, di sini \d+\) dan belum selesai/u,
    ],
    [
      'data of a newer version',
      (db) => db.collection<Row>('meta').insertOne({ _id: 'shape', least: 7, most: 7 }),
      /^Data ini ditulis versi yang lebih baru \(7, di sini \d+\)/u,
    ],
    [
      'another version that works on the same data',
      (db) => db.collection<Row>('process').insertOne({ _id: 'lain', shape: 7, at: new Date() }),
      /^Versi lain dari layanan ini masih berjalan \(1 proses\)/u,
    ],
  ])('for %s', async (_name, spoil, sentence) => {
    const { settings, database } = await newServers();
    await spoil(database.db);
    expect(await run(settings)).toMatchObject(oneSentence(sentence));
  });

  it.each([
    ['a password that is not right', 'pemakai:rahasia@', /^MongoDB di 127\.0\.0\.1:\d+ menolak masuk/u],
    ['a user without rights', '', /^Pengguna MongoDB di 127\.0\.0\.1:\d+ tidak berhak/u],
  ])('for %s', async (_name, user, sentence) => {
    const [{ settings }, server] = await Promise.all([newServers(), createRefusingMongo()]);
    onTestFinished(() => server.close());
    const url = `mongodb://${user}${server.host}/gelombang?directConnection=true`;
    expect(await run({ ...settings, MONGODB_URL: url })).toMatchObject(oneSentence(sentence));
  });

  it('for another key than the one that sealed the data', async () => {
    const { settings } = await newServers();
    expect(await run(settings, ['doctor'])).toMatchObject({ code: 0 });
    const other = { ...settings, GELOMBANG_KEY: 'b2'.repeat(32) };
    expect(await run(other)).toMatchObject(oneSentence(/^GELOMBANG_KEY bukan kunci yang menyegel data ini/u));
  }, 60_000);

  it.each(['backup', 'restore'])('for %s, which is the database server’s own affair', async (command) => {
    const { settings } = await newServers();
    const { code, sentences } = await run(settings, [command, 'salinan']);
    expect(sentences).toEqual([expect.stringMatching(/mongodump.*docs\/operasi\.md/u)]);
    expect(code).toBe(2);
  });
});

describeOn('mongo', 'redis')('commands on several processes’ servers', () => {
  it('take secrets from files, and doctor tells of the servers without them', async () => {
    const { settings } = await newServers();
    const folder = temporaryFolder();
    const files = Object.entries(settings).map(([name, secret]) => {
      writeFileSync(join(folder, name), `${secret}\n`);
      return [`${name}_FILE`, join(folder, name)];
    });
    const { code, printed } = await run(Object.fromEntries(files) as Record<string, string>, ['doctor']);
    expect(printed).toMatch(/Basis data: MongoDB [\d.]+ di 127\.0\.0\.1:\d+\n/u);
    expect(printed).toMatch(/(?:✓ Susunan server: replika|! Susunan server: satu server saja\..*)\n/u);
    expect(printed).toMatch(/Redis: terhubung.*\n[^]*Semua baik\./u);
    expect(code).toBe(0);
  });

  it('ask the database themselves, also while the service runs', async () => {
    const { settings } = await newServers();
    const env = { ...settings, SIMULATOR: 'on' };
    const service = startGelombang({ args: ['serve'], env });
    await service.says(/Gelombang berjalan dengan peran all/u);
    const added = await run(env, ['user', 'add', 'Uji', '--address', 'simulator:warga9', '--right', 'melihat_rekap']);
    expect(added.printed).toMatch(/petugas-/u);
    expect((await run(env, ['user', 'list'])).sentences).toHaveLength(3);
    service.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
  }, 90_000);
});

interface Row {
  readonly _id: string;
  readonly [field: string]: unknown;
}

async function openRedis(...options: readonly string[]): Promise<string> {
  return (await ownRedis({ options })).url;
}

function withOption(url: string, option: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${option}`;
}
