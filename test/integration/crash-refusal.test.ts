import { expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { wire } from '../../src/wire/service.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

test('an answer that the platform wants in a quarter of an hour is left alone until then', async () => {
  let calls = 0;
  let gates = 0;
  const refusing = (channel: Channel): Channel => ({
    ...channel,
    limits: { ...channel.limits, perSecond: Infinity, perChatMs: 0 },
    send: async () => {
      calls += 1;
      return { type: 'retry', scope: 'chat', afterMs: 15 * 60_000, code: 'user_refuses' };
    },
  });
  const service = await wire({
    config: toConfig({ DATA_DIR: newFolder() }),
    log: () => undefined,
    sentences: await loadSentences(),
    demo: true,
    withChannel: refusing,
    withStore: (store) => ({
      ...store,
      addresses: {
        ...store.addresses,
        enter: (id, ask) => {
          gates += 1;
          return gates > 10 ? Promise.reject(new Error('it asks for ever')) : store.addresses.enter(id, ask);
        },
      },
    }),
  });
  await service.start();
  await service.simulator.say('warga1', { text: 'daftar' }, '1');
  await service.settle();
  expect({ calls, gates }).toEqual({ calls: 1, gates: 1 });
  service.moveClock?.(service.clock.now() + 16 * 60_000);
  await service.sweep();
  expect(calls).toBe(2);
  await service.stop();
});
