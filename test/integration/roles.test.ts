import { afterEach, expect, test } from 'vitest';

import type { Channel } from '../../src/domain/channel.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { freePort } from '../servers/free-port.ts';
import { describeOn, useOwnRedis } from '../servers/use-servers.ts';
import { ask, openService } from './open-page.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

const folder = useFolders();
const newServers = useServers();
const ownRedis = useOwnRedis();
const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

/** Telegram, and the settings by which the service finds it. */
async function openTelegram() {
  const peer = await createPeer();
  peers.push(peer);
  return { peer, settings: { TELEGRAM_BOT_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.root } };
}

function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perChatMs: 0 } };
}

async function partsOf(port: number): Promise<readonly string[]> {
  const { status, body } = await ask(port, '/health');
  expect(status).toBe(200);
  return Object.keys((JSON.parse(body) as { parts: object }).parts);
}

describeOn('mongo', 'redis')('a service in parts', () => {
  test('its web process takes in, its worker answers, and behind each door is what belongs there', async () => {
    const { settings } = await newServers();
    const { peer, settings: telegram } = await openTelegram();
    const port = await freePort();
    const path = '/telegram/jalan-rahasia';
    const shared = {
      ...settings,
      ...telegram,
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}${path}`,
      SIMULATOR: 'on',
    };

    const worker = await openService(folder(), shared, { role: 'worker', withChannel: unpaced });
    expect(peer.requests('setWebhook')).toEqual([]);
    const web = await openService(folder(), { ...shared, PORT: String(port) }, { role: 'web', demo: false });
    expect(peer.requests('setWebhook')).toHaveLength(1);

    peer.person(7).says('daftar');
    await peer.until(() => peer.person(7).sees().length > 0);
    await worker.service.settle();
    expect(peer.person(7).sees()[0]?.text).toContain('Pelatihan mana');

    expect(await partsOf(web.port)).toEqual(['store', 'queue', 'tenant', 'aside', 'documents', 'telegram']);
    expect(await partsOf(worker.port)).toEqual([
      'store',
      'queue',
      'lanes',
      'sweep',
      'sending',
      'tenant',
      'aside',
      'documents',
      'telegram',
    ]);
    for (const { port: door } of [web, worker]) expect((await ask(door, '/coba')).status).toBe(404);
    expect((await ask(worker.port, path, { body: '{}' })).status).toBe(404);
    expect((await ask(web.port, path, { body: '{}' })).status).toBe(403);
  });

  test('what came in while nobody worked is answered by the first worker that comes', async () => {
    const { settings } = await newServers();
    const { peer, settings: telegram } = await openTelegram();
    const port = await freePort();
    const shared = { ...settings, ...telegram, TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/uji` };
    const web = await openService(folder(), { ...shared, PORT: String(port) }, { role: 'web', demo: false });
    peer.person(7).says('halo');
    await peer.until(() => peer.pending() === 0);
    await web.service.settle();
    expect(peer.person(7).sees()).toEqual([]);
    await openService(folder(), shared, { role: 'worker', demo: false, withChannel: unpaced });
    await peer.until(() => peer.person(7).sees().length > 0);
  });

  test('without Redis people are still taken in, health says why nobody answers, and afterwards they are answered', async () => {
    const { settings, database } = await newServers();
    const { peer, settings: telegram } = await openTelegram();
    const redis = await ownRedis();
    const port = await freePort();
    const webhook = `http://127.0.0.1:${port}/telegram/uji`;
    const shared = { ...settings, ...telegram, REDIS_URL: redis.url, TELEGRAM_WEBHOOK_URL: webhook };
    await openService(folder(), { ...shared, PORT: String(port) }, { role: 'web', demo: false });
    const worker = await openService(folder(), shared, { role: 'worker', demo: false, withChannel: unpaced });

    await redis.stop();
    peer.person(7).says('halo');
    await peer.until(() => peer.pending() === 0);
    const { status, body } = await ask(port, '/health');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({
      ok: false,
      parts: { store: { ok: true }, queue: { ok: false, note: 'queue_away' } },
    });

    await ownRedis({ port: Number(new URL(redis.url).port) });
    await database.age(10_000);
    while (peer.person(7).sees().length === 0) await worker.service.sweep();
    // Its own process hears of it within seconds, also when nobody writes.
    await expect.poll(async () => (await ask(port, '/health')).status, { timeout: 30_000 }).toBe(200);
  }, 60_000);

  test('one worker asks Telegram for news; when it is killed, another does after the lease', async () => {
    const { settings, database } = await newServers();
    const { peer, settings: telegram } = await openTelegram();
    const start = () => startGelombang({ args: ['serve', '--role', 'worker'], env: { ...settings, ...telegram } });
    const first = start();
    await first.says(/Gelombang berjalan dengan peran worker/u);
    const second = start();
    await second.says(/Gelombang berjalan dengan peran worker/u);
    expect(peer.requests('deleteWebhook')).toHaveLength(1);
    peer.person(7).says('halo');
    await peer.until(() => peer.person(7).sees().length > 0);

    first.kill('SIGKILL');
    await first.ended;
    await database.age(30_000);
    const answered = peer.person(7).sees().length;
    peer.person(7).says('menu');
    await peer.until(() => peer.person(7).sees().length > answered);
    expect(peer.requests('deleteWebhook')).toHaveLength(2);

    second.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    // Nobody said --empty, but only the whole service begins with the demonstration.
    expect(await database.db.collection('document.programmes').countDocuments()).toBe(0);
  }, 90_000);

  test('a regency that is imported while it runs is told by health until it is started again', async () => {
    const { settings } = await newServers();
    const { port } = await openService(folder(), settings, { demo: false });
    const args = ['import', 'docs/daerah.contoh.yaml'];
    expect((await startGelombang({ args, env: settings }).ended).code).toBe(0);
    const { status, body } = await ask(port, '/health');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ ok: true, parts: { tenant: { ok: false, note: 'start_again' } } });
  });
});

test.each([
  [['--role', 'web'], /Peran web memerlukan MONGODB_URL dan REDIS_URL/u],
  [['--role', 'pekerja'], /Peran pekerja tidak dikenal\. Pilih all, web, atau worker\./u],
])('one process on a data folder is always all: serve %j', async (args, sentence) => {
  const { code, printed } = await startGelombang({ args: ['serve', ...args], env: { DATA_DIR: folder() } }).ended;
  expect(printed).toMatch(sentence);
  expect(code).toBe(2);
});
