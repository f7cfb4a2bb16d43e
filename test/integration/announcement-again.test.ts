import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createTellDay } from '../../src/app/reminding/tell-day.ts';
import type { Outcome } from '../../src/domain/operation.ts';
import type { Fields, Value } from '../../src/engine/value.ts';
import { agree, choice, fields, openDesk, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const dayMs = 24 * 60 * 60_000;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const draft: Fields = { sasaran: choice('semua'), isi: 'Kelas dibuka.', kapan: choice('segera') };

async function announce(more: Fields = {}): Promise<Value> {
  await desk.deed('petugas1', 'ajukan_pengumuman', { ...draft, ...more });
  const [waiting = null] = await desk.rows('petugas2', 'pengumuman_menunggu');
  await desk.deed('petugas2', 'putuskan_pengumuman', { pengumuman: waiting, keputusan: choice('setuju') });
  await desk.sweep();
  return waiting;
}

/** Every row of the announcement in turn ends as the next of these. */
async function end(announcement: Value, states: readonly ('sent' | 'failed' | 'uncertain')[]): Promise<void> {
  const { deliveries } = desk.store;
  const rows = await deliveries.claim('simulator', 'bulk', { limit: 100, leaseMs: 1000, except: [] });
  const own = rows.filter(({ source }) => source === textIn(announcement, 'kode'));
  for (const [index, { id, attempt, generation }] of own.entries()) {
    const mark = await deliveries.mark(id, { attempt, generation, flight: 1, marginMs: 0 });
    if (mark.type !== 'marked') throw new Error(mark.type);
    const type = states[index] ?? 'sent';
    const outcome = {
      sent: { type: 'sent', platformId: null },
      failed: { type: 'failed', code: 'refused' },
      uncertain: { type: 'uncertain', code: 'timeout', final: true },
    } as const;
    await deliveries.settle(id, mark.attempt, outcome[type]);
  }
  desk.now += 5000;
  await desk.sweep();
}

const save = (nama: string, kalimat: string): Promise<Outcome> =>
  desk.deed('petugas1', 'simpan_sasaran', { nama_sasaran: nama, kalimat });

describe('saved audiences', () => {
  test('are kept under a name, counted, renamed and removed, and what was submitted keeps its own', async () => {
    await register(desk, 'w1', 'kk-1');
    await agree(desk, 'w1', 'kabar');
    await agree(desk, 'w2', 'kabar');
    const sentence = 'peserta konten kreator gelombang 1; warga berumur 17-90';
    expect(await save('Kota', sentence)).toEqual({ result: 'tersimpan', values: { nama: 'Kota' } });
    expect((await save('kota', sentence)).result).toBe('tersimpan');
    expect(await save('KOTA', 'semua warga')).toMatchObject({ result: 'nama_terpakai' });
    expect((await save('warga kota', sentence)).result).toBe('nama_keliru');
    expect(await save('Lain', 'peserta krator')).toMatchObject({
      result: 'salah',
      values: { penjelasan: expect.stringContaining('Konten Kreator') as string },
    });
    const [row = null] = await desk.rows('petugas1', 'sasaran_tersimpan');
    const siapa = 'peserta Konten Kreator gelombang 1 ditambah semua warga yang berumur 17 sampai 90';
    expect(fields(row)).toMatchObject({ nama: 'kota', siapa, orang: 1 });
    const waiting = await announce({ sasaran: choice('tersimpan'), sasaran_tersimpan: row });
    const rename = { sasaran_tersimpan: row, nama_sasaran: 'Ibu kota' };
    expect((await desk.deed('petugas1', 'ganti_nama_sasaran', rename, 'x.1.1')).result).toBe('tersimpan');
    expect((await desk.deed('petugas1', 'ganti_nama_sasaran', rename, 'x.1.1')).result).toBe('tersimpan');
    const [renamed = null, ...more] = await desk.rows('petugas1', 'sasaran_tersimpan');
    expect([textIn(renamed, 'nama'), more]).toEqual(['Ibu kota', []]);
    await desk.deed('petugas1', 'hapus_sasaran', { sasaran_tersimpan: renamed });
    expect(await desk.rows('petugas1', 'sasaran_tersimpan')).toEqual([]);
    expect(fields(waiting)).toMatchObject({ sasaran: siapa, orang: 1 });
    expect(await desk.pushes('w1')).toHaveLength(1);
  });

  test('that was removed while somebody wrote to it reaches nobody', async () => {
    await agree(desk, 'w1', 'kabar');
    const gone = { sasaran: choice('tersimpan'), sasaran_tersimpan: choice('bangka-selatan.kota') };
    expect((await desk.look('petugas1', 'hitung_sasaran', gone)).result).toBe('kosong');
    await announce(gone);
    expect(await desk.pushes('w1')).toEqual([]);
  });
});

describe('a sentence', () => {
  test('unites people of a class and residents: one message each, and consent only where it is needed', async () => {
    await register(desk, 'w1', 'kk-1');
    await register(desk, 'w2', 'kk-2');
    await agree(desk, 'w2', 'kabar');
    await agree(desk, 'w3', 'kabar');
    const kalimat = 'peserta Konten Kreator gelombang 1 ditambah warga kecamatan Toboali';
    await announce({ sasaran: choice('kalimat'), kalimat });
    const pushes = await Promise.all(['w1', 'w2', 'w3'].map((who) => desk.pushes(who)));
    const news = pushes.map((rows) => rows.filter(({ class: kind }) => kind === 'announcement'));
    expect(news.map((rows) => rows.map(({ purpose }) => purpose))).toEqual([[null], ['kabar'], []]);
  });
});

describe('the same words', () => {
  test('to the same people within a week are asked about', async () => {
    for (const who of ['w1', 'w2', 'w3']) await agree(desk, who, 'kabar');
    const first = await announce();
    await end(first, ['sent', 'failed', 'uncertain']);
    const ask = (more: Fields = {}) => desk.look('petugas1', 'pengumuman_serupa', { ...draft, ...more });
    expect(await ask({ isi: 'KELAS dibuka!' })).toMatchObject({
      result: 'pernah',
      values: { orang: 2, nomor: 'PG-0001' },
    });
    expect((await ask({ isi: 'Kelas ditutup.' })).result).toBe('belum');
    expect((await ask({ sasaran: choice('kalimat'), kalimat: 'peminat Koding' })).result).toBe('belum');
    desk.now += 7 * dayMs;
    expect((await ask()).result).toBe('belum');
  });
});

const again = (pengumuman: Value, yang: string, id?: string): Promise<Outcome> =>
  desk.deed('petugas1', 'ulangi_pengumuman', { pengumuman, yang: choice(yang) }, id);

describe('once more', () => {
  test('to those that failed and to the uncertain, once each, counted first', async () => {
    for (const who of ['w1', 'w2', 'w3', 'w4']) await agree(desk, who, 'kabar');
    const first = await announce();
    expect((await again(first, 'gagal')).result).toBe('belum_selesai');
    await end(first, ['sent', 'failed', 'uncertain', 'failed']);
    expect(await desk.look('petugas1', 'pengiriman_ulang', { pengumuman: first, yang: choice('gagal') })).toMatchObject(
      {
        result: 'ada',
        values: { orang: 2 },
      },
    );
    expect(await again(first, 'gagal', 'p.9.1')).toMatchObject({
      result: 'dijadwalkan',
      values: { nomor: 'PG-0001/G', orang: 2 },
    });
    expect(await again(first, 'gagal')).toEqual({ result: 'sudah_diulang', values: { nomor: 'PG-0001/G' } });
    await desk.sweep();
    const pushes = await Promise.all(['w1', 'w2', 'w3', 'w4'].map((who) => desk.pushes(who)));
    expect(pushes.map((rows) => rows.length)).toEqual([1, 2, 1, 2]);
    expect((await again(first, 'tidak_pasti')).values).toMatchObject({ orang: 1 });
    await desk.sweep();
    expect(await desk.pushes('w3')).toHaveLength(2);
    const own = await desk.rows('petugas1', 'pengumuman_saya');
    expect(own.map((row) => textIn(row, 'nomor'))).toEqual(['PG-0001/T', 'PG-0001/G', 'PG-0001']);
    expect(textIn(own[1], 'sasaran')).toBe('semua yang bersedia dikabari, hanya yang gagal');
  });

  test('is paused and cancelled like any announcement, and is not repeated itself', async () => {
    await agree(desk, 'w1', 'kabar');
    const first = await announce();
    await end(first, ['failed']);
    await again(first, 'gagal');
    const [step = null] = await desk.rows('petugas1', 'pengumuman_saya');
    await desk.sweep();
    await desk.deed('petugas1', 'kendalikan_pengumuman', { pengumuman: step, tindakan: choice('batalkan') });
    await desk.sweep();
    expect((await desk.pushes('w1')).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'failed']);
    expect((await again(step, 'gagal')).result).toBe('belum_selesai');
  });

  test('nobody is sent to who stopped meanwhile', async () => {
    await agree(desk, 'w1', 'kabar');
    const first = await announce();
    await end(first, ['failed']);
    await desk.deed('w1', 'henti');
    expect(await desk.look('petugas1', 'pengiriman_ulang', { pengumuman: first, yang: choice('gagal') })).toMatchObject(
      {
        result: 'kosong',
      },
    );
    expect((await again(first, 'gagal')).result).toBe('kosong');
  });
});

const morning = async (time: string): Promise<readonly string[]> => {
  desk.now = Date.parse(`2026-12-02T${time}+07:00`);
  await createTellDay(desk.office)();
  const pushes = await Promise.all(['petugas1', 'petugas2'].map((who) => desk.pushes(who)));
  return pushes.flat().flatMap(({ id, content }) => (id.startsWith('day.') ? [content?.text ?? ''] : []));
};

describe('in the morning', () => {
  test('officers hear at eight what waits for them, once, and nothing when nothing does', async () => {
    expect(await morning('08:00')).toEqual([]);
    for (const who of ['w1', 'w2']) await agree(desk, who, 'kabar');
    desk.now = Date.parse('2026-12-02T08:01+07:00');
    const first = await announce();
    await end(first, ['failed', 'uncertain']);
    await desk.deed('w3', 'serahkan', { alasan: 'Warga ingin dibantu petugas.' });
    await desk.deed('petugas1', 'ajukan_pengumuman', { ...draft, isi: 'Kelas ditutup.' });
    expect(await morning('07:59')).toEqual([]);
    expect(await morning('09:00')).toEqual([]);
    await morning('08:30');
    const told = await morning('08:31');
    expect(told).toHaveLength(2);
    const [author = '', other = ''] = told;
    expect(author).toContain('1 warga menunggu jawaban');
    expect(author).toContain('1 gagal, 1 tidak pasti');
    expect(author).not.toContain('persetujuan');
    expect(other).toContain('1 pengumuman menunggu persetujuan');
    expect(other).not.toContain('gagal');
  });
});
