import { expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { readKey } from '../../src/store/key-file.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { wire } from '../../src/wire/service.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

/** A platform that takes nothing just now. */
function busy(channel: Channel): Channel {
  return { ...channel, send: async () => ({ type: 'retry', scope: 'chat', afterMs: 50, code: 'busy' }) };
}

/** The service on a folder, and the store behind it. */
async function open(dataDir: string, withChannel: (channel: Channel) => Channel = (channel) => channel) {
  const stores: Store[] = [];
  const service = await wire({
    config: toConfig({ DATA_DIR: dataDir }),
    log: () => undefined,
    sentences: await loadSentences(),
    demo: true,
    withChannel,
    withStore: (store) => {
      stores.push(store);
      return store;
    },
  });
  const heard = (): number => service.simulator.feed.since(0).filter(({ out }) => out !== undefined).length;
  return { service, store: stores[0] as Store, heard };
}

test('whoever was asked when the holder died is heard when they answer', async () => {
  const dataDir = newFolder();
  const before = await open(dataDir);
  await before.service.start();
  await before.service.simulator.say('warga1', { text: 'daftar' }, '1');
  await before.service.settle();
  // Dies with the question sent and nothing else to do; only the hold is left behind.
  await before.store.addresses.take(addressOf(before.store.fingerprint, 'simulator', 'warga1'), 'the dead');
  await before.service.stop();

  const { service, heard } = await open(dataDir);
  await service.start();
  await service.settle();
  await service.simulator.say('warga1', { text: '1' }, '2');
  await service.settle();
  expect(heard()).toBe(1);
  await service.stop();
});

test('an answer that the dead had claimed goes out at once', async () => {
  const dataDir = newFolder();
  const before = await open(dataDir, busy);
  await before.service.start();
  await before.service.simulator.say('warga1', { text: 'daftar' }, '1');
  await before.service.settle();
  await before.service.stop();
  const dead = openSqlite({ dataDir, key: readKey(dataDir, undefined), clock: { now: () => Date.now() + 50 } });
  const claimed = await dead.deliveries.claim('simulator', 'reply', { limit: 10, leaseMs: 0, except: [] });
  await dead.close();
  expect(claimed).toHaveLength(1);

  const { service, heard } = await open(dataDir);
  await service.start();
  await service.settle();
  expect(heard()).toBe(1);
  await service.stop();
});
