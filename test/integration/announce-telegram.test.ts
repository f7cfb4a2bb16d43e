import { describe, expect, test } from 'vitest';

import { pdf, phoneJpeg } from '../media/samples.ts';
import { dewi, hasan, openBot, rudi } from './open-bot.ts';

const both = ['membuat_pengumuman', 'menyetujui_pengumuman'] as const;

describe("an officer's whole announcement by chat on Telegram", () => {
  test('from the sentence to the last message, and once more to who had blocked it', { timeout: 90_000 }, async () => {
    const { peer, say, work, heard } = await openBot({ [dewi]: both, [hasan]: both });
    for (const id of [1, 2, 3]) expect(await say(id, 'kabari saya', 'koding', 'boleh')).toContain('kami kabari');

    // Telegram lets nobody be written to who never opened the bot.
    await say(hasan, 'menu');
    expect(await say(dewi, '/umumkan', 'tulis sendiri')).toContain('Tulis siapa penerimanya');
    expect(await say(dewi, 'peminat kodng')).toContain('Tidak ada tema bernama "kodng". Pilihannya: Koding.');
    const counted = await say(dewi, 'peminat koding; warga kecamatan toboali');
    expect(counted).toContain('peminat Koding ditambah semua warga yang tinggal di kecamatan Toboali');
    expect(counted).toContain('Penerimanya 3 orang');
    expect(await say(dewi, 'x'.repeat(1001))).toContain('1.000');
    expect(await say(dewi, 'Hubungi 0812 3456 7890')).toContain('memuat nomor HP');
    const preview = await say(dewi, 'Halo [nama], kelas Koding dibuka.', phoneJpeg());
    expect(preview).toContain('kelas Koding dibuka.');
    expect(preview).toContain('Ketik STOP');
    expect(await say(dewi, 'segera')).toContain('Dapat dikirim kepada 3 orang');
    expect(await say(dewi, 'ajukan')).toContain('PG-0001 menunggu persetujuan Hasan');
    await work();
    expect([1, 2, 3].map((id) => heard(id, 'kelas Koding'))).toEqual([0, 0, 0]);
    expect(heard(hasan, 'PG-0001 dari Dewi')).toBe(1);
    expect(await say(dewi, '/setujui')).toContain('Tidak ada pengumuman yang menunggu persetujuan');

    expect(await say(dewi, '/pengumuman', 'kirim contohnya')).toContain('kami kirim ke chat ini');
    await work();
    expect(heard(dewi, 'Halo Bapak/Ibu Dewi, kelas Koding dibuka.')).toBe(1);
    await say(dewi, 'sudah cukup');

    peer.person(3).blocks();
    expect(await say(hasan, '/setujui')).toContain('kelas Koding dibuka.');
    expect(await say(hasan, 'setujui dan kirim')).toContain('Disetujui');
    await work();
    expect([1, 2, 3].map((id) => heard(id, 'kelas Koding'))).toEqual([1, 1, 0]);
    const pictures = [dewi, hasan, 1].map(
      (id) =>
        peer
          .person(id)
          .sees()
          .filter(({ image }) => image !== undefined).length,
    );
    expect(pictures).toEqual([2, 1, 1]);
    expect(heard(dewi, 'PG-0001 selesai')).toBe(1);

    expect(await say(dewi, '/pengumuman')).toContain('Mau dikirim sekali lagi?');
    expect(await say(dewi, 'kepada yang gagal')).toContain('Tidak ada yang dapat dikirimi lagi');
    peer.person(3).unblocks();
    await say(3, 'menu');
    await say(dewi, '/pengumuman');
    expect(await say(dewi, 'kepada yang gagal')).toContain('Dapat dikirim kepada 1 orang');
    expect(await say(dewi, 'kirim lagi')).toContain('Dikirim lagi sebagai PG-0001/G kepada 1 orang');
    await work();
    expect([1, 2, 3].map((id) => heard(id, 'kelas Koding'))).toEqual([1, 1, 1]);

    await say(dewi, '/umumkan', 'semua yang bersedia dikabari');
    expect(await say(dewi, 'Halo [nama], kelas koding dibuka', 'lewati')).toMatch(
      /3 orang sudah menerima pesan yang sama .* Tetap kirim/su,
    );
    expect(await say(dewi, 'tidak jadi')).toContain('tidak ada yang diajukan');
    expect(peer.complaints()).toEqual([]);
  });

  test(
    'is refused without the right, without people, twice, and without a second officer',
    { timeout: 90_000 },
    async () => {
      const { say, work, heard } = await openBot({ [dewi]: both, [rudi]: ['melihat_rekap'] });
      const greeting = await say(1, 'umumkan');
      expect(greeting).not.toContain('untuk siapa');
      expect(await say(rudi, '/umumkan')).not.toContain('untuk siapa');
      for (const word of ['/setujui', '/pengumuman']) expect(await say(rudi, word)).not.toContain('engumuman');
      expect(await say(dewi, '/umumkan', 'semua yang bersedia dikabari')).toContain('Belum ada penerima');
      await say(dewi, 'batal');
      await say(1, 'kabari saya', 'koding', 'boleh');
      const write = () =>
        say(dewi, '/umumkan', 'semua yang bersedia dikabari', 'Kelas dibuka.', 'lewati', 'segera', 'ajukan');
      expect(await write()).toContain('belum ada petugas lain yang berhak menyetujui');
      expect(await write()).toContain('sudah diajukan, nomor PG-0001');
      await work();
      expect(heard(1, 'Kelas dibuka')).toBe(0);
      expect(await say(dewi, '/pengumuman')).toContain('PG-0001 belum dikirim');
      await say(dewi, 'batalkan pengiriman', 'ya, batalkan');
      expect(await write()).toContain('tersimpan sebagai rancangan');
    },
  );

  test('takes a PDF along: shown before, uploaded once, and told from a picture', { timeout: 90_000 }, async () => {
    const { peer, say, work } = await openBot({ [dewi]: both, [hasan]: both });
    for (const id of [1, 2]) await say(id, 'kabari saya', 'koding', 'boleh');
    await say(hasan, 'menu');
    await say(dewi, '/umumkan', 'semua yang bersedia dikabari', 'Jadwal semua kelas ada di lampiran.');
    peer.person(dewi).sendsFile(pdf(), { as: 'document' });
    await peer.until(() => peer.pending() === 0);
    expect(await say(dewi, 'segera', 'ajukan')).toContain('PG-0001 menunggu persetujuan');
    await say(hasan, '/setujui', 'setujui dan kirim');
    await work();
    const attached = [dewi, hasan, 1, 2].map((id) =>
      peer
        .person(id)
        .sees()
        .filter(({ document }) => document !== undefined),
    );
    expect(attached.map((documents) => documents.length)).toEqual([1, 1, 1, 1]);
    const [first, ...others] = attached.flat().map(({ document = '' }) => document);
    expect(Buffer.from(peer.file(first ?? '') ?? []).equals(pdf())).toBe(true);
    expect(others).toEqual([first, first, first]);
    expect(peer.complaints()).toEqual([]);
  });

  test(
    'is refused a time at night or in the past, is sent back, is decided once, and is submitted once by two taps',
    { timeout: 90_000 },
    async () => {
      const { peer, say, work, heard } = await openBot({ [dewi]: both, [hasan]: both, [rudi]: both });
      await say(1, 'kabari saya', 'koding', 'boleh');
      for (const id of [hasan, rudi]) await say(id, 'menu');
      await say(dewi, '/umumkan', 'semua yang bersedia dikabari', 'Kelas dibuka besok.', 'lewati');
      await say(dewi, 'pada tanggal dan jam tertentu', 'hari ini');
      expect(await say(dewi, 'jam 9 malam')).toContain('supaya warga tidak terganggu');
      expect(await say(dewi, '08.00')).toContain('Jam itu sudah lewat');
      expect(await say(dewi, '15.00')).toContain('Yang akan diajukan');
      peer.person(dewi).taps('Ajukan');
      peer.person(dewi).taps('Ajukan');
      await peer.until(() => peer.pending() === 0);
      await work();
      expect(heard(dewi, 'menunggu persetujuan')).toBe(1);
      expect(heard(hasan, 'menunggu persetujuan Bapak/Ibu')).toBe(1);

      await say(hasan, '/setujui', 'kembalikan');
      expect(await say(hasan, 'Tambahkan tempatnya')).toContain('Dikembalikan kepada Dewi');
      await work();
      expect(heard(dewi, 'dikembalikan Hasan dengan catatan: Tambahkan tempatnya')).toBe(1);
      expect(await say(rudi, '/setujui')).toContain('Tidak ada pengumuman yang menunggu');

      const write = ['/umumkan', 'semua yang bersedia dikabari', 'Kelas dibuka besok di aula.', 'lewati', 'segera'];
      expect(await say(dewi, ...write, 'ajukan')).toContain('PG-0002 menunggu persetujuan');
      await say(rudi, '/setujui');
      await say(hasan, '/setujui');
      expect(await say(hasan, 'setujui dan kirim')).toContain('Disetujui');
      expect(await say(rudi, 'setujui dan kirim')).toContain('sudah disetujui oleh Hasan');
      await work();
      expect(heard(1, 'Kelas dibuka')).toBe(1);
      expect(peer.complaints()).toEqual([]);
    },
  );

  test(
    'waits for its time and for the morning, rests, goes on, and is cancelled; who is in doubt gets it once more',
    { timeout: 90_000 },
    async () => {
      const { peer, say, work, moveTo, heard } = await openBot({ [dewi]: both, [hasan]: both });
      for (const id of [1, 2]) await say(id, 'kabari saya', 'koding', 'boleh');
      await say(hasan, 'menu');
      const submit = (text: string, ...time: readonly string[]) =>
        say(dewi, '/umumkan', 'semua yang bersedia dikabari', text, 'lewati', ...time, 'ajukan');
      await submit('Kelas dibuka besok.', 'segera');
      moveTo(0, '19:59');
      await say(hasan, '/setujui', 'setujui dan kirim');
      await work();
      expect(await say(dewi, '/pengumuman')).toContain('0 dari 2 terkirim');
      expect(await say(dewi, 'jeda')).toContain('PG-0001 dijeda: 0 dari 2');
      moveTo(1, '07:05');
      await work();
      expect([1, 2].map((id) => heard(id, 'Kelas dibuka'))).toEqual([0, 0]);
      expect(await say(dewi, 'lanjutkan')).toContain('PG-0001: 0 dari 2 terkirim');
      peer.fail({ method: 'sendMessage', chat: 2, drop: 'after' });
      await work();
      expect([1, 2].map((id) => heard(id, 'Kelas dibuka'))).toEqual([1, 1]);
      expect(await say(dewi, 'lihat lagi')).toContain('1 terkirim, 0 gagal, 1 tidak pasti');
      expect(await say(dewi, 'kepada yang tidak pasti')).toContain('mungkin sudah menerimanya');
      expect(await say(dewi, 'kirim lagi')).toContain('PG-0001/T kepada 1 orang');
      moveTo(2, '09:00');
      await work();
      expect([1, 2].map((id) => heard(id, 'Kelas dibuka'))).toEqual([1, 2]);
      await say(dewi, '/pengumuman', '2');
      expect(await say(dewi, 'kepada yang tidak pasti')).toContain('Sudah pernah dikirim ulang, sebagai PG-0001/T');

      await submit('Kelas libur lusa.', 'pada tanggal dan jam tertentu', 'hari ini', '15.00');
      expect(await say(hasan, '/setujui', 'setujui dan kirim')).toContain('pukul 15.00');
      expect(await say(dewi, '/pengumuman', '1')).toContain('PG-0002 belum dikirim');
      expect(await say(dewi, 'batalkan pengiriman', 'ya, batalkan')).toContain('PG-0002 tidak jadi dikirim');
      moveTo(2, '15:05');
      await work();
      expect([1, 2].map((id) => heard(id, 'Kelas libur'))).toEqual([0, 0]);
      expect(peer.complaints()).toEqual([]);
    },
  );
});
