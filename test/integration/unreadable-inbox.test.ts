import { expect, test } from 'vitest';

import { alter, openDemo } from './open-demo.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

/** The disk alters what waits with these words' place among the rows. */
function damage(dataDir: string, externalId: string): void {
  const sql = `update inbox set body = zeroblob(length(body)) where id like '%.' || ? and state = 'new'`;
  alter(dataDir, sql, externalId);
}

test('a message that cannot be read is set aside and told of, and what its person says next goes on', async () => {
  const dataDir = newFolder();
  const before = await openDemo(dataDir);
  await before.service.start();
  await before.service.simulator.say('warga1', { text: 'daftar' }, '1');
  await before.service.settle();
  await before.service.stop();
  const between = await openDemo(dataDir);
  await between.service.simulator.say('warga1', { text: 'rusak' }, '2');
  await between.service.simulator.say('warga1', { text: '1' }, '3');
  await between.service.stop();
  damage(dataDir, '2');

  const { service, logged, heard } = await openDemo(dataDir);
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
  const before = await openDemo(dataDir);
  await before.service.simulator.say('warga1', { text: 'rusak' }, '1');
  await before.service.simulator.say('warga1', { text: 'daftar' }, '2');
  await before.service.stop();
  damage(dataDir, '1');

  const { service, heard } = await openDemo(dataDir);
  await service.start();
  await service.settle();
  expect(heard()).toHaveLength(1);
  expect(heard()[0]).toContain('Pelatihan mana');
  expect((await service.health()).parts['aside']).toEqual({ ok: false, note: '1' });
  await service.stop();
});
