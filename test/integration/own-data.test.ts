import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { opened } from '../../src/app/read-all.ts';
import type { Fields } from '../../src/engine/value.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { agree, choice, fields, openDesk, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const refusal = async (who: string) => (await desk.store.addresses.read(`simulator.${who}`))?.refusal;

describe('what is kept of a person', () => {
  test('is shown masked, with its purpose and until when', async () => {
    await register(desk, 'w', 'kk-1');
    const rows = await desk.rows('w', 'data_saya_tersamar');
    expect(rows.map((row) => `${textIn(row, 'sebutan')}: ${textIn(row, 'nilai')}`)).toEqual([
      'Nama: S••• A•••••',
      'Tanggal lahir: ••-••-1975',
      'Jenis kelamin: Perempuan',
      'Kecamatan: Toboali',
      'Desa atau kelurahan: Toboali',
      'Nomor HP: 0812••••0123',
      'Pendaftaran Konten Kreator: PD-0001',
    ]);
    expect(fields(rows[0])).toMatchObject({ keperluan: 'Pendaftaran pelatihan', sampai: { date: '2028-12-01' } });
  });

  test('can be corrected, with a number; nothing changed is said so', async () => {
    await register(desk, 'w', 'kk-1');
    expect((await desk.deed('w', 'perbarui_data', { nama: 'Siti Aminah' })).result).toBe('tidak_berubah');
    const corrected = await desk.deed('w', 'perbarui_data', { email: 'siti@contoh.id' }, 'w.9.1');
    expect(corrected).toEqual({ result: 'tersimpan', values: { nomor: 'PB-0001' } });
    expect(await desk.deed('w', 'perbarui_data', { email: 'siti@contoh.id' }, 'w.9.1')).toEqual(corrected);
    expect((await desk.office.contacts.read('w'))?.profile.email).toBe('siti@contoh.id');
  });

  test('and did not open goes with them, and after a month by itself', async () => {
    const { setAside } = desk.office;
    const one = { address: 'simulator.a', at: desk.now, parts: { session: 'AAAA' } };
    for (const contact of ['a', 'b']) await setAside.create(contact, { ...one, id: contact, contact });
    const left = async () => (await setAside.lookThrough({ after: '', limit: 9 })).map(({ id }) => id);
    await desk.deed('a', 'hapus_data_saya');
    expect(await left()).toEqual(['b']);
    desk.now += 30 * 24 * 60 * 60_000;
    await desk.sweep();
    expect(await left()).toEqual([]);
  });

  test('is really deleted on request, and their seat goes to the queue', async () => {
    for (const who of ['a', 'b', 'c']) await register(desk, who, 'pd-1', { boleh_antre: true });
    await desk.deed('a', 'simpan_survei_minat', survey);
    await desk.deed('a', 'serahkan', { alasan: 'Bertanya', alur: 'menu' });
    expect(await desk.deed('a', 'hapus_data_saya', {}, 'a.9.1')).toEqual({
      result: 'dihapus',
      values: { nomor: 'HP-0001' },
    });
    expect(await desk.deed('a', 'hapus_data_saya', {}, 'a.9.1')).toMatchObject({ values: { nomor: 'HP-0001' } });
    const { contacts, registrations, responses, handovers } = desk.office;
    const page = { after: '', limit: 10 };
    expect(await contacts.read('a')).toBeNull();
    expect(await registrations.find('contact', 'a', page)).toEqual([]);
    expect(await responses.lookThrough(page)).toEqual([]);
    expect(await handovers.lookThrough(page)).toEqual([]);
    expect((await desk.look('a', 'jati_diri')).result).toBe('belum_ada_data');
    await desk.sweep();
    expect((await desk.pushes('c'))[0]?.content?.text).toContain('KONFIRMASI');
    const kept = JSON.stringify([
      await desk.office.requests.lookThrough(page),
      await desk.office.audit.lookThrough({ ...page, limit: 99 }),
    ]);
    expect(kept).not.toMatch(/Siti|0812|1975/u);
  });
});

test('the words of what was sent to a person go with them, and no push leaves after "sudah dihapus"', async () => {
  await register(desk, 'w', 'kk-1');
  const row = newDelivery('p1.w', desk.now, { account: 'simulator', address: 'simulator.w' });
  await desk.store.deliveries.add([row]);
  await desk.deed('w', 'hapus_data_saya');
  expect(await desk.store.deliveries.read('p1.w')).toMatchObject({ state: 'skipped', content: null });
});

describe('consent', () => {
  test('taken back for training ends the registrations and their answers, after saying so', async () => {
    await register(desk, 'w', 'kk-1');
    const yang_ditarik = (await desk.rows('w', 'persetujuan_saya'))[0] ?? null;
    expect(await desk.look('w', 'akibat_tarik', { yang_ditarik })).toMatchObject({ result: 'berat' });
    expect(await desk.deed('w', 'tarik_persetujuan', { yang_ditarik })).toMatchObject({
      result: 'ditarik',
      values: { nomor: 'TP-0001', pada: { at: desk.now } },
    });
    expect(await desk.rows('w', 'pendaftaran_saya')).toEqual([]);
    expect(await desk.rows('w', 'persetujuan_saya')).toEqual([]);
    expect((await register(desk, 'w', 'kk-1')).result).toBe('diterima');
  });

  test('each no to a kind of push reaches the gate of the address, and a yes opens it again', async () => {
    await register(desk, 'w', 'kk-1');
    await agree(desk, 'w', 'pengingat', false);
    expect(await refusal('w')).toEqual({ stopped: false, muted: ['pengingat'] });
    await agree(desk, 'w', 'pengingat');
    expect(await refusal('w')).toEqual({ stopped: false, muted: [] });
    await desk.deed('w', 'atur_pesan', { pesan: [choice('kabar')] });
    expect(await refusal('w')).toEqual({ stopped: false, muted: ['pengingat', 'kiat'] });
    await desk.deed('w', 'henti');
    expect((await refusal('w'))?.stopped).toBe(true);
    await desk.deed('w', 'mulai_lagi');
    expect(await refusal('w')).toEqual({ stopped: false, muted: ['pengingat', 'kiat'] });
  });
});

const survey: Fields = {
  peran: choice('warga', 'Warga'),
  tema: [record('desain', 'Desain grafis'), record('konten', 'Konten kreator')],
  usulan: 'memotret produk',
  hari: [choice('sabtu', 'Sabtu')],
  kecamatan: record('19.03.01', 'Toboali'),
};

describe('the survey of interest', () => {
  test('keeps one anonymous answer set per person, and a later one takes its place', async () => {
    expect((await desk.look('seseorang', 'survei_minat')).result).toBe('belum_diisi');
    expect((await desk.deed('seseorang', 'simpan_survei_minat', survey, 'seseorang.1.1')).result).toBe('tersimpan');
    expect((await desk.deed('seseorang', 'simpan_survei_minat', survey, 'seseorang.1.1')).result).toBe('tersimpan');
    expect(await desk.look('seseorang', 'survei_minat')).toMatchObject({
      values: { diisi_pada: { date: '2026-12-01' } },
    });
    expect((await desk.deed('seseorang', 'simpan_survei_minat', survey)).result).toBe('diganti');
    const [response, ...others] = opened(await desk.office.responses.lookThrough({ after: '', limit: 10 }));
    expect(others).toEqual([]);
    expect(response).toMatchObject({
      tracks: ['desain', 'konten'],
      answers: { usulan: 'memotret produk', hari: ['sabtu'] },
    });
    expect(JSON.stringify(response)).not.toMatch(/simulator|seseorang/u);
    expect(await desk.office.contacts.read('seseorang')).toBeNull();
  });

  test('is counted by kecamatan without showing small groups', async () => {
    for (const who of ['a', 'b', 'c', 'd', 'e']) {
      await desk.deed(who, 'simpan_survei_minat', who === 'a' ? survey : { ...survey, tema: [record('konten')] });
    }
    expect((await desk.rows('petugas1', 'rekap_minat')).map(fields)).toEqual([
      expect.objectContaining({ tema: 'Konten kreator', kecamatan: 'Toboali', jumlah: '5' }),
      expect.objectContaining({ tema: 'Desain grafis', kecamatan: 'Toboali', jumlah: 'kurang dari 5' }),
    ]);
  });

  test('offers its themes in its own order', async () => {
    expect((await desk.rows('w', 'tema_survei')).map(fields)[0]).toMatchObject({
      kode: 'konten',
      nama: 'Konten kreator',
    });
  });
});

test('who waits for a person of the office is written down, and officers are told', async () => {
  await desk.deed('w', 'serahkan', { alasan: 'Warga ingin berbicara.', alur: 'menu' }, 'w.1.1');
  await desk.deed('w', 'serahkan', { alasan: 'Warga ingin berbicara.', alur: 'menu' }, 'w.1.1');
  expect(await desk.office.handovers.find('state', 'waiting', { after: '', limit: 10 })).toHaveLength(1);
  expect((await desk.pushes('petugas1')).map(({ content }) => content?.text)).toEqual([
    expect.stringContaining('Seorang warga'),
  ]);
});
