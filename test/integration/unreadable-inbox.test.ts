import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import { wire } from '../../src/wire/service.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

/** The service on a folder, and what it logs. */
async function open(dataDir: string) {
  const logged: string[] = [];
  const service = await wire({
    config: toConfig({ DATA_DIR: dataDir }),
    log: (event) => void logged.push(event),
    sentences: await loadSentences(),
    demo: true,
  });
  const heard = (): readonly string[] => service.simulator.feed.since(0).flatMap(({ out }) => out?.text ?? []);
  return { service, logged, heard };
}

/** The disk alters what waits with these words' place among the rows. */
function alter(dataDir: string, externalId: string): void {
  const database = new DatabaseSync(join(dataDir, 'gelombang.db'));
  const { changes } = database
    .prepare(`update inbox set body = zeroblob(length(body)) where id like '%.' || ? and state = 'new'`)
    .run(externalId);
  database.close();
  expect(changes).toBe(1);
}

test('a message that cannot be read is set aside and told of, and what its person says next goes on', async () => {
  const dataDir = newFolder();
  const before = await open(dataDir);
  await before.service.start();
  await before.service.simulator.say('warga1', { text: 'daftar' }, '1');
  await before.service.settle();
  await before.service.stop();
  const between = await open(dataDir);
  await between.service.simulator.say('warga1', { text: 'rusak' }, '2');
  await between.service.simulator.say('warga1', { text: '1' }, '3');
  await between.service.stop();
  alter(dataDir, '2');

  const { service, logged, heard } = await open(dataDir);
  await service.start();
  await service.settle();
  expect(heard().map((text) => /gangguan|Bersedia/u.exec(text)?.[0])).toEqual(['gangguan', 'Bersedia']);
  expect(logged).toContain('set aside');
  expect((await service.health()).parts['aside']).toEqual({ ok: false, note: '1' });
  expect((await service.health()).ok).toBe(true);
  await service.stop();
});

test('so it is with the first words of somebody whom nobody knows yet', async () => {
  const dataDir = newFolder();
  const before = await open(dataDir);
  await before.service.simulator.say('warga1', { text: 'rusak' }, '1');
  await before.service.simulator.say('warga1', { text: 'daftar' }, '2');
  await before.service.stop();
  alter(dataDir, '1');

  const { service, heard } = await open(dataDir);
  await service.start();
  await service.settle();
  expect(heard()).toHaveLength(1);
  expect(heard()[0]).toContain('Pelatihan mana');
  expect((await service.health()).parts['aside']).toEqual({ ok: false, note: '1' });
  await service.stop();
});
