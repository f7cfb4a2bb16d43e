import { afterEach, beforeEach, expect, test } from 'vitest';

import { agree, choice, fields, openDesk, record, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
  for (const who of people) await register(desk, who, 'kk-1');
});
afterEach(() => desk.close());

const people = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
const asked = async (who: string): Promise<readonly string[]> =>
  (await desk.pushes(who)).filter(({ source }) => source === 'tindak_lanjut').map(({ id }) => id);
const answer = (who: string, dipakai: string, more = {}) =>
  desk.deed(who, 'simpan_tindak_lanjut', { pelatihan: record('kk-1'), dipakai: choice(dipakai), ...more });

/** The demonstration's batch has its last class on 5 December: 90 days later is 5 March, 180 days later 3 June. */
const [third, sixth] = [at('2027-03-05T10:00'), at('2027-06-03T10:00')];

test('those who agreed to news are asked after three months and after six, each once', async () => {
  await agree(desk, 'w1', 'kabar');
  desk.now = third - 1;
  await desk.sweep();
  expect(await asked('w1')).toEqual([]);
  desk.now = third;
  await desk.sweep();
  await desk.sweep();
  expect([await asked('w1'), await asked('w2')]).toEqual([['tindak_lanjut.kk-1.3.w1'], []]);
  const [row] = await desk.pushes('w1');
  expect(row).toMatchObject({ start: { flow: 'alumni' }, purpose: 'kabar', yields: true });
  expect(row?.content?.text).toContain('Sudah 3 bulan sejak Bapak/Ibu mengikuti Konten Kreator');
  desk.now = sixth;
  await desk.sweep();
  expect(await asked('w1')).toEqual(['tindak_lanjut.kk-1.6.w1', 'tindak_lanjut.kk-1.3.w1']);
});

test('where attendance was noted, who never came is not asked', async () => {
  await agree(desk, 'w1', 'kabar');
  await agree(desk, 'w2', 'kabar');
  desk.now = at('2026-12-04T10:00');
  await desk.deed('petugas1', 'catat_kehadiran', { pertemuan: record('kk-1/m1'), peserta: record('kk.w2') });
  desk.now = third;
  await desk.sweep();
  expect([await asked('w1'), await asked('w2')]).toEqual([[], ['tindak_lanjut.kk-1.3.w2']]);
});

test('a service that was down for a week asks nobody, and the batch is not looked at any more', async () => {
  await agree(desk, 'w1', 'kabar');
  desk.now = sixth + 8 * 86_400_000;
  await desk.sweep();
  expect(await asked('w1')).toEqual([]);
  expect(await desk.office.batches.due(desk.now, 10)).not.toContain('kk-1');
});

test('is kept without a name, one of a person and question, shown from five on, and deleted with their data', async () => {
  expect((await answer('w1', 'sering')).result).toBe('ditutup');
  desk.now = third;
  for (const who of people.slice(0, 4)) expect((await answer(who, 'sering')).result).toBe('tersimpan');
  expect(await desk.rows('petugas1', 'rekap_alumni')).toEqual([]);
  await answer('w5', 'sering', { hasil: [choice('usaha')] });
  await answer('w5', 'belum', { hasil: [choice('usaha')], lanjutan: 'foto produk' });
  expect((await answer('w9', 'sering')).result).toBe('ditutup');
  const wishes = async () => (await desk.rows('petugas1', 'usulan_alumni')).map((one) => fields(one)['isi']);
  expect(await wishes()).toEqual(['foto produk']);
  await expect(desk.rows('w1', 'usulan_alumni')).rejects.toThrow('melihat_rekap');
  const [row] = await desk.rows('petugas1', 'rekap_alumni');
  expect(fields(row)).toMatchObject({ bulan: 3, jumlah: 5, memakai: 4, berhasil: 1 });
  const kept = await desk.office.followUps.find('batch', 'kk-1', { after: '', limit: 10 });
  expect(JSON.stringify(kept)).not.toMatch(/w[1-6]|Siti/u);
  await desk.deed('w5', 'hapus_data_saya');
  expect(await desk.office.followUps.find('batch', 'kk-1', { after: '', limit: 10 })).toHaveLength(4);
  expect(await wishes()).toEqual([]);
  desk.now = third + 31 * 86_400_000;
  expect((await answer('w1', 'sering')).result).toBe('ditutup');
});
