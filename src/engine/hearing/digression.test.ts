import { describe, expect, test } from 'vitest';

import { meet } from '../../../test/engine/meet-person.ts';

describe('digressions', () => {
  test('one that needs no asking runs at once, and the open question is repeated', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    const heard = budi.says('status');
    expect(heard).toContain('Belum ada.');
    expect(heard).toContain('Kita lanjutkan Pendaftaran contoh');
    expect(heard).toContain('Nama lengkap');
  });

  test('another one is asked about; staying keeps the question, moving keeps the answers', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    expect(budi.says('lapor')).toContain('Pindah ke Laporan dahulu?');
    expect(budi.says('tidak')).toContain('Nama lengkap');
    budi.says('lapor');
    expect(budi.taps('Pindah')).toContain('Ceritakan');
    budi.says('lampu jalan mati');
    expect(budi.says('lewati')).toContain('Kita lanjutkan Pendaftaran contoh');
    expect(budi.says('Budi')).toContain('Nomor HP');
  });

  test('an answer given over the question "pindah?" is an answer', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    budi.says('lapor');
    expect(budi.says('17 agustus 1995')).toContain('Nama lengkap');
  });

  test('the menu leads back to the draft instead of beginning a second one', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.says('menu');
    expect(budi.says('daftar pelatihan')).toContain('Nama lengkap');
  });
});

describe('words that belong to the service', () => {
  test('STOP is confirmed and the conversation stays open; MULAI turns messages on again', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    expect(budi.says('stop')).toContain('tidak akan mengirim pesan lagi');
    expect(budi.last.deeds.map(({ name }) => name)).toEqual(['henti']);
    const heard = budi.says('mulai');
    expect(budi.last.deeds.map(({ name }) => name)).toEqual(['mulai_lagi']);
    expect(heard).toContain('Tanggal lahir');
  });

  test('PETUGAS hands over and keeps the question', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    const heard = budi.says('petugas');
    expect(budi.last.deeds.map(({ name }) => name)).toEqual(['serahkan']);
    expect(heard).toContain('Tanggal lahir');
  });

  test('a cry for a person at the counter says when the office is open', () => {
    expect(meet().says('petugas')).toContain('menjawab di chat ini, Senin sampai Jumat');
  });

  test('a NIK is refused wherever it is typed, costs no attempt, and the question stays', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    for (const text of ['1903014107660001', 'nik saya 1903 0141 0766 0001', '••••••••••••••••', '1903014107660001']) {
      const heard = budi.says(text);
      expect(heard).toMatch(/^Demi keamanan/u);
      expect(heard).toContain('Nama lengkap');
    }
    expect(budi.last.deeds).toEqual([]);
    expect(meet().says('1903014107660001')).toMatch(/^Demi keamanan/u);
  });

  test('thanks are returned, and are no answer, also where any words are one', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    const heard = budi.says('makasih ya bu');
    expect(heard).toMatch(/^Sama-sama/u);
    expect(heard).toContain('Nama lengkap');
  });

  test('who puts the question off is told that nothing is lost, uses no attempt, and is not asked again at once', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    for (const text of ['besok aja ya', 'nanti dulu bu', 'sy pikir2 dulu', 'sebentar']) {
      expect(budi.says(text)).toMatch(/^Baik, tidak apa-apa\.[^\n]*ULANG[^\n]*$/u);
    }
    expect(budi.last.deeds).toEqual([]);
    expect(budi.says('ulang')).toContain('Nama lengkap');
  });

  test('a cry for help is not told how to write to us', () => {
    expect(meet().says('tolong!! rumah saya kebakaran')).not.toContain('MENU');
  });

  test('the last word of a talk begins no other', () => {
    expect(meet().says('terima kasih banyak pak')).toMatch(/^Sama-sama, Bapak\/Ibu\. Ketik MENU/u);
    expect(meet().says('oke siap 👍')).toMatch(/^Baik, Bapak\/Ibu\. Ketik MENU/u);
  });

  test('a salam after a long silence is returned before anything is asked', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.world.now += 2 * 24 * 60 * 60_000;
    expect(budi.says('assalamualaikum bu maaf baru balas sinyal hilang')).toMatch(/^Waalaikumsalam[^]*Lanjut\?/u);
  });

  test('at the menu one may also say what one wants', () => {
    const budi = meet();
    budi.says('menu');
    expect(budi.says('mau daftar dong kak')).not.toContain('belum terbaca');
  });

  test('BATAL ends the flow and goes back to what was put aside', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995', 'lapor', 'ya']) budi.says(text);
    const heard = budi.says('batal');
    expect(heard).toContain('kita berhenti di sini');
    expect(heard).toContain('Nama lengkap');
  });

  test('help, questions back and greetings use no attempt', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    for (const text of ['bantuan', 'kenapa harus diisi?', 'halo', 'bantuan', 'assalamualaikum', 'ulang']) {
      expect(budi.says(text)).toContain('Tanggal lahir');
    }
    expect(budi.last.deeds).toEqual([]);
  });

  test('a salam is returned first, also when more follows', () => {
    expect(meet().says('assalamualaikum mau daftar')).toMatch(/^Waalaikumsalam/u);
  });

  test('a cry for help is answered first with the numbers of the regency', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    const heard = budi.says('tolong rumah saya kebakaran');
    expect(heard).toMatch(/^Kalau ini keadaan darurat/u);
    expect(heard).toContain('Tanggal lahir');
  });
});
