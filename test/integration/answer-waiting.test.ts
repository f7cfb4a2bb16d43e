import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startChat } from './chat-program.ts';
import type { Said } from './chat-program.ts';
import { fields, openDesk, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

describe('somebody who asked for a person', () => {
  const folder = useFolders();
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(folder());
    await register(desk, 'w', 'kk-1');
  });
  afterEach(() => desk.close());

  const ask = (who: string, alasan = 'Warga ingin dibantu petugas.') =>
    desk.deed(who, 'serahkan', { alasan, kepada: null, alur: 'menu' });
  const answer = (warga: string, officer = 'petugas1', id?: string) =>
    desk.deed(officer, 'jawab_warga', { warga: record(warga), jawaban: 'Silakan datang besok.' }, id);

  test('waits once, however often they asked, and is answered once', async () => {
    await ask('w');
    desk.now += 60_000;
    await ask('w', 'Jawaban belum terbaca.');
    const waiting = await desk.rows('petugas1', 'warga_menunggu');
    expect(waiting.map((row) => textIn(row, 'alasan'))).toEqual(['Jawaban belum terbaca.']);
    const code = codeOf(waiting[0]);
    expect((await answer(code, 'petugas1', 'jawab.1')).result).toBe('terkirim');
    expect((await answer(code, 'petugas1', 'jawab.1')).result).toBe('terkirim');
    expect((await answer(code, 'petugas1')).result).toBe('sudah_dijawab');
    expect(await desk.rows('petugas1', 'warga_menunggu')).toEqual([]);
    const told = (await desk.pushes('w')).filter(({ source }) => source === 'answer');
    expect(told.map(({ content }) => content?.text)).toEqual([
      'Jawaban dari petugas: Silakan datang besok.\nDiskominfo Bangka Selatan',
    ]);
  });

  test('is not found any more when their data were deleted', async () => {
    await ask('w');
    const [row] = await desk.rows('petugas1', 'warga_menunggu');
    await desk.deed('w', 'hapus_data_saya');
    expect(await desk.rows('petugas1', 'warga_menunggu')).toEqual([]);
    expect((await answer(codeOf(row))).result).toBe('tidak_terjangkau');
  });

  test('one who cannot come to a class keeps the seat, and the last word counts', async () => {
    const [meeting] = await desk.rows('w', 'jadwal_saya');
    const excused = () =>
      desk.office.registrations.read('kk.w').then((doc) => doc?.excused?.map(({ reason }) => reason));
    expect((await desk.deed('w', 'catat_izin', { pertemuan: meeting ?? null, alasan: 'sakit' })).result).toBe(
      'tercatat',
    );
    await desk.deed('w', 'catat_izin', { pertemuan: meeting ?? null, alasan: 'pekerjaan' });
    expect(await excused()).toEqual(['pekerjaan']);
    expect((await desk.deed('lain', 'catat_izin', { pertemuan: meeting ?? null })).result).toBe('sudah_lewat');
    const { selesai } = fields(meeting);
    const endsAt = typeof selesai === 'object' && selesai !== null && 'zone' in selesai ? selesai.at : 0;
    // Who says afterwards why they were not there is excused too, for a week.
    desk.now = endsAt + 7 * 86_400_000 - 1;
    expect((await desk.deed('w', 'catat_izin', { pertemuan: meeting ?? null })).result).toBe('tercatat');
    desk.now += 1;
    expect((await desk.deed('w', 'catat_izin', { pertemuan: meeting ?? null })).result).toBe('sudah_lewat');
  });
});

function codeOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'code' in row ? String(row.code) : '';
}

function said(heard: readonly Said[], to: string): string {
  return heard.flatMap((one) => (one.to === to ? [one.text] : [])).join('\n---\n');
}

test('from the cry for a person to the answer, and back to where the conversation stood', async () => {
  const chat = startChat();
  await chat.hear({ as: 'warga1', text: 'daftar' });
  const question = said(await chat.hear({ as: 'warga1', text: '1' }), 'warga1');
  expect(said(await chat.hear({ as: 'warga1', text: 'petugas' }), 'warga1')).toContain('menjawab di chat ini');
  await chat.hear({ as: 'petugas1', text: '/jawab' });
  await chat.hear({ as: 'petugas1', text: 'Bisa, silakan mendaftar lewat chat ini.' });
  const sent = await chat.hear({ as: 'petugas1', text: 'kirim' });
  const later = [...sent, ...(await chat.hear({ clock: '2026-11-24T08:00:00+07:00' }))];
  expect(said(later, 'warga1')).toContain('Jawaban dari petugas: Bisa, silakan mendaftar');
  expect(said(later, 'warga1')).toContain('Apakah jawaban petugas sudah membantu?');
  const back = said(await chat.hear({ as: 'warga1', text: 'sudah' }), 'warga1');
  expect(back).toContain('Kita lanjutkan');
  expect(back).toContain(question.split('\n').at(-1));
});
