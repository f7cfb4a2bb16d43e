import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { findAll } from '../../src/app/read-all.ts';
import { reportsPerDay } from '../../src/domain/report.ts';
import { codeOf } from '../../src/engine/value.ts';
import type { Value } from '../../src/engine/value.ts';
import { choice, fields, openDesk, record } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const dayMs = 24 * 3_600_000;

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const gadung = record('19.03.01.1001', 'Gadung');
const lamp = {
  kategori: record('lampu'),
  cerita: 'Lampunya mati dua minggu.',
  tempat: record('Jl. Merdeka'),
  desa: gadung,
};
const make = (who: string, more = {}) => desk.deed(who, 'buat_laporan', { ...lamp, nama_tampil: true, ...more });
const pushes = async (who: string) => (await desk.pushes(who)).filter(({ source }) => source === 'report');
async function codes(): Promise<readonly Value[]> {
  const rows = await desk.rows('petugas1', 'laporan_masuk');
  return rows.map((row) => record(codeOf(row) ?? ''));
}
const handle = async (tindakan: string, more = {}) => {
  const [laporan = null] = await codes();
  return desk.deed('petugas1', 'urus_laporan', {
    laporan,
    tindakan: choice(tindakan),
    catatan: 'Kami periksa.',
    ...more,
  });
};

test('a report has a number, an office and a time to be answered by; the deed again makes no second one', async () => {
  const first = await desk.deed('w1', 'buat_laporan', { ...lamp, nama_tampil: true }, 'simulator.w1.3.1');
  expect(first).toMatchObject({
    result: 'dibuat',
    values: { nomor: 'LP-0001', paling_lambat: { at: desk.now + 3 * dayMs } },
  });
  expect(await desk.deed('w1', 'buat_laporan', lamp, 'simulator.w1.3.1')).toEqual(first);
  expect(await desk.rows('w1', 'laporan_saya')).toHaveLength(1);
  const news = (await desk.pushes('petugas1')).map(({ content }) => content?.text ?? '');
  expect(news.join('')).toContain('Ada laporan baru LP-0001, Lampu jalan');
  expect(news.join('')).not.toContain('mati dua minggu');
});

test('who told of the same is shown kind, village and day, and follows it; what is secret is shown to nobody', async () => {
  await make('w1');
  await make('w1', { kategori: record('judi') });
  const same = await desk.look('w2', 'laporan_serupa', lamp);
  expect(JSON.stringify(same)).toContain('Lampu jalan di Gadung');
  expect(JSON.stringify(same)).not.toMatch(/Merdeka|mati dua/u);
  expect((await desk.look('w1', 'laporan_serupa', lamp)).result).toBe('tidak_ada');
  expect((await desk.look('w2', 'laporan_serupa', { ...lamp, kategori: record('judi') })).result).toBe('tidak_ada');
  const report = (await desk.office.reports.find('contact', 'w1', { after: '', limit: 1 }))[0];
  expect(await make('w2', { ikut: record(report?.id ?? '') })).toMatchObject({
    result: 'digabung',
    values: { jumlah_pelapor: 2 },
  });
  desk.now += 15 * dayMs;
  expect((await desk.look('w3', 'laporan_serupa', lamp)).result).toBe('tidak_ada');
});

test('the officer sees who made it only where they agreed to it, and never of gambling', async () => {
  await make('w1');
  await make('w2', { nama_tampil: false });
  await make('w3', { kategori: record('judi') });
  const seen = (await desk.rows('petugas1', 'laporan_masuk')).map((row) => fields(row)['pelapor']);
  expect(seen).toHaveLength(3);
  expect(seen.filter((name) => name === 'pelapor rahasia')).toHaveLength(2);
  expect(seen).toContain('pelapor tanpa nama');
  await expect(desk.rows('w1', 'laporan_masuk')).rejects.toThrow('menangani_laporan');
});

test('everybody who told of it hears what was done, once; a question goes to its maker alone', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await make('w2', { ikut: laporan });
  expect(await handle('diteruskan', { kepada: 'Dinas Perhubungan' })).toEqual({
    result: 'tercatat',
    values: { orang: 2 },
  });
  const [told] = await pushes('w2');
  expect(told?.content?.text).toBe(
    'Kabar laporan LP-0001, Lampu jalan: diteruskan, ditangani Dinas Perhubungan.\nKami periksa.',
  );
  expect(await handle('ditanya')).toEqual({ result: 'tercatat', values: { orang: 1 } });
  expect(await pushes('w2')).toHaveLength(1);
  expect((await pushes('w1'))[0]).toMatchObject({
    start: { flow: 'laporan_ditanya', args: { pertanyaan: 'Kami periksa.' } },
  });
  expect((await desk.deed('w1', 'jawab_petugas', { laporan, keterangan: 'tiang 14' })).result).toBe('terkirim');
  expect((await desk.deed('w2', 'jawab_petugas', { laporan, keterangan: 'bukan saya' })).result).toBe('sudah_ditutup');
  expect(fields((await desk.rows('petugas1', 'laporan_masuk'))[0])).toMatchObject({
    keterangan: 'tiang 14',
    opd: 'Dinas Perhubungan',
  });
});

test('what is called solved is asked about; it is opened again once, then it goes to those who watch', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  expect((await handle('selesai')).result).toBe('selesai');
  expect((await handle('selesai')).result).toBe('sudah_ditutup');
  expect((await pushes('w1'))[0]).toMatchObject({ start: { flow: 'laporan_selesai' } });
  const again = () => desk.deed('w1', 'buka_kembali_laporan', { laporan, kekurangan: 'masih mati' });
  expect(await again()).toMatchObject({ result: 'dibuka', values: { paling_lambat: { at: desk.now + 3 * dayMs } } });
  await handle('selesai');
  expect(await again()).toEqual({ result: 'ke_pengawas', values: { pengawas: 'Dewi' } });
  await handle('selesai');
  expect((await desk.deed('w1', 'tutup_laporan', { laporan, puas: '5' })).result).toBe('ditutup');
  expect((await again()).result).toBe('terlambat');
  expect(fields((await desk.rows('w1', 'laporan_saya'))[0])['status']).toBe('ditutup');
});

test('officers hear once when most of the time is over and once when all of it is, and nothing after an answer', async () => {
  await make('w1');
  const warned = async () =>
    (await desk.pushes('petugas2')).filter(({ content }) =>
      /LP-0001.*(perlu ditanggapi|lewat batas)/u.test(content?.text ?? ''),
    );
  desk.now += 0.8 * 3 * dayMs - 1;
  await desk.sweep();
  expect(await warned()).toHaveLength(0);
  desk.now += 1;
  await desk.sweep();
  await desk.sweep();
  expect(await warned()).toHaveLength(1);
  await handle('dikerjakan');
  desk.now += 0.2 * 3 * dayMs;
  await desk.sweep();
  expect(await warned()).toHaveLength(1);
  desk.now += 3 * dayMs;
  await desk.sweep();
  expect((await warned())[0]?.content?.text).toContain('sudah lewat batasnya');
});

test('a week after it was called solved nobody is asked any more', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await handle('selesai');
  desk.now += 7 * dayMs;
  await desk.sweep();
  expect((await desk.deed('w1', 'buka_kembali_laporan', { laporan, kekurangan: 'masih mati' })).result).toBe(
    'terlambat',
  );
});

test('more reports than a day has room for wait for tomorrow', async () => {
  for (let made = 0; made < reportsPerDay; made += 1) expect((await make('w1')).result).toBe('dibuat');
  expect(await make('w1')).toEqual({ result: 'terlalu_sering', values: { jumlah: reportsPerDay } });
  desk.now += dayMs;
  expect((await make('w1')).result).toBe('dibuat');
});

test('is gone with the data of its maker, and stays nameless where others follow it', async () => {
  await make('w1');
  await make('w1', { kategori: record('sampah') });
  const followed = (await findAll(desk.office.reports, 'contact', 'w1')).find(({ category }) => category === 'lampu');
  await make('w2', { ikut: record(followed?.id ?? '') });
  const mine = await desk.rows('w1', 'data_saya_tersamar');
  expect(mine.map((row) => fields(row)['sebutan'])).toContain('Laporan LP-0001');
  await desk.deed('w1', 'hapus_data_saya');
  expect(await desk.rows('w1', 'laporan_saya')).toEqual([]);
  expect(JSON.stringify(await desk.rows('petugas1', 'laporan_masuk'))).not.toMatch(/mati dua minggu|Merdeka/u);
  expect(await handle('dikerjakan')).toEqual({ result: 'tercatat', values: { orang: 1 } });
  await desk.deed('w2', 'hapus_data_saya');
  expect(await handle('dikerjakan')).toEqual({ result: 'sudah_ditutup', values: {} });
});

test('a death before anybody was told loses no news: the deed again tells officers, or those who wait, once', async () => {
  const dies = () => vi.spyOn(desk.office.deliveries, 'add').mockRejectedValueOnce(new Error('died'));
  const make1 = () => desk.deed('w1', 'buat_laporan', lamp, 'simulator.w1.3.1');
  dies();
  await expect(make1()).rejects.toThrow('died');
  expect(await desk.pushes('petugas1')).toHaveLength(0);
  for (let times = 0; times < 2; times += 1) expect((await make1()).result).toBe('dibuat');
  expect(await desk.pushes('petugas1')).toHaveLength(1);
  const [laporan = null] = await codes();
  const solve = () => {
    const args = { laporan, tindakan: choice('selesai'), catatan: 'Sudah diganti.' };
    return desk.deed('petugas1', 'urus_laporan', args, 'simulator.petugas1.9.1');
  };
  dies();
  await expect(solve()).rejects.toThrow('died');
  expect(await pushes('w1')).toHaveLength(0);
  for (let times = 0; times < 2; times += 1) {
    expect(await solve()).toEqual({ result: 'selesai', values: { orang: 1 } });
  }
  expect(await pushes('w1')).toHaveLength(1);
});

test('nothing that an officer is shown or sent, and nothing in the audit, leads back to who asked to stay secret', async () => {
  await make('w1', { nama_tampil: false });
  const [laporan = null] = await codes();
  await handle('ditanya');
  await desk.deed('w1', 'jawab_petugas', { laporan, keterangan: 'tiang 14' });
  await handle('selesai');
  await desk.deed('w1', 'buka_kembali_laporan', { laporan, kekurangan: 'masih mati' });
  const list = await desk.rows('petugas1', 'laporan_masuk');
  const audit = await desk.office.audit.find('subject', codeOf(laporan) ?? '', { after: '', limit: 10 });
  expect(audit).toHaveLength(2);
  expect(JSON.stringify([list, await desk.pushes('petugas1'), audit])).not.toMatch(/w1/u);
});

test('who joins what was solved meanwhile has a report of their own', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await handle('selesai');
  expect((await make('w2', { ikut: laporan })).result).toBe('dibuat');
});

test('who follows a report sees it in STATUS and among their data until it is closed, and nobody follows it then', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await make('w2', { ikut: laporan });
  expect(fields((await desk.rows('w2', 'laporan_saya'))[0])['nomor']).toBe('LP-0001');
  const mine = await desk.rows('w2', 'data_saya_tersamar');
  expect(mine.map((row) => fields(row)['sebutan'])).toEqual(['Ikut melapor LP-0001']);
  await handle('selesai');
  await desk.deed('w1', 'tutup_laporan', { laporan });
  expect(await desk.rows('w2', 'laporan_saya')).toEqual([]);
  expect((await desk.office.reports.read(codeOf(laporan) ?? ''))?.followers).toEqual([]);
});

test('of what a maker wrote nothing stays with those who follow, nor what they alone were asked; the result does', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await make('w2', { ikut: laporan });
  await handle('ditanya', { catatan: 'Di depan rumah siapa?' });
  await desk.deed('w1', 'jawab_petugas', { laporan, keterangan: 'rumah Pak RT' });
  await handle('selesai', { catatan: 'Lampu diganti.' });
  await desk.deed('w1', 'buka_kembali_laporan', { laporan, kekurangan: 'yang kedua masih mati' });
  await desk.deed('w1', 'hapus_data_saya');
  const kept = JSON.stringify(await desk.office.reports.read(codeOf(laporan) ?? ''));
  expect(kept).not.toMatch(/w1|rumah|masih mati|mati dua minggu|Merdeka/u);
  expect(kept).toContain('Lampu diganti.');
});

test('an answer to a report that is solved is kept, and sends nobody to a list where it does not stand', async () => {
  await make('w1');
  const [laporan = null] = await codes();
  await handle('selesai');
  const before = await desk.pushes('petugas1');
  expect((await desk.deed('w1', 'jawab_petugas', { laporan, keterangan: 'tiang 14' })).result).toBe('sudah_ditutup');
  expect(await desk.pushes('petugas1')).toHaveLength(before.length);
});

test('where nobody watches over the office, those who handle reports hear that it is unsolved for the second time', async () => {
  for (const { id, rights } of await findAll(desk.office.officers, 'tenant', desk.office.tenant.id)) {
    const others = rights.filter((right) => right !== 'mengawasi_laporan');
    await desk.office.officers.change(id, (doc) => ({ doc: doc && { ...doc, rights: others }, result: null }));
  }
  await make('w1');
  const [laporan = null] = await codes();
  const again = () => desk.deed('w1', 'buka_kembali_laporan', { laporan, kekurangan: 'masih mati' });
  for (const result of ['dibuka', 'ke_pengawas']) {
    await handle('selesai');
    expect((await again()).result).toBe(result);
  }
  const heard = (await desk.pushes('petugas1')).map(({ content }) => content?.text ?? '');
  expect(heard.some((text) => text.includes('untuk kedua kalinya belum teratasi'))).toBe(true);
});
