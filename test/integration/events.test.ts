import { afterEach, beforeEach, expect, test } from 'vitest';

import { findAll } from '../../src/app/read-all.ts';
import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import { countPeople } from '../../src/domain/event.ts';
import type { PublicEvent } from '../../src/domain/event.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Fields } from '../../src/engine/value.ts';
import { choice, date, fields, openDesk, record, textIn, time } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

const folder = useFolders();
let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await openDesk(folder());
  await make({ kursi: 50 });
  id = textIn((await desk.rows('w1', 'acara_mendatang'))[0], 'kode');
});
afterEach(() => desk.close());

const plan = {
  judul: 'Ngobrol Bareng Kreator',
  tanggal: date('2026-12-14'),
  jam: time('15:00'),
  tempat: 'Kafe Pantai',
  peta: 'Jl. Pantai 3',
};
const make = async (more: Fields = {}) => (await desk.deed('petugas1', 'buat_acara', { ...plan, ...more })).result;
const come = (who: string, orang = 1, deed?: string) =>
  desk.deed(who, 'ikut_acara', { acara: record(id), orang }, deed);
const leave = async (who: string) => (await desk.deed(who, 'lepas_acara', { acara: record(id) })).result;
const change = (perubahan: string, more: Fields = {}, deed?: string) =>
  desk.deed('petugas1', 'ubah_acara', { acara: record(id), perubahan: choice(perubahan), ...more }, deed);
const move = (day: string, deed?: string) => change('waktu', { tanggal: date(day), jam: time('15:00') }, deed);
async function kept(): Promise<PublicEvent> {
  const event = await desk.office.events.read(id);
  if (event === null) throw new Error('no event');
  return event;
}
const told = async (who: string): Promise<readonly string[]> => (await desk.pushes(who)).map(({ source }) => source);
const verdict = (row: Delivery | undefined) => {
  if (row === undefined) throw new Error('nothing was said');
  return createLookBeforeSend(desk.office)(row);
};

test('of sixty who answer at once for fifty places, fifty come', async () => {
  const people = Array.from({ length: 60 }, (_, n) => `w${n}`);
  const results = await Promise.all(people.map(async (who) => (await come(who)).result));
  expect(results.filter((one) => one === 'tercatat')).toHaveLength(50);
  expect(results.filter((one) => one === 'penuh')).toHaveLength(10);
  expect(countPeople(await kept())).toBe(50);
  expect(fields((await desk.rows('w1', 'acara_mendatang'))[0])).toMatchObject({ keadaan: 'penuh' });
  expect(await desk.rows('petugas1', 'acara_kelolaan')).toMatchObject([{ fields: { pendaftar: 50, orang: 50 } }]);
});

test('the number of people is changed, is told where it is too many, and taken back', async () => {
  for (let n = 0; n < 9; n += 1) await come(`v${n}`, 5);
  expect((await come('w1', 2)).result).toBe('tercatat');
  expect(await come('w2', 5)).toEqual({ result: 'kurang', values: { sisa: 3 } });
  expect((await come('w2', 3)).result).toBe('tercatat');
  expect(await come('w1', 4)).toEqual({ result: 'kurang', values: { sisa: 2 } });
  expect(fields((await desk.rows('w1', 'acara_mendatang'))[0])).toMatchObject({
    saya: 2,
    muat: 2,
    keadaan: 'penuh',
  });
  expect(await leave('w1')).toBe('tercatat');
  expect(fields((await desk.rows('w1', 'acara_mendatang'))[0])).toMatchObject({
    saya: 0,
    muat: 2,
    keadaan: '2 tempat lagi',
  });
});

test('the same deed again after a crash is not decided again', async () => {
  await come('w1', 2, 'simulator.w1.7.1');
  await leave('w1');
  expect((await come('w1', 2, 'simulator.w1.7.1')).result).toBe('tercatat');
  expect(countPeople(await kept())).toBe(0);
  const again = { ...plan, kursi: 50 };
  const one = await desk.deed('petugas1', 'buat_acara', again, 'simulator.petugas1.90.1');
  desk.now += 60_000;
  expect(await desk.deed('petugas1', 'buat_acara', again, 'simulator.petugas1.90.1')).toEqual(one);
  expect(await desk.rows('w1', 'acara_mendatang')).toHaveLength(2);
});

test('whoever comes is reminded in the morning before and three hours before, once', async () => {
  await come('w1');
  desk.now = at('2026-12-13T10:00') - 1;
  await desk.sweep();
  expect(await told('w1')).toEqual([]);
  desk.now += 1;
  await desk.sweep();
  await desk.sweep();
  await come('w2');
  desk.now = at('2026-12-14T12:00');
  await desk.sweep();
  await desk.sweep();
  expect([await told('w1'), await told('w2')]).toEqual([['acara_3_jam', 'acara_besok'], ['acara_3_jam']]);
  const [last, first] = await desk.pushes('w1');
  expect(first?.content?.text).toContain(
    'besok Senin, 14 Desember 2026, pukul 15.00 WIB: acara Ngobrol Bareng Kreator',
  );
  expect(last).toMatchObject({ until: at('2026-12-14T15:00'), purpose: 'pengingat' });
  expect(last?.content?.text).toContain('Jl. Pantai 3');
});

test('who withdraws before the reminder leaves is not reminded', async () => {
  await come('w1');
  desk.now = at('2026-12-13T10:00');
  await desk.sweep();
  const [row] = await desk.pushes('w1');
  expect(await verdict(row)).toEqual({ type: 'go' });
  await leave('w1');
  expect(await verdict(row)).toEqual({ type: 'skipped', code: 'left' });
});

test('those who come are told at once that it was moved, and the old reminder does not leave', async () => {
  await come('w1');
  await come('w2');
  await leave('w2');
  desk.now = at('2026-12-13T10:00');
  await desk.sweep();
  const [old] = await desk.pushes('w1');
  expect(await move('2026-12-16', 'simulator.petugas1.91.1')).toEqual({ result: 'diubah', values: { orang: 1 } });
  expect(await move('2026-12-16', 'simulator.petugas1.91.1')).toEqual({ result: 'diubah', values: { orang: 1 } });
  expect((await move('2026-12-16')).result).toBe('tidak_berubah');
  expect(await verdict(old)).toEqual({ type: 'skipped', code: 'changed' });
  const news = (await desk.pushes('w1')).filter(({ source }) => source === 'change');
  expect(news).toHaveLength(1);
  expect(news[0]?.content?.text).toMatch(/Semula: Senin, 14 Desember 2026.*\nMenjadi: Rabu, 16 Desember 2026/u);
  expect(await verdict(news[0])).toEqual({ type: 'go' });
  expect(await told('w2')).toEqual([]);
  desk.now = at('2026-12-15T10:00');
  await desk.sweep();
  expect(await told('w1')).toEqual(['acara_besok', 'change', 'acara_besok']);
});

test('a cancelled event is told of with its reason, at night only when it is near, and is over', async () => {
  await come('w1');
  desk.now = at('2026-12-14T05:00');
  expect((await change('batalkan', { alasan: 'cuaca buruk' })).result).toBe('dibatalkan');
  const [news] = await desk.pushes('w1');
  expect(news).toMatchObject({ class: 'change', due: desk.now, pauseAt: null });
  expect(news?.content?.text).toContain('dibatalkan karena cuaca buruk');
  expect(await desk.rows('w1', 'acara_mendatang')).toEqual([]);
  expect([(await come('w2')).result, await leave('w1')]).toEqual(['ditutup', 'ditutup']);
  expect((await change('batalkan')).result).toBe('sudah_lewat');
  desk.now = at('2026-12-14T12:00');
  await desk.sweep();
  expect(await told('w1')).toEqual(['change']);
});

test('what officers do is theirs alone, and written down', async () => {
  await expect(desk.deed('w1', 'buat_acara', plan)).rejects.toThrow('mengelola_program');
  await expect(desk.deed('w1', 'ubah_acara', { acara: record(id) })).rejects.toThrow('mengelola_program');
  await expect(desk.rows('w1', 'acara_kelolaan')).rejects.toThrow('mengelola_program');
  expect(await make({ tanggal: date('2026-11-30') })).toBe('sudah_lewat');
  await move('2026-12-16');
  const notes = await findAll(desk.office.audit, 'subject', id);
  expect(notes.map(({ what }) => what).toSorted()).toEqual(['event_changed', 'event_made']);
});

test('is among what a person sees of themselves, gone with their data, and forgotten a week later', async () => {
  await come('w1', 2);
  await come('w2');
  const rows = await desk.rows('w1', 'data_saya_tersamar');
  expect(rows.map((row) => fields(row))).toContainEqual(
    expect.objectContaining({
      sebutan: 'Acara Ngobrol Bareng Kreator',
      nilai: '2 orang',
      keperluan: 'Tempat di acara',
    }),
  );
  await desk.deed('w1', 'hapus_data_saya');
  await desk.deed('w1', 'lupakan_warga');
  expect((await kept()).guests.map(({ contact }) => contact)).toEqual(['w2']);
  desk.now = at('2026-12-21T18:00');
  await desk.sweep();
  expect(await desk.office.events.read(id)).toBeNull();
});
