import { afterEach, beforeEach, expect, test } from 'vitest';

import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import { choice, fields, openDesk, record, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const people = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
const asked = async (who: string): Promise<readonly string[]> =>
  (await desk.pushes(who)).filter(({ source }) => source === 'umpan_balik').map(({ id }) => id);
const answer = (who: string, nilai: number, more = {}) =>
  desk.deed(who, 'simpan_umpan_balik', { pelatihan: record('kk-1'), nilai, ...more });

/** The demonstration's batch has classes on 4 and 5 December, the last one until noon. */
async function enrol(): Promise<void> {
  for (const who of people) await register(desk, who, 'kk-1');
}

test('those who held a seat are asked once after the last class, not who excused themselves from all of it', async () => {
  await enrol();
  for (const meeting of ['kk-1/m1', 'kk-1/m2']) {
    await desk.deed('w6', 'catat_izin', { pertemuan: record(meeting), alasan: choice('x', 'sakit') });
  }
  const [last] = (await desk.office.batches.read('kk-1'))?.meetings.slice(-1) ?? [];
  const due = (last?.endsAt ?? 0) + 2 * 3_600_000;
  desk.now = due - 1;
  await desk.sweep();
  expect(await asked('w1')).toEqual([]);
  desk.now = due;
  await desk.sweep();
  await desk.sweep();
  expect(await asked('w1')).toEqual(['umpan_balik.kk-1.w1']);
  expect(await asked('w6')).toEqual([]);
  const [row] = await desk.pushes('w1');
  expect(row).toMatchObject({ start: { flow: 'umpan_balik' }, until: due + 72 * 3_600_000, purpose: 'pengingat' });
  expect(row?.content?.text).toContain('Terima kasih sudah mengikuti Konten Kreator.');
  expect(row && (await createLookBeforeSend(desk.office)(row))).toEqual({ type: 'go' });
});

test('a service that was down for three days asks nobody any more', async () => {
  await enrol();
  desk.now = at('2026-12-12T09:00');
  await desk.sweep();
  expect(await asked('w1')).toEqual([]);
  expect(await desk.office.batches.due(desk.now, 10)).toEqual([]);
});

test('is kept without a name, one of a person, shown from five on, and deleted with their data', async () => {
  await enrol();
  expect((await answer('w1', 4)).result).toBe('ditutup');
  desk.now = at('2026-12-06T09:00');
  expect((await answer('w9', 4)).result).toBe('ditutup');
  expect((await answer('w1', 6)).result).toBe('ditutup');
  for (const who of people.slice(0, 4)) expect((await answer(who, 5)).result).toBe('tersimpan');
  const few = await desk.rows('petugas1', 'rekap_umpan_balik');
  expect(fields(few[0])).toMatchObject({ jumlah: 'kurang dari 5', nilai: null });
  expect(await desk.rows('petugas1', 'masukan_gelombang', { gelombang: record('kk-1') })).toEqual([]);
  await answer('w5', 3, { berguna: 'praktik langsung', perbaikan: 'ruangannya panas' });
  await answer('w5', 2, { berguna: 'praktik langsung' });
  expect(fields((await desk.rows('petugas1', 'rekap_umpan_balik'))[0])).toMatchObject({ jumlah: '5', nilai: '4,4' });
  const remarks = await desk.rows('petugas1', 'masukan_gelombang', { gelombang: record('kk-1') });
  expect(remarks.map((row) => fields(row)['isi'])).toEqual(['praktik langsung']);
  const kept = await desk.office.feedback.find('batch', 'kk-1', { after: '', limit: 10 });
  expect(JSON.stringify(kept)).not.toMatch(/w[1-6]|Siti/u);
  await desk.deed('w5', 'hapus_data_saya');
  expect(await desk.office.feedback.find('batch', 'kk-1', { after: '', limit: 10 })).toHaveLength(4);
  desk.now = at('2026-12-20T09:00');
  expect((await answer('w1', 4)).result).toBe('ditutup');
});
