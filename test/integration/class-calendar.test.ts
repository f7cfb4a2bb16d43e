import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import type { Verdict } from '../../src/app/sending/sending.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { choice, date, fields, openDesk, record, register, time } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
  await register(desk, 'w', 'kk-1');
});
afterEach(() => desk.close());

const at = (text: string): number => Date.parse(`${text}+07:00`);
const texts = async (who: string): Promise<readonly (string | undefined)[]> =>
  (await desk.pushes(who)).map(({ content }) => content?.text.split('\n')[0]);
const verdict = (row: Delivery | undefined): Promise<Verdict> | undefined =>
  row === undefined ? undefined : createLookBeforeSend(desk.office)(row);

async function change(more: Record<string, ReturnType<typeof choice>>) {
  const [first] = await desk.rows('petugas1', 'pertemuan_kelolaan');
  return desk.deed('petugas1', 'ubah_pertemuan', { pertemuan: first ?? null, ...more });
}

describe('reminders', () => {
  test('leave the day before at ten and two hours before, each once, and only for who has a seat', async () => {
    desk.now = at('2026-12-03T09:59');
    await desk.sweep();
    expect(await texts('w')).toEqual([]);
    desk.now = at('2026-12-03T10:00');
    await desk.sweep();
    expect(await desk.office.batches.due(desk.now, 10)).toEqual([]);
    await desk.sweep();
    expect(await texts('w')).toEqual([
      'Mengingatkan, besok Jumat, 4 Desember 2026, pukul 09.00 WIB: Konten Kreator, pertemuan 1, di Aula Kecamatan Toboali.',
    ]);
    desk.now = at('2026-12-04T07:00');
    await desk.sweep();
    const [second] = await desk.pushes('w');
    expect(second).toMatchObject({ purpose: 'pengingat', yields: false, due: at('2026-12-04T07:00') });
    expect(second?.until).toBe(at('2026-12-04T09:00'));
    expect(await desk.pushes('w')).toHaveLength(2);
    expect(await verdict(second)).toEqual({ type: 'go' });
  });

  test('are dropped at the last look when the seat was given up', async () => {
    desk.now = at('2026-12-03T10:00');
    await desk.sweep();
    const [own] = await desk.rows('w', 'pendaftaran_berjalan');
    await desk.deed('w', 'mundur', { pendaftaran: own ?? null });
    expect(await verdict((await desk.pushes('w'))[0])).toEqual({ type: 'skipped', code: 'left' });
  });
});

describe('a class that changes', () => {
  test('is told at once with both times, and reminded of at the new one', async () => {
    desk.now = at('2026-12-03T10:00');
    await desk.sweep();
    const [old] = await desk.pushes('w');
    const moved = await change({ perubahan: choice('waktu'), tanggal: date('2026-12-08'), jam: time('13:00') });
    expect(moved).toEqual({ result: 'diubah', values: { orang: 1 } });
    expect(await verdict(old)).toEqual({ type: 'skipped', code: 'changed' });
    const [notice] = await desk.pushes('w');
    expect(notice?.class).toBe('change');
    expect(notice?.content?.text).toContain('Semula: Jumat, 4 Desember 2026, pukul 09.00 WIB');
    expect(notice?.content?.text).toContain('Menjadi: Selasa, 8 Desember 2026, pukul 13.00 WIB');
    expect(await verdict(notice)).toEqual({ type: 'go' });
    desk.now = at('2026-12-07T10:00');
    await desk.sweep();
    expect((await texts('w'))[0]).toContain('besok Selasa, 8 Desember 2026');
  });

  test('that is cancelled is told with its reason and reminded of no more', async () => {
    expect(await change({ perubahan: choice('batalkan'), alasan: choice('x', 'pengajarnya sakit') })).toEqual({
      result: 'dibatalkan',
      values: { orang: 1 },
    });
    expect((await texts('w'))[0]).toContain('dibatalkan karena pengajarnya sakit');
    desk.now = at('2026-12-03T10:00');
    await desk.sweep();
    expect(await texts('w')).toHaveLength(1);
    desk.now = at('2026-12-04T10:00');
    await desk.sweep();
    expect((await texts('w'))[0]).toContain('besok Sabtu, 5 Desember 2026');
  });

  test('the same order again has the same outcome and tells nobody twice', async () => {
    const [first] = await desk.rows('petugas1', 'pertemuan_kelolaan');
    const order = { pertemuan: first ?? null, perubahan: choice('tempat'), tempat: 'Balai Desa Gadung' };
    const once = await desk.deed('petugas1', 'ubah_pertemuan', order, 'p.1.1');
    expect(await desk.deed('petugas1', 'ubah_pertemuan', order, 'p.1.1')).toEqual(once);
    expect((await desk.deed('petugas1', 'ubah_pertemuan', order, 'p.2.1')).result).toBe('tidak_berubah');
    expect(await texts('w')).toHaveLength(1);
  });

  test('waits for the morning, unless it begins within twelve hours', async () => {
    desk.now = at('2026-12-02T22:00');
    await change({ perubahan: choice('tempat'), tempat: choice('x', 'Balai Desa Gadung') });
    expect((await desk.pushes('w'))[0]).toMatchObject({ due: at('2026-12-03T07:00'), pauseAt: at('2026-12-03T20:00') });
    desk.now = at('2026-12-03T22:00');
    await change({ perubahan: choice('tempat'), tempat: choice('x', 'Aula lama') });
    expect((await desk.pushes('w'))[0]).toMatchObject({ due: at('2026-12-03T22:00'), pauseAt: null });
  });

  test('that has begun cannot be changed, and only by an officer with the right', async () => {
    const pertemuan = record('kk-1/m1');
    await expect(desk.deed('w', 'ubah_pertemuan', { pertemuan, perubahan: choice('tempat') })).rejects.toThrow(
      'officer',
    );
    desk.now = at('2026-12-04T09:00');
    const late = await desk.deed('petugas1', 'ubah_pertemuan', {
      pertemuan,
      perubahan: choice('tempat'),
      tempat: 'Aula',
    });
    expect(late.result).toBe('sudah_lewat');
    expect(fields((await desk.rows('petugas1', 'pertemuan_kelolaan'))[0])).toMatchObject({ pertemuan: 2, peserta: 1 });
  });
});
