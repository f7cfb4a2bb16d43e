import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createPeer } from '../peers/telegram/peer.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';

const temporaryFolder = useFolders();

/** Starts the service on a fresh folder with something wrong, and waits for its end. */
function startWrong(env: Readonly<Record<string, string>>, dotEnv?: string) {
  const cwd = temporaryFolder();
  if (dotEnv !== undefined) writeFileSync(join(cwd, '.env'), dotEnv);
  return startGelombang({ args: ['serve'], cwd, env: { DATA_DIR: join(cwd, 'data'), ...env } }).ended;
}

describe('a start with something wrong stops with a sentence that says what to do', () => {
  it.each([
    ['a setting that is no port', { PORT: 'tiga ribu' }, /PORT harus angka 0 sampai 65535/u],
    ['a key that is none', { GELOMBANG_KEY: 'rahasia' }, /GELOMBANG_KEY harus 32 bita/u],
    ['a token that is none', { TELEGRAM_BOT_TOKEN: 'halo' }, /TELEGRAM_BOT_TOKEN tidak berbentuk token/u],
    [
      'a webhook without its bot',
      { TELEGRAM_WEBHOOK_URL: 'https://contoh.go.id/tg' },
      /TELEGRAM_BOT_TOKEN harus diisi/u,
    ],
    ['a database without its queue', { MONGODB_URL: 'mongodb://localhost' }, /REDIS_URL harus diisi juga/u],
    ['a folder that cannot be', { DATA_DIR: `${import.meta.filename}/data` }, /Folder \S+ tidak dapat dibuka/u],
    ['an address that is not here', { HOST: '192.0.2.1' }, /Alamat 192\.0\.2\.1 tidak ada di komputer ini/u],
    ['a folder of flows that is not there', { FLOWS_DIR: '/tidak/ada' }, /\/tidak\/ada tidak ada/u],
  ])('%s', async (_name, env, sentence) => {
    const { code, printed } = await startWrong(env);
    expect(printed).toMatch(sentence);
    expect(printed).not.toMatch(/\n\s+at |rahasia|halo/u);
    expect(code).toBe(1);
  });

  it.each([
    ['PORT 3000\n', /Berkas \.env baris 1 tidak terbaca/u],
    ['# catatan\nPROT=3000\n', /PROT, yang tidak dikenal\. Maksudnya PORT\?/u],
    ['HOST="127.0.0.1\n', /Berkas \.env baris 1/u],
  ])('the .env file %j', async (dotEnv, sentence) => {
    const { code, printed } = await startWrong({}, dotEnv);
    expect(printed).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('a port that another program has', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, printed } = await startWrong({ PORT: String(port) });
    expect(printed).toContain(`Port ${port} sedang dipakai program lain`);
    expect(code).toBe(1);
  });

  it('a broken flow, with its line, the reason and the cure', async () => {
    const folder = temporaryFolder();
    for (const name of readdirSync('flows')) copyFileSync(join('flows', name), join(folder, name));
    writeFileSync(join(folder, 'rusak.yaml'), 'alur: rusak\njudul: Rusak\nlangkah:\n  - kirim: Laporan #12 diterima\n');
    const { code, printed } = await startWrong({ FLOWS_DIR: folder });
    expect(printed).toMatch(/rusak\.yaml:4 .*Laporan.*#/u);
    expect(code).toBe(1);
  });

  it('a folder without the flows that the service itself begins', async () => {
    const { code, printed } = await startWrong({ FLOWS_DIR: temporaryFolder() });
    expect(printed).toMatch(/Alur sambutan harus ada/u);
    expect(code).toBe(1);
  });

  it('a key that is not the one of the data', async () => {
    const folder = temporaryFolder();
    const first = startGelombang({ args: ['doctor'], env: { DATA_DIR: folder, GELOMBANG_KEY: 'a1'.repeat(32) } });
    expect((await first.ended).code).toBe(0);
    const { code, printed } = await startWrong({ DATA_DIR: folder, GELOMBANG_KEY: 'b2'.repeat(32) });
    expect(printed).toMatch(/GELOMBANG_KEY bukan kunci yang menyegel data ini/u);
    expect(code).toBe(1);
  });
});

describe('two services on one folder', () => {
  it('the second one stops and names the first, which goes on', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const first = startGelombang({ args: ['serve'], env: { DATA_DIR: folder } });
    const address = await first.says(/http:\/\/127\.0\.0\.1:\d+/u);
    const { code, printed } = await startWrong({ DATA_DIR: folder });
    expect(printed).toMatch(/sedang dipakai proses lain \(nomor \d+\)/u);
    expect(code).toBe(1);
    expect((await fetch(`${address}/health`)).status).toBe(200);

    const listed = await startGelombang({ args: ['user', 'list'], env: { DATA_DIR: folder } }).ended;
    expect(listed.printed).toContain('petugas1');
    first.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });
});

describe('a token that Telegram refuses', () => {
  it('leaves the service running; it, its health and the doctor beside it say so', async () => {
    const peer = await createPeer();
    onTestFinished(() => peer.close());
    const env = { DATA_DIR: temporaryFolder(), TELEGRAM_API_ROOT: peer.root, TELEGRAM_BOT_TOKEN: '777000:salah' };
    const service = startGelombang({ args: ['serve'], env });
    const address = await service.says(/http:\/\/127\.0\.0\.1:\d+/u);
    const health = await fetch(`${address}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ parts: { telegram: { ok: false, note: 'token_refused' } } });
    await service.says(/Telegram: belum tersambung.*token_refused/u);
    const { code, printed } = await startGelombang({ args: ['doctor'], env }).ended;
    expect(printed).toMatch(/dipakai layanan yang sedang berjalan\n[^]*! Telegram: token_refused/u);
    expect(code).toBe(0);
  });
});

describe('a start without --empty where an office imported its own regency', () => {
  it('adds nothing of the demo, whose officers anybody on this machine may be', async () => {
    const env = { DATA_DIR: temporaryFolder() };
    expect((await startGelombang({ args: ['import', 'docs/daerah.contoh.yaml'], env }).ended).code).toBe(0);
    const service = startGelombang({ args: ['serve'], env });
    await service.says(/Gelombang berjalan/u);
    const { printed } = await startGelombang({ args: ['user', 'remove', 'petugas1'], env }).ended;
    expect(printed).toContain('Petugas petugas1 tidak ada');
  });
});
