import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { importRegency } from '../../src/app/opening/import-regency.ts';
import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import { openBatch } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { createDemo, demoTenant } from '../../src/domain/demo.ts';
import { planMeeting } from '../../src/domain/meeting.ts';
import { agree, openDesk, record, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
  // By now the closing of the demonstration's first batch is old news.
  desk.now = at('2026-12-03T10:00');
});
afterEach(() => desk.close());

/** Asks to be told when content classes open. */
async function subscribe(who: string): Promise<void> {
  await agree(desk, who, 'kabar');
  await desk.deed(who, 'berlangganan_tema', { tema: [record('konten')] });
}

/** A batch of the programme about content, with one class. */
function newBatch(number: number, startsAt: number, capacity = 20): Batch {
  const { id: tenant, zone } = demoTenant;
  const place = { zone, place: 'Aula', map: '', bring: '' };
  const meeting = planMeeting({ id: 'm1', startsAt, endsAt: startsAt + 3_600_000, ...place });
  const plan = { id: `kk-${number}`, tenant, programme: 'kk', number, contactPerson: '' };
  return openBatch({ ...plan, capacity, meetings: [meeting] });
}

/** The office's file as it is imported again, with these batches in it. */
async function open(...batches: readonly Batch[]): Promise<void> {
  await importRegency(desk.store, { ...createDemo(desk.now), batches }, desk.now);
  await desk.sweep();
  await desk.sweep();
}

const heard = async (who: string): Promise<readonly string[]> =>
  (await desk.pushes(who)).map(({ source }) => source).toReversed();

describe('who asked for a theme', () => {
  test('hears once that it opens, however many batches open that day, and not who is in the programme', async () => {
    await subscribe('warga1');
    await subscribe('warga2');
    await register(desk, 'warga2', 'kk-2');
    await open(newBatch(7, at('2026-12-21T09:00')), newBatch(8, at('2026-12-22T09:00')));
    expect(await heard('warga1')).toEqual(['tema_dibuka']);
    expect(await heard('warga2')).toEqual([]);
    const [row] = await desk.pushes('warga1');
    expect(row).toMatchObject({ yields: true, purpose: 'kabar', until: at('2026-12-06T10:00') });
    expect(row?.content?.text).toBe(
      'Kabar yang Bapak/Ibu minta: pendaftaran Konten Kreator sudah dibuka. Kelas pertama Senin, 21 Desember 2026, pukul 09.00 WIB, di Aula.\n' +
        'Ketik DAFTAR untuk mendaftar selama kursinya masih ada. Ketik STOP untuk berhenti menerima kabar.',
    );
  });

  test('hears nothing after taking the consent back, of another theme, or of a batch that was known', async () => {
    await subscribe('warga1');
    await agree(desk, 'warga1', 'kabar', false);
    await agree(desk, 'warga2', 'kabar');
    await desk.deed('warga2', 'berlangganan_tema', { tema: [record('koding')] });
    await subscribe('warga3');
    await open(newBatch(1, at('2026-12-04T09:00')));
    for (const who of ['warga1', 'warga2', 'warga3']) expect(await heard(who)).toEqual([]);
  });

  test('hears three days before that it closes, while there is a seat; who registered meanwhile does not', async () => {
    await open(newBatch(7, at('2026-12-21T09:00')));
    for (const who of ['warga1', 'warga2']) await subscribe(who);
    desk.now = at('2026-12-18T09:59');
    await desk.sweep();
    expect(await heard('warga1')).toEqual([]);
    desk.now = at('2026-12-18T10:00');
    await desk.sweep();
    await desk.sweep();
    expect(await heard('warga1')).toEqual(['pendaftaran_ditutup']);
    const [row] = await desk.pushes('warga2');
    if (row === undefined) throw new Error('no row');
    expect(row.content?.text).toContain('ditutup Senin, 21 Desember 2026, pukul 09.00 WIB');
    const look = createLookBeforeSend(desk.office);
    expect(await look(row)).toEqual({ type: 'go' });
    await register(desk, 'warga2', 'kk-7');
    expect(await look(row)).toEqual({ type: 'skipped', code: 'answered' });
    desk.now = at('2026-12-21T09:00');
    const [other] = await desk.pushes('warga1');
    expect(other && (await look(other))).toEqual({ type: 'skipped', code: 'closed' });
  });

  test('hears nothing of a batch that is full, and nothing late', async () => {
    await subscribe('warga1');
    await open({ ...newBatch(7, at('2026-12-21T09:00'), 0) }, newBatch(8, at('2026-12-22T09:00')));
    expect(await heard('warga1')).toEqual(['tema_dibuka']);
    desk.now = at('2026-12-20T20:00');
    await desk.sweep();
    expect(await heard('warga1')).toEqual(['tema_dibuka']);
    expect(await desk.office.batches.due(desk.now, 10)).toEqual([]);
  });

  test('a registration that was left at the question of the queue is reminded of when there is a seat again', async () => {
    for (const who of ['warga1', 'warga2']) await register(desk, who, 'pd-1');
    expect((await register(desk, 'warga3', 'pd-1')).result).toBe('penuh');
    const [own] = await desk.rows('warga1', 'pendaftaran_berjalan');
    await desk.deed('warga1', 'mundur', { pendaftaran: own ?? null });
    desk.now = at('2026-12-05T10:00');
    await desk.sweep();
    const [row] = await desk.pushes('warga3');
    expect(row?.content?.text).toContain('di Pemasaran Digital gelombang 1 belum selesai. Sekarang ada kursi');
    expect(await heard('warga1')).toEqual([]);
  });
});

describe('who is offered a seat and does not answer', () => {
  test('is reminded once, by day, and no more after a yes', async () => {
    await open(newBatch(7, at('2026-12-21T09:00'), 1));
    await register(desk, 'warga1', 'kk-7');
    await register(desk, 'warga2', 'kk-7', { boleh_antre: true });
    const [own] = await desk.rows('warga1', 'pendaftaran_berjalan');
    await desk.deed('warga1', 'mundur', { pendaftaran: own ?? null });
    await desk.sweep();
    expect(await heard('warga2')).toEqual(['offered']);
    desk.now = at('2026-12-03T17:59');
    await desk.sweep();
    expect(await heard('warga2')).toEqual(['offered']);
    desk.now = at('2026-12-03T18:00');
    await desk.sweep();
    await desk.sweep();
    expect(await heard('warga2')).toEqual(['offered', 'pengingat_tawaran']);
    const row = (await desk.pushes('warga2')).find(({ source }) => source === 'pengingat_tawaran');
    if (row === undefined) throw new Error('no row');
    expect(row.content?.text).toContain('menunggu jawaban sampai Jumat, 4 Desember 2026, pukul 10.00 WIB');
    const look = createLookBeforeSend(desk.office);
    expect(await look(row)).toEqual({ type: 'go' });
    const [offer] = await desk.rows('warga2', 'tawaran_saya');
    await desk.deed('warga2', 'konfirmasi_hadir', { pendaftaran: offer ?? null });
    expect(await look(row)).toEqual({ type: 'skipped', code: 'answered' });
  });
});
