import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { pdf, phoneJpeg } from '../media/samples.ts';
import { dewi, hasan, openBot, rudi } from './open-bot.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const both = ['membuat_pengumuman', 'menyetujui_pengumuman'] as const;
const stranger = 666;

/** A bot with two officers, and what tests of groups do again and again. */
async function open() {
  const bot = await openBot({ [dewi]: both, [hasan]: both, [rudi]: ['melihat_rekap'] });
  const { peer, say, service } = bot;
  await say(hasan, 'menu');
  /** Updates of groups are taken in, and whatever follows from them. */
  const hear = async (): Promise<void> => {
    await peer.until(() => peer.pending() === 0);
    await service.settle();
  };
  const name = async (row: string, called: string): Promise<string> => say(dewi, '/grup', row, 'boleh', called);
  const announce = (...steps: readonly string[]): Promise<string> =>
    say(dewi, '/umumkan', ...steps, 'segera', 'ajukan');
  const approve = (): Promise<string> => say(hasan, '/setujui', 'setujui dan kirim');
  return { ...bot, hear, name, announce, approve };
}

describe('groups and channels on Telegram', () => {
  test(
    'are known when the bot is added, silent until an officer names them, and told once each',
    { timeout: 120_000 },
    async () => {
      const { peer, say, work, hear, name, announce, approve, heard } = await open();
      const group = peer.group(-5001, { type: 'group', title: 'RT 5 Toboali' });
      const channel = peer.group(-1_009_001, { type: 'channel', title: 'Info Diskominfo' });
      const theirs = peer.group(-5002, { type: 'group', title: 'RT 5 Toboali' });
      group.adds(dewi);
      channel.adds(hasan);
      theirs.adds(stranger);
      for (const text of ['/start', '/start daftar', 'daftar', 'stop', 'Halo @gelombang_uji_bot'])
        for (const one of [group, theirs]) one.says(stranger, text);
      await hear();
      await work();
      expect([group, channel, theirs].map((one) => one.sees())).toEqual([[], [], []]);

      expect(await say(rudi, '/grup')).not.toContain('RT 5');
      const listed = await say(dewi, '/grup');
      expect(listed).toContain('Belum dinamai: grup RT 5 Toboali, ditambahkan Dewi');
      expect(listed).toContain('Belum dinamai: channel Info Diskominfo, ditambahkan Hasan');
      expect(listed).toContain('Belum dinamai: grup RT 5 Toboali, ditambahkan orang yang bukan petugas');
      await say(dewi, 'batal');
      const rows = listed.split('\n');
      const rowOf = (part: string): string => /^\d+/u.exec(rows.find((row) => row.includes(part)) ?? '')?.[0] ?? '';
      expect(await name(rowOf('ditambahkan Dewi'), 'Warga RT 5')).toContain('Warga RT 5 sekarang dapat dipilih');
      const again = await say(dewi, '/grup');
      await say(dewi, 'batal');
      const row = again.split('\n').find((line) => line.includes('Info Diskominfo'))?.[0] ?? '';
      expect(await name(row, 'warga rt 5')).toContain('sudah dipakai untuk RT 5 Toboali');
      expect(await say(dewi, 'Info')).toContain('Info sekarang dapat dipilih');

      for (const id of [1, 2]) await say(id, 'kabari saya', 'koding', 'boleh');
      await say(dewi, '/umumkan', 'semua yang bersedia dikabari');
      expect(await say(dewi, '1 dan 2')).toContain('2 orang dan 2 grup: Info dan Warga RT 5');
      expect(await say(dewi, 'Halo [nama], kelas dibuka.')).toContain('dibaca banyak orang sekaligus');
      await say(dewi, 'Kelas Koding dibuka.', phoneJpeg());
      const planned = await say(dewi, 'segera');
      expect(planned).toContain(
        'Dapat dikirim kepada 2 orang: 2 lewat Telegram.\nDapat dikirim ke 2 grup: Info dan Warga RT 5.',
      );
      expect(planned).toContain('Penerima: 2 orang dan 2 grup');
      expect(await say(dewi, 'ajukan')).toContain('PG-0001 menunggu persetujuan Hasan');
      await work();
      expect(group.sees()).toEqual([]);
      expect(heard(hasan, 'ditambah grup Info dan Warga RT 5, 2 orang dan 2 grup')).toBe(1);
      await approve();
      await work();
      for (const one of [group, channel]) {
        expect(one.sees()).toEqual([
          {
            text: expect.stringContaining('Kelas Koding dibuka.\n\nDiskominfo') as string,
            photo: true,
            document: false,
          },
        ]);
        expect(one.sees()[0]?.text).not.toContain('STOP');
      }
      expect([1, 2].map((id) => heard(id, 'Ketik STOP untuk berhenti menerima'))).toEqual([1, 1]);
      expect(heard(dewi, 'PG-0001 selesai: 4 terkirim, 0 gagal, 0 tidak pasti, 0 dilewati. Grup: 2 terkirim.')).toBe(1);
      expect(await announce('grup atau channel', '1', 'Kelas koding dibuka', 'lewati')).toContain(
        '1 grup: Info sudah menerima',
      );
      expect(theirs.sees()).toEqual([]);
      expect(peer.complaints()).toEqual([]);
    },
  );

  test(
    'that the bot was removed from, or may not write in, fail and are reported; those that moved are told where they are',
    { timeout: 120_000 },
    async () => {
      const { peer, say, work, hear, name, announce, approve, heard, moveTo } = await open();
      const titles = ['RT 1', 'RT 2', 'RT 3'];
      const groups = titles.map((title, index) => peer.group(-5001 - index, { type: 'group', title }));
      const [left, shut, grows] = groups;
      if (left === undefined || shut === undefined || grows === undefined) throw new Error('three groups');
      for (const title of titles) {
        groups[titles.indexOf(title)]?.adds(dewi);
        await hear();
        const row = (await say(dewi, '/grup')).split('\n').find((line) => line.includes(`dinamai: grup ${title}`))?.[0];
        await say(dewi, 'batal');
        expect(await name(row ?? '', `Warga ${title}`)).toContain(`Warga ${title} sekarang`);
      }
      expect(
        await announce(
          'tulis sendiri',
          'grup warga rt 1, warga rt 2 dan warga rt 3',
          'lewati',
          'Kelas dibuka besok.',
          'lewati',
        ),
      ).toContain('PG-0001 menunggu');
      // Before the yes: one group throws the bot out and nothing tells of it, one forbids everybody to write.
      peer.fail({
        method: 'sendMessage',
        chat: -5001,
        code: 403,
        description: 'Forbidden: bot was kicked from the group chat',
      });
      shut.closes();
      const grown = grows.grows(-1_005_003);
      await hear();
      await approve();
      await work();
      expect([left, shut, grows].map((one) => one.sees().length)).toEqual([0, 0, 0]);
      expect(grown.sees().map(({ text }) => text)).toEqual([expect.stringContaining('Kelas dibuka besok.') as string]);
      expect(
        heard(
          dewi,
          'Grup: 1 terkirim dan 2 gagal (Warga RT 1: bot dikeluarkan dan Warga RT 2: bot tidak boleh menulis di sana).',
        ),
      ).toBe(1);

      const listed = await say(dewi, '/grup');
      expect(listed).toContain('Warga RT 1: grup RT 1, bot dikeluarkan atau tidak boleh menulis di sana');
      expect(listed).toContain('Warga RT 3: grup RT 3, ditambahkan Dewi');
      expect(listed.match(/RT 3:/gu)).toHaveLength(1);
      await say(dewi, 'batal');
      shut.opens();
      await say(dewi, '/pengumuman');
      expect(await say(dewi, 'kepada yang gagal')).toContain(
        'Dapat dikirim ke 1 grup: Warga RT 2.\nTidak dapat dikirim ke Warga RT 1',
      );
      expect(await say(dewi, 'kirim lagi')).toContain('PG-0001/G kepada 1 grup: Warga RT 2');
      await work();
      expect([left, shut, grown].map((one) => one.sees().length)).toEqual([0, 1, 1]);

      // Back again; renamed and silenced in its new place; and a move that only a refused message tells of.
      left.kicks(stranger);
      left.adds(stranger);
      grown.renames('RT 3 Besar');
      grown.silences(stranger);
      await hear();
      expect(await say(dewi, '/grup')).toMatch(
        /Warga RT 1: grup RT 1, ditambahkan Dewi[^]*RT 3: grup RT 3 Besar, bot dikeluarkan/u,
      );
      await say(dewi, 'batal');
      moveTo(1, '10:00');
      await announce('tulis sendiri', 'grup warga rt 1 dan warga rt 3', 'lewati', 'Kelas libur.', 'lewati');
      peer.fail({
        method: 'sendMessage',
        chat: -5001,
        code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        migrateTo: -1_005_001,
      });
      const elsewhere = peer.group(-1_005_001, { type: 'supergroup', title: 'RT 1' });
      elsewhere.adds(stranger);
      await hear();
      await approve();
      await work();
      expect(elsewhere.sees()).toHaveLength(1);
      expect((await say(dewi, '/grup')).match(/grup RT 1,/gu)).toHaveLength(1);
      expect(grown.sees()).toHaveLength(1);
      expect(peer.complaints()).toEqual([]);
    },
  );

  test('that were taken away get nothing, whatever was approved; a PDF goes along', { timeout: 120_000 }, async () => {
    const { peer, say, work, hear, name, approve, heard, moveTo } = await open();
    const group = peer.group(-5001, { type: 'supergroup', title: 'RT 5' });
    group.adds(dewi);
    await hear();
    await name('1', 'Warga');
    await say(dewi, '/umumkan', 'grup atau channel', '1', 'x'.repeat(900));
    peer.person(dewi).sendsFile(pdf(), { as: 'document' });
    await hear();
    await say(dewi, 'segera', 'ajukan');
    await approve();
    await work();
    expect(group.sees().map(({ document, text }) => [document, text.slice(0, 3)])).toEqual([[true, 'xxx']]);
    const shown = await say(dewi, '/umumkan', 'grup atau channel', '1', 'Kelas pindah ke aula.', 'lewati');
    // The words, an empty line and the office: no line on how to stop.
    expect(shown).toContain('Telegram: 1 pesan, 48 huruf.');
    await say(dewi, 'pada tanggal dan jam tertentu', 'hari ini', '15.00', 'ajukan');
    const read = await say(hasan, '/setujui');
    expect(read).toContain('untuk grup Warga: 1 grup: Warga, ');
    expect(read).not.toContain('STOP');
    await say(hasan, 'setujui dan kirim');
    expect(await say(dewi, '/grup', '1', 'jangan dipakai lagi', 'lepas')).toContain(
      'tidak ada lagi yang dikirim ke RT 5',
    );
    moveTo(0, '15:05');
    await work();
    expect(heard(dewi, 'PG-0002 selesai: 0 terkirim')).toBe(1);
    expect(group.sees()).toHaveLength(1);
    expect(await say(dewi, '/umumkan', 'grup atau channel')).toContain('Belum ada grup atau channel yang dapat dituju');
  });

  test('are announced to by the command, by what officers call them', { timeout: 120_000 }, async () => {
    const { peer, data, say, work, hear, name, approve } = await open();
    const group = peer.group(-5001, { type: 'group', title: 'RT 5' });
    group.adds(dewi);
    await hear();
    await name('1', 'Warga RT 5');
    const file = join(folder(), 'teks.txt');
    writeFileSync(file, 'Halo [nama], kelas dibuka.\n');
    const run = (...args: readonly string[]) =>
      startGelombang({ args: ['announce', ...args, '--file', file, '--as', 'Dewi'], env: { DATA_DIR: data } }).ended;
    const unknown = await run('--audience', 'grup Warga RT 6');
    expect([unknown.code, unknown.printed]).toEqual([
      1,
      expect.stringContaining(
        'Tidak ada grup bernama "warga rt 6". Ketik /GRUP untuk melihat grup yang dapat dituju. Pilihannya: Warga RT 5.',
      ),
    ]);
    const named = await run('--audience', 'grup Warga RT 5', '--yes');
    expect([named.code, named.printed]).toEqual([1, expect.stringContaining('tidak dapat memuat [nama]')]);
    writeFileSync(file, 'Kelas dibuka.\n');
    const sent = await run('--audience', 'channel warga rt 5', '--yes');
    expect([sent.code, sent.printed]).toEqual([0, expect.stringContaining('Dapat dikirim ke 1 grup: Warga RT 5.')]);
    expect(sent.printed).not.toContain('STOP');
    await say(hasan, 'menu');
    await approve();
    await work();
    expect(group.sees()).toHaveLength(1);
    const shown = await startGelombang({ args: ['announce', 'show', 'PG-0001'], env: { DATA_DIR: data } }).ended;
    expect(shown.printed).toContain('untuk grup Warga RT 5');
    expect(shown.printed).toContain('1 dari 1 terkirim, 0 gagal, 0 tidak pasti, 0 lainnya, 0 belum. Grup: 1 terkirim.');
  });
});
