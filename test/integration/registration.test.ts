import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { agree, applicant, choice, date, fields, openDesk, record, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const hourMs = 3_600_000;
const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

describe('registering', () => {
  test('sixty people at once for fifty seats: fifty sit, ten wait, every number is another', async () => {
    const people = Array.from({ length: 60 }, (_, index) => `warga${index + 1}`);
    const outcomes = await Promise.all(people.map((who) => register(desk, who, 'kk-1', { boleh_antre: true })));
    expect(outcomes.filter(({ result }) => result === 'diterima')).toHaveLength(50);
    expect(outcomes.filter(({ result }) => result === 'antre')).toHaveLength(10);
    expect(new Set(outcomes.map(({ values }) => values['nomor'])).size).toBe(60);
    const [first] = await desk.rows('warga1', 'pelatihan_dibuka');
    expect(fields(first)).toMatchObject({ kode: 'kk-1', sisa: 0, antrean: 10, keadaan: 'penuh, 10 antre' });
  });

  test('the same deed again has the same outcome and takes no second seat', async () => {
    const once = await register(desk, 'warga1', 'pd-1', {}, 'x.1.1');
    expect(once).toEqual({ result: 'diterima', values: { nomor: 'PD-0001' } });
    expect(await register(desk, 'warga1', 'pd-1', {}, 'x.1.1')).toEqual(once);
    expect((await desk.office.batches.read('pd-1'))?.entries).toHaveLength(1);
    await desk.office.batches.change('pd-1', (doc) => ({ doc: doc && { ...doc, state: 'closed' }, result: null }));
    expect(await register(desk, 'warga1', 'pd-1', {}, 'x.1.1')).toEqual(once);
  });

  test('somebody who is in hears their number, and may come back after leaving', async () => {
    await register(desk, 'warga1', 'kk-1');
    expect(await register(desk, 'warga1', 'kk-2')).toEqual({ result: 'sudah', values: { nomor: 'PD-0001' } });
    expect(await desk.look('warga1', 'sudah_terdaftar', { pelatihan: record('kk-2') })).toEqual({
      result: 'sudah',
      values: { nomor: 'PD-0001', status: 'diterima' },
    });
    const [own] = await desk.rows('warga1', 'pendaftaran_berjalan');
    expect(await desk.deed('warga1', 'mundur', { pendaftaran: own ?? null })).toMatchObject({ result: 'tercatat' });
    expect(await desk.look('warga1', 'sudah_terdaftar', { pelatihan: record('kk-2') })).toMatchObject({
      result: 'belum',
    });
    expect((await register(desk, 'warga1', 'kk-2')).result).toBe('diterima');
  });

  test('without a yes to the queue nothing is lost, and the draft waits for one', async () => {
    for (const who of ['a', 'b']) await register(desk, who, 'pd-1');
    const full = await register(desk, 'c', 'pd-1');
    expect(full).toEqual({ result: 'penuh', values: { draf: 'pd.c', antrean: 0 } });
    expect(await desk.rows('c', 'pendaftaran_saya')).toEqual([]);
    expect(await desk.deed('lain', 'masuk_antrean', { draf: 'pd.c' })).toMatchObject({ result: 'ditutup' });
    const queued = await desk.deed('c', 'masuk_antrean', { draf: 'pd.c' }, 'c.9.1');
    expect(queued).toMatchObject({ result: 'antre', values: { nomor: 'PD-0003', urutan: 1 } });
    expect(await desk.deed('c', 'masuk_antrean', { draf: 'pd.c' }, 'c.9.1')).toEqual(queued);
  });

  test('who was told that it is full is not seated by a process that stood still over it', async () => {
    for (const who of ['a', 'b']) await register(desk, who, 'pd-1');
    const full = await register(desk, 'c', 'pd-1', {}, 'c.7.1');
    expect(full.result).toBe('penuh');
    await desk.deed('a', 'mundur', { pendaftaran: record('pd.a') });
    expect(await register(desk, 'c', 'pd-1', {}, 'c.7.1')).toEqual(full);
    expect(await desk.office.registrations.read('pd.c')).toMatchObject({ state: 'draft', n: null });
    const seated = (await desk.office.batches.read('pd-1'))?.entries.filter(({ state }) => state === 'seat');
    expect(seated?.map(({ contact }) => contact)).toEqual(['b']);
    expect((await desk.deed('c', 'masuk_antrean', { draf: 'pd.c' })).result).toBe('diterima');
  });

  test('the answers of a draft that nobody came back to are forgotten after seven days', async () => {
    for (const who of ['a', 'b', 'c']) await register(desk, who, 'pd-1');
    desk.now += 7 * 24 * hourMs - 1;
    await desk.sweep();
    expect((await desk.office.registrations.read('pd.c'))?.answers).toHaveProperty('name');
    desk.now += 1;
    await desk.sweep();
    expect(await desk.office.registrations.read('pd.c')).toMatchObject({ state: 'left', answers: {} });
    expect((await desk.office.registrations.read('pd.a'))?.answers).toHaveProperty('name');
  });

  test.each([
    ['too young on the first day', { tanggal_lahir: date('2008-12-05') }, 'usianya belum mencapai 18 tahun'],
    ['from elsewhere', { kecamatan: record('19.71.01', 'Bukit Intan') }, 'pelatihan ini untuk warga Bangka Selatan'],
    ['a class that is not there', { pelatihan: record('tidak-ada') }, 'pendaftarannya sudah ditutup'],
  ])('%s: no seat, and the reason in words', async (_name, more, alasan) => {
    expect(await register(desk, 'w', 'kk-1', more)).toEqual({ result: 'tidak_memenuhi', values: { alasan } });
  });

  test('eighteen on the first day is old enough', async () => {
    expect((await register(desk, 'w', 'kk-1', { tanggal_lahir: date('2008-12-04') })).result).toBe('diterima');
  });

  test('nobody without consent, and nobody after the first class began', async () => {
    expect((await desk.deed('w', 'daftarkan', applicant('kk-1'))).result).toBe('tidak_memenuhi');
    desk.now = Date.parse('2026-12-04T09:00:00+07:00');
    expect((await register(desk, 'w', 'kk-1')).result).toBe('tidak_memenuhi');
    expect(await desk.rows('w', 'pelatihan_dibuka')).toHaveLength(2);
  });

  test('what was answered is known the next time, special needs only where they were asked', async () => {
    await register(desk, 'w', 'kk-1', { bantuan_khusus: 'kursi roda' });
    const contact = await desk.office.contacts.read('w');
    expect(contact?.profile).toMatchObject({ name: 'Siti Aminah', birth: '1975-08-17', phone: '+6281200000123' });
    expect(contact?.profile).not.toHaveProperty('needs');
    expect((await desk.office.registrations.read('kk.w'))?.answers.needs).toBe('kursi roda');
  });
});

describe('a seat that comes free', () => {
  beforeEach(async () => {
    for (const who of ['a', 'b', 'c', 'd']) await register(desk, who, 'pd-1', { boleh_antre: true });
    const [own] = await desk.rows('a', 'pendaftaran_saya');
    await desk.deed('a', 'mundur', { pendaftaran: own ?? null, alasan: choice('jarak', 'Terlalu jauh') });
    await desk.sweep();
  });

  test('is offered to the first in the queue, who is told once and by when to answer', async () => {
    await desk.sweep();
    const pushes = await desk.pushes('c');
    expect(pushes.map(({ content }) => content?.text)).toEqual([expect.stringContaining('KONFIRMASI')]);
    expect(pushes[0]?.start).toEqual({ flow: 'konfirmasi', args: {} });
    expect(pushes[0]?.content?.text).toContain('Rabu, 2 Desember 2026, pukul 10.00 WIB');
    const [offer] = await desk.rows('c', 'tawaran_saya');
    expect(fields(offer)['status']).toContain('kursi ditawarkan');
    expect(await desk.deed('c', 'konfirmasi_hadir', { pendaftaran: offer ?? null })).toMatchObject({
      result: 'tercatat',
    });
    expect(await desk.rows('c', 'tawaran_saya')).toEqual([]);
    expect(await desk.rows('c', 'jadwal_saya')).toHaveLength(1);
  });

  test('goes on to the next when the first does not answer in time', async () => {
    const [offer] = await desk.rows('c', 'tawaran_saya');
    desk.now += 24 * hourMs;
    await desk.sweep();
    expect((await desk.pushes('c'))[0]?.content?.text).toContain('kami tawarkan kepada orang lain');
    expect((await desk.pushes('d'))[0]?.content?.text).toContain('KONFIRMASI');
    const late = await desk.deed('c', 'konfirmasi_hadir', { pendaftaran: offer ?? null });
    expect(late.result).toBe('sudah_dialihkan');
    expect(fields((await desk.rows('c', 'pendaftaran_saya'))[0])['status']).toBe('kursi sudah dialihkan');
    expect((await register(desk, 'c', 'pd-1', { boleh_antre: true })).result).toBe('antre');
  });
});

test('news of a consent: a no of somebody unknown is not written down at all', async () => {
  await agree(desk, 'w', 'pelatihan', false);
  expect(await desk.office.contacts.read('w')).toBeNull();
});
