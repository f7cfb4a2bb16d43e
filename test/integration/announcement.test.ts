import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createHeldSources, createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import type { Outcome } from '../../src/domain/operation.ts';
import type { Fields, Value } from '../../src/engine/value.ts';
import { agree, choice, date, fields, openDesk, record, register, textIn, time } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const draft: Fields = { sasaran: choice('semua'), isi: 'Halo [nama], kelas dibuka.', kapan: choice('segera') };

async function people(count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) await agree(desk, `w${index}`, 'kabar');
}

async function submit(more: Fields = {}): Promise<Value> {
  await desk.deed('petugas1', 'ajukan_pengumuman', { ...draft, ...more });
  const [waiting] = await desk.rows('petugas2', 'pengumuman_menunggu');
  return waiting ?? null;
}

const decide = (who: string, pengumuman: Value, keputusan = 'setuju'): Promise<Outcome> =>
  desk.deed(who, 'putuskan_pengumuman', { pengumuman, keputusan: choice(keputusan), catatan: 'Tambahkan jamnya' });
const idOf = (value: Value): string => textIn(value, 'kode');

describe('who is meant', () => {
  test('only who agreed to news, did not stop, and lives or wants what was asked for', async () => {
    await people(3);
    await register(desk, 'w1', 'kk-1');
    await desk.deed('w2', 'henti');
    await desk.deed('w3', 'berlangganan_tema', { tema: [choice('desain')] });
    await register(desk, 'tanpa_kabar', 'kk-1');
    const count = async (args: Fields): Promise<Outcome> => desk.look('petugas1', 'hitung_sasaran', args);
    expect(await count({ sasaran: choice('semua') })).toMatchObject({ values: { orang: 2, tidak_terjangkau: 1 } });
    expect(await count({ sasaran: choice('tema'), tema: record('desain') })).toMatchObject({ values: { orang: 1 } });
    expect(await count({ sasaran: choice('tema'), tema: record('konten') })).toMatchObject({ result: 'kosong' });
    const kecamatan = record('19.03.01', 'Toboali');
    expect(await count({ sasaran: choice('kecamatan'), kecamatan })).toMatchObject({ values: { orang: 1 } });
    expect(await count({ sasaran: choice('gelombang'), gelombang: record('kk-1') })).toMatchObject({
      values: { orang: 2, telegram: 2 },
    });
  });
});

describe('the words', () => {
  test.each([
    ['may leave', 'Kelas besok pindah ke aula.', 'baik'],
    ['with a phone number may not', 'Hubungi 0812 3456 7890 ya', 'memuat_data_pribadi'],
    ['with their signature fit no channel', 'x'.repeat(4090), 'terlalu_panjang'],
  ])('%s', async (_name, isi, result) => {
    expect((await desk.look('petugas1', 'isi_pengumuman', { isi, sasaran: choice('semua') })).result).toBe(result);
  });

  test('can be tried on oneself, at any hour', async () => {
    desk.now = Date.parse('2026-12-01T22:00+07:00');
    const pengumuman = await submit({ isi: 'Halo [nama]', gambar: 'media:abc' });
    await desk.deed('petugas1', 'kirim_contoh_pengumuman', { pengumuman });
    expect((await desk.pushes('petugas1'))[0]).toMatchObject({ due: desk.now, pauseAt: null });
    expect((await desk.pushes('petugas1'))[0]?.content?.text).toContain('Halo Bapak/Ibu Dewi');
    expect((await desk.pushes('petugas1'))[0]?.content?.image).toBe('media:abc');
  });
});

describe('from a draft to the last message', () => {
  beforeEach(() => people(3));

  test('a second officer is asked and approves; each person gets one, with their name and how to stop', async () => {
    const waiting = await submit();
    expect(fields(waiting)).toMatchObject({ nomor: 'PG-0001', pembuat: 'Dewi', orang: 3 });
    expect((await desk.pushes('petugas2'))[0]?.content?.text).toContain('/SETUJUI');
    expect(await desk.rows('petugas1', 'pengumuman_menunggu')).toEqual([]);
    expect((await decide('petugas1', waiting)).result).toBe('milik_sendiri');
    const approved = await decide('petugas2', waiting);
    expect(approved).toMatchObject({ result: 'disetujui', values: { mulai: { at: desk.now } } });
    await desk.sweep();
    await desk.sweep();
    const [row, ...others] = await desk.pushes('w1');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ class: 'announcement', source: idOf(waiting), purpose: 'kabar', yields: true });
    expect(row?.content?.text).toContain('Ketik STOP');
    expect(row === undefined ? null : await createLookBeforeSend(desk.office)(row)).toEqual({ type: 'go' });
    expect(await desk.look('petugas1', 'kemajuan_pengumuman', { pengumuman: waiting })).toMatchObject({
      result: 'berjalan',
      values: { orang: 3, terkirim: 0 },
    });
  });

  test('a double click is one announcement, and the same deed again is the same', async () => {
    const once = await desk.deed('petugas1', 'ajukan_pengumuman', draft, 'p.1.1');
    expect(once).toEqual({ result: 'menunggu_persetujuan', values: { nomor: 'PG-0001', penyetuju: ['Hasan'] } });
    expect(await desk.deed('petugas1', 'ajukan_pengumuman', draft, 'p.1.1')).toEqual(once);
    expect((await desk.deed('petugas1', 'ajukan_pengumuman', draft, 'p.2.1')).result).toBe('sudah_diajukan');
  });

  test('a no goes back with its note, and cannot become a yes', async () => {
    const waiting = await submit();
    expect((await decide('petugas2', waiting, 'kembalikan')).result).toBe('dikembalikan');
    expect((await desk.pushes('petugas1'))[0]?.content?.text).toContain('Tambahkan jamnya');
    expect(await decide('petugas2', waiting)).toMatchObject({
      result: 'sudah_diputuskan',
      values: { putusan: 'dikembalikan', oleh: 'Hasan' },
    });
  });

  test('approved at night or for later it begins when it may', async () => {
    desk.now = Date.parse('2026-12-01T21:00+07:00');
    expect(await decide('petugas2', await submit())).toMatchObject({
      values: { mulai: { at: Date.parse('2026-12-02T07:00+07:00') } },
    });
    const later = { kapan: choice('dijadwalkan'), tanggal_kirim: date('2026-12-05'), jam_kirim: time('09:30') };
    expect(await decide('petugas2', await submit(later))).toMatchObject({
      values: { mulai: { at: Date.parse('2026-12-05T09:30+07:00') } },
    });
    await desk.sweep();
    expect(await desk.pushes('w1')).toEqual([]);
  });

  test('pause holds every row back, cancel closes them, and the author hears nothing was lost', async () => {
    const waiting = await submit();
    await decide('petugas2', waiting);
    await desk.sweep();
    const control = (tindakan: string): Promise<Outcome> =>
      desk.deed('petugas1', 'kendalikan_pengumuman', { pengumuman: waiting, tindakan: choice(tindakan) });
    const verdict = async () => {
      const [row] = await desk.pushes('w1');
      return row === undefined ? null : createLookBeforeSend(desk.office)(row);
    };
    expect(await control('jeda')).toEqual({ result: 'dijalankan', values: { di_jalan: 0 } });
    expect((await verdict())?.type).toBe('wait');
    expect(await createHeldSources(desk.office)()).toEqual([idOf(waiting)]);
    await control('lanjutkan');
    expect(await verdict()).toEqual({ type: 'go' });
    await control('batalkan');
    expect((await verdict())?.type).toBe('cancelled');
    await desk.sweep();
    expect((await desk.pushes('w1'))[0]?.state).toBe('cancelled');
    expect(await desk.look('petugas1', 'kemajuan_pengumuman', { pengumuman: waiting })).toMatchObject({
      result: 'berakhir',
      values: { terkirim: 0, lainnya: 3 },
    });
    expect((await control('jeda')).result).toBe('sudah_berakhir');
  });

  test('who withdrew consent between two runs of the snapshot is closed and not counted', async () => {
    const waiting = await submit();
    await decide('petugas2', waiting);
    const id = idOf(waiting);
    await desk.sweep();
    await desk.office.announcements.change(id, (doc) => ({
      doc: doc === null ? null : { ...doc, state: 'snapshotting', lookAt: desk.now },
      result: null,
    }));
    await desk.deed('w2', 'tarik_persetujuan', { yang_ditarik: record('kabar') });
    await desk.sweep();
    expect(await desk.office.announcements.read(id)).toMatchObject({ state: 'running', run: 2, total: 2 });
    expect((await desk.pushes('w2'))[0]?.state).toBe('skipped');
    expect(await desk.pushes('w1')).toHaveLength(1);
  });

  test('is done when no row is open, and the author is told', async () => {
    const waiting = await submit();
    await decide('petugas2', waiting);
    await desk.sweep();
    await desk.store.deliveries.closeSource(idOf(waiting), 'failed', 100);
    desk.now += 5000;
    await desk.sweep();
    expect(await desk.office.announcements.read(idOf(waiting))).toMatchObject({ state: 'done', result: { failed: 3 } });
    expect((await desk.pushes('petugas1'))[0]?.content?.text).toContain('3 gagal');
  });
});
