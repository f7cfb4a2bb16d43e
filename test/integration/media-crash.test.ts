import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Store } from '../../src/domain/ports/store.ts';
import { phoneJpeg } from '../media/samples.ts';
import { mediaFlows } from './open-media-house.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

/** A store whose commits are lost while `lost` says so: the process died after the file was kept. */
function losing(store: Store, lost: () => boolean): Store {
  const { addresses } = store;
  return { ...store, addresses: { ...addresses, commit: async (...args) => !lost() && addresses.commit(...args) } };
}

test('a file that was kept and whose turn was never committed is the same one at the next try', async () => {
  const folder = newFolder();
  let isLost = false;
  let fetched = 0;
  const { service } = await openService(join(folder, 'data'), mediaFlows(folder), {
    withStore: (store) => losing(store, () => isLost),
    withChannel: (channel) => ({
      ...channel,
      fetchMedia: async (ref, largest, signal) => {
        fetched += 1;
        return channel.fetchMedia?.(ref, largest, signal) ?? { type: 'failed', code: 'none' };
      },
    }),
  });
  const { simulator, office, clock } = service;
  const kept = async (): Promise<number> => (await office.media.startingWith('', 10)).length;
  const say = async (act: object, id: string): Promise<void> => {
    await simulator.say('warga7', act, id);
    await service.settle();
  };
  await say({ text: 'lampu' }, 'media-mati-1');
  isLost = true;
  const photo = simulator.files.put('foto.jpg', phoneJpeg()) ?? '';
  await say({ photo }, 'media-mati-2');
  expect(await kept()).toBe(1);
  isLost = false;
  service.moveClock?.(clock.now() + 60_000);
  await service.sweep();
  const said = simulator.feed.since(0).flatMap(({ out }) => out?.text ?? []);
  expect(said.filter((text) => text.includes('1 foto kami terima'))).toHaveLength(1);
  expect([await kept(), fetched]).toEqual([1, 1]);
});
