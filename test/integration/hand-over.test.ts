import { afterEach, beforeEach, expect, test } from 'vitest';

import { openDesk, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const hourMs = 3_600_000;
const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const ask = (who: string) => desk.deed(who, 'serahkan', { alasan: 'Warga ingin dibantu petugas.' });
const told = async () => (await desk.pushes('petugas1')).map(({ content }) => content?.text ?? '');

test('officers hear once of a person who keeps asking, and again the next day', async () => {
  for (let time = 0; time < 3; time += 1) expect((await ask('w')).result).toBe('diteruskan');
  expect(await told()).toHaveLength(1);
  desk.now += 13 * hourMs;
  await ask('w');
  expect(await told()).toHaveLength(2);
});

test('they hear who it is when that is known, and of each person', async () => {
  await register(desk, 'a', 'kk-1');
  await ask('a');
  await ask('b');
  const [second, first] = await told();
  expect(first).toBe('Siti Aminah perlu dibantu. Warga ingin dibantu petugas. Ketik /JAWAB untuk membalasnya.');
  expect(second).toMatch(/^Seorang warga yang belum terdaftar/u);
});
