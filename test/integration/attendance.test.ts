import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { findAll } from '../../src/app/read-all.ts';
import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import { mostWrongCodes } from '../../src/domain/attendance.ts';
import { choice, date, fields, openDesk, record, register, time } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
  for (const who of ['w1', 'w2', 'w3']) await register(desk, who, 'kk-1');
});
afterEach(() => desk.close());

/** The demonstration's batch has classes on 4 and 5 December, from nine on. */
const endOf = async (): Promise<number> => (await desk.office.batches.read('kk-1'))?.meetings[0]?.endsAt ?? 0;
const m1 = record('kk-1/m1');
const missing = (who = 'petugas1') => desk.deed(who, 'lihat_belum_hadir', { pertemuan: m1 });
const write = (kehadiran: string) => desk.look('petugas1', 'baca_kehadiran', { pertemuan: m1, kehadiran });
const enter = (who: string, kode: string) => desk.deed(who, 'catat_hadir', { kode });
const asked = async (who: string): Promise<readonly string[]> =>
  (await desk.pushes(who)).filter(({ source }) => source === 'tidak_hadir').map(({ id }) => id);
async function list(at_ = 0) {
  const rows = await desk.rows('petugas1', 'daftar_hadir');
  return fields(rows[at_]);
}
async function codeOnBoard(): Promise<string> {
  const { kode_kelas: code } = await list();
  return typeof code === 'string' ? code : '';
}

test('the code on the board is taken in the hours of the class, once, in capitals or not', async () => {
  desk.now = at('2026-12-04T08:29');
  expect((await desk.look('w1', 'pertemuan_hari_ini')).result).toBe('ada');
  const code = await codeOnBoard();
  expect((await enter('w1', code)).result).toBe('di_luar_waktu');
  desk.now = at('2026-12-04T08:41');
  expect(await enter('w1', code.toLowerCase())).toMatchObject({
    result: 'tercatat',
    values: { judul: 'Konten Kreator' },
  });
  desk.now = at('2026-12-04T09:20');
  expect((await enter('w2', code)).result).toBe('terlambat');
  expect(await enter('w1', code)).toMatchObject({ result: 'sudah', values: { pada: { at: at('2026-12-04T08:41') } } });
  expect(await list()).toMatchObject({ hadir: 2, terlambat: 1, izin: 0, peserta: 3 });
  desk.now = await endOf();
  expect((await enter('w3', code)).result).toBe('di_luar_waktu');
});

test('the same deed again after a crash gives the same answer', async () => {
  desk.now = at('2026-12-04T09:00');
  const kode = await codeOnBoard();
  const first = await desk.deed('w1', 'catat_hadir', { kode }, 'simulator.w1.7.1');
  desk.now += 60_000;
  expect(await desk.deed('w1', 'catat_hadir', { kode }, 'simulator.w1.7.1')).toEqual(first);
});

test('a stranger, another day and a wrong code find nothing; too many wrong codes are not read', async () => {
  desk.now = at('2026-12-04T09:00');
  const code = await codeOnBoard();
  expect((await desk.look('w9', 'pertemuan_hari_ini')).result).toBe('belum_terdaftar');
  expect((await enter('w9', code)).result).toBe('kode_salah');
  for (let times = 0; times < mostWrongCodes; times += 1) expect((await enter('w1', '0000')).result).toBe('kode_salah');
  expect((await enter('w1', code)).result).toBe('terlalu_sering');
  expect((await enter('w2', code)).result).toBe('tercatat');
  desk.now = at('2026-12-03T09:00');
  expect((await desk.look('w2', 'pertemuan_hari_ini')).result).toBe('tidak_ada');
  expect((await enter('w2', code)).result).toBe('kode_salah');
});

test('each class has a code of its own, and a class that was moved another', async () => {
  desk.now = at('2026-12-04T09:00');
  const before = await codeOnBoard();
  const rows = await desk.rows('petugas1', 'daftar_hadir');
  expect(new Set(rows.map((row) => fields(row)['kode_kelas'])).size).toBe(rows.length);
  await desk.office.batches.change('kk-1', (doc) => ({
    doc: doc && { ...doc, meetings: doc.meetings.map((one) => ({ ...one, sv: one.sv + 1 })) },
    result: null,
  }));
  expect(await codeOnBoard()).not.toBe(before);
});

test('an officer notes whom the teacher saw, and that is written down', async () => {
  desk.now = at('2026-12-04T08:00');
  const note = (peserta: readonly string[]) =>
    desk.deed('petugas1', 'catat_kehadiran', { pertemuan: m1, peserta: peserta.map((code) => record(code)) });
  expect((await note(['kk.w1'])).result).toBe('di_luar_waktu');
  desk.now = at('2026-12-04T13:00');
  expect(await note(['kk.w1', 'kk.w2'])).toEqual({ result: 'tercatat', values: {} });
  expect((await note(['kk.w1', 'kk.nobody'])).result).toBe('tercatat');
  expect((await missing()).values).toMatchObject({ orang: 1 });
  const notes = await findAll(desk.office.audit, 'subject', 'kk-1.m1');
  expect(notes.every(({ who }) => who === 'petugas1')).toBe(true);
  expect(notes.map(({ what }) => what).toSorted()).toEqual(['attendance_noted', 'attendance_noted', 'attendance_read']);
  desk.now = (await endOf()) + 7 * 86_400_000;
  expect((await note(['kk.w3'])).result).toBe('di_luar_waktu');
  expect((await missing()).result).toBe('di_luar_waktu');
  await expect(missing('w1')).rejects.toThrow('mengelola_program');
});

/** The registration of one person in the class of these tests. */
const idOf = (who: string): string => `kk.${who}`;

describe('an officer who writes who came', () => {
  const people = ['Budi Santoso', 'Citra Lestari', 'Siti Aminah', 'Siti Rahma', 'Yanti'];
  beforeEach(async () => {
    for (const who of ['w1', 'w2', 'w3']) await desk.deed(who, 'mundur', { pendaftaran: record('kk.' + who) });
    for (const [n, nama] of people.entries()) await register(desk, `v${n}`, 'kk-1', { nama });
    desk.now = at('2026-12-04T09:00');
    await enter('v1', await codeOnBoard());
  });

  test('sees whom it would note before it is noted, and it is those', async () => {
    expect(await missing()).toEqual({
      result: 'ada',
      values: { orang: 4, daftar: '1. Budi Santoso\n3. Siti Aminah\n4. Siti Rahma\n5. Yanti' },
    });
    const read = await write('semua hadir kecuali 3 dan Yanti');
    expect(read).toEqual({
      result: 'terbaca',
      values: {
        terbaca: 'Akan dicatat hadir: 2 orang. Tidak hadir: Siti Aminah (3) dan Yanti (5).',
        peserta: ['kk.v0', 'kk.v3'],
        batal: [],
      },
    });
    const { peserta } = read.values;
    // Somebody types the code meanwhile: nobody else is noted in their place.
    await enter('v0', await codeOnBoard());
    const noted = await desk.deed('petugas1', 'catat_kehadiran', { pertemuan: m1, peserta: peserta ?? null });
    expect(noted.result).toBe('tercatat');
    expect((await missing()).values['daftar']).toBe('3. Siti Aminah\n5. Yanti');
    expect((await write('semua')).values).toMatchObject({ peserta: ['kk.v2', 'kk.v4'] });
  });

  test('takes back who typed the code and was not there, but not what they say afterwards', async () => {
    await desk.deed('petugas1', 'catat_kehadiran', { pertemuan: m1, peserta: ['v0', 'v2', 'v3', 'v4'].map(idOf) });
    expect((await missing()).result).toBe('semua');
    const { values } = await write('citra tidak hadir');
    expect(values).toEqual({
      terbaca: 'Sudah tercatat hadir, dan menjadi tidak hadir: Citra Lestari (2).',
      peserta: [],
      batal: ['kk.v1'],
    });
    const order = { pertemuan: m1, ...values };
    const id = 'simulator.petugas1.90.1';
    await desk.deed('petugas1', 'catat_kehadiran', order, id);
    expect((await missing()).values['daftar']).toBe('2. Citra Lestari');
    const [before, board] = [desk.now, await codeOnBoard()];
    desk.now += 60_000;
    await enter('v1', board);
    desk.now = before;
    await desk.deed('petugas1', 'catat_kehadiran', order, id);
    expect((await missing()).result).toBe('semua');
  });

  test.each([
    ['semua', 'terbaca', 'Akan dicatat hadir: 4 orang, semua yang belum tercatat.'],
    ['1 dan yanti', 'terbaca', 'Akan dicatat hadir: Budi Santoso (1) dan Yanti (5).'],
    [
      'semua kecuali citra',
      'terbaca',
      'Akan dicatat hadir: 4 orang, semua yang belum tercatat. Sudah tercatat hadir, dan menjadi tidak hadir: Citra Lestari (2).',
    ],
    ['semua kecuali siti', 'salah', '"siti" cocok dengan Siti Aminah (3) dan Siti Rahma (4).'],
    ['semua kecuali Rudi', 'salah', '"Rudi" tidak ada di daftar itu.'],
    ['citra', 'salah', 'Semua yang disebut sudah tercatat hadir.'],
  ])('"%s" is %s: %s', async (text, result, said) => {
    const { result: found, values } = await write(text);
    expect([found, values['terbaca'] ?? values['penjelasan']]).toEqual([result, said]);
  });
});

test('in the evening those who were not seen are asked once, not who excused themselves', async () => {
  desk.now = at('2026-12-04T09:00');
  await enter('w1', await codeOnBoard());
  await desk.deed('w2', 'catat_izin', { pertemuan: m1, alasan: 'sakit' });
  desk.now = at('2026-12-04T18:00') - 1;
  await desk.sweep();
  expect(await asked('w3')).toEqual([]);
  desk.now += 1;
  await desk.sweep();
  await desk.sweep();
  expect([await asked('w1'), await asked('w2'), await asked('w3')]).toEqual([[], [], ['tidak_hadir.kk-1.m1.1.w3']]);
  const [row] = await desk.pushes('w3');
  expect(row).toMatchObject({ start: { flow: 'tidak_hadir' }, until: at('2026-12-05T20:00'), purpose: 'pengingat' });
  expect(row?.content?.text).toContain('Kami belum mencatat kehadiran Bapak/Ibu di Konten Kreator');
});

test('an excuse is for the day of the class alone: who could not come then is told so, and asked again', async () => {
  const [shown] = await desk.rows('w2', 'jadwal_saya');
  const excuse = async () => (await desk.deed('w2', 'catat_izin', { pertemuan: shown ?? null })).result;
  const move = (tanggal: string, jam: string) =>
    desk.deed('petugas1', 'ubah_pertemuan', {
      pertemuan: m1,
      perubahan: choice('waktu'),
      tanggal: date(tanggal),
      jam: time(jam),
    });
  desk.now = at('2026-12-03T14:00');
  expect(await excuse()).toBe('tercatat');
  await move('2026-12-04', '13:00');
  expect([(await list())['izin'], await excuse()]).toEqual([1, 'tercatat']);
  expect((await desk.pushes('w2'))[0]?.content?.text).toContain('Kalau tidak jadi ikut pelatihannya, ketik MUNDUR');
  await move('2026-12-08', '09:00');
  desk.now = at('2026-12-07T11:00');
  expect([(await list())['izin'], await excuse()]).toEqual([0, 'sudah_lewat']);
  const told = await Promise.all(['w1', 'w2'].map(async (who) => (await desk.pushes(who))[0]?.content?.text));
  expect(told.map((text) => text?.includes('Izin Bapak/Ibu hanya untuk hari semula'))).toEqual([false, true]);
  desk.now = at('2026-12-08T09:00');
  await desk.deed('petugas1', 'catat_kehadiran', { pertemuan: m1, peserta: record('kk.w1') });
  desk.now = at('2026-12-08T18:00');
  await desk.sweep();
  expect(await asked('w2')).toEqual(['tidak_hadir.kk-1.m1.3.w2']);
});

test('who excused themselves is not told two hours before that they are expected', async () => {
  await desk.deed('w2', 'catat_izin', { pertemuan: m1 });
  desk.now = at('2026-12-04T07:00');
  await desk.sweep();
  const look = createLookBeforeSend(desk.office);
  const verdict = async (who: string) => {
    const row = (await desk.pushes(who)).find(({ source }) => source === 'pengingat_2_jam');
    return row && (await look(row));
  };
  expect(await verdict('w1')).toEqual({ type: 'go' });
  expect(await verdict('w2')).toEqual({ type: 'skipped', code: 'answered' });
});

test('who was noted or excused meanwhile is not asked any more', async () => {
  desk.now = at('2026-12-04T09:00');
  await enter('w1', await codeOnBoard());
  desk.now = at('2026-12-04T18:00');
  await desk.sweep();
  const look = createLookBeforeSend(desk.office);
  const [second] = await desk.pushes('w2');
  const [third] = await desk.pushes('w3');
  if (second === undefined || third === undefined) throw new Error('nobody was asked');
  expect(await look(second)).toEqual({ type: 'go' });
  await desk.deed('petugas1', 'catat_kehadiran', { pertemuan: m1, peserta: record('kk.w2') });
  expect((await desk.deed('w3', 'catat_izin', { pertemuan: m1 })).result).toBe('tercatat');
  expect(await look(second)).toEqual({ type: 'skipped', code: 'answered' });
  expect(await look(third)).toEqual({ type: 'skipped', code: 'answered' });
});

test('where the list is kept on paper nobody is asked, and a service that was down asks nobody the day after', async () => {
  desk.now = at('2026-12-04T18:00');
  await desk.sweep();
  expect(await asked('w3')).toEqual([]);
  desk.now = at('2026-12-05T09:00');
  await enter('w1', await codeOnBoard());
  desk.now = at('2026-12-06T21:00');
  await desk.sweep();
  expect(await asked('w3')).toEqual([]);
});

test('is among what a person sees of themselves, and gone with their data', async () => {
  desk.now = at('2026-12-04T09:00');
  await enter('w1', await codeOnBoard());
  const rows = await desk.rows('w1', 'data_saya_tersamar');
  expect(rows.map((row) => fields(row)['nilai'])).toContain('1 kali hadir, 0 kali izin');
  await desk.deed('w1', 'hapus_data_saya');
  expect(await desk.office.registrations.read('kk.w1')).toBeNull();
});
