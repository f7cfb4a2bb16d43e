import { describe, expect, test } from 'vitest';

import { hear, load, meet } from '../../test/engine/meet-person.ts';

describe('rows to pick', () => {
  test('more than ten come in pages, and a number means what was seen', () => {
    const budi = meet();
    expect(budi.says('daftar')).toContain('10 Lagi');
    const second = budi.says('lagi');
    expect(second).toContain('1 Pengolahan kata');
    expect(second).toContain('5 Lihat dari awal');
    expect(budi.says('2')).toContain('Tema Lembar kerja');
  });

  test('a label of another page is understood, a number of another page is not', () => {
    const budi = meet();
    budi.says('daftar');
    expect(budi.says('12')).toContain('belum terbaca');
    expect(budi.says('robotika')).toContain('Tema Robotika');
  });

  test("a bare yes is no answer of one's own; other words are", () => {
    const helpful = load(`
alur: coba
judul: Coba
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: bantuan
    teks: Apakah perlu bantuan khusus?
    jenis: pilihan
    pilihan: { tidak: Tidak perlu, kursi: Jalan untuk kursi roda }
    boleh_tulis_sendiri: ya
  - kirim: Dicatat, {{ bantuan }}.
`);
    const siti = meet(helpful);
    siti.says('coba');
    expect(siti.says('ya')).not.toContain('Dicatat');
    expect(siti.says('pendamping')).toContain('Dicatat, pendamping.');
  });

  test("a row that is written out where one's own words are asked for is that row", () => {
    const flows = load(`
alur: coba
judul: Coba
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: lembaga
    teks: Lembaga apa?
    jenis: pilihan
    pilihan: { desa: Pemerintah desa, usaha: Dunia usaha }
    boleh_tulis_sendiri: ya
  - jika: lembaga = desa
    maka:
      - kirim: Desa mana?
  - kirim: Dicatat, {{ lembaga }}.
`);
    const siti = meet(flows);
    siti.says('coba');
    siti.taps('Lainnya (tulis sendiri)');
    expect(siti.says('pemerintah desa')).toContain('Desa mana?');
    siti.says('coba');
    siti.taps('Lainnya (tulis sendiri)');
    expect(siti.says('Karang Taruna')).toBe('Dicatat, Karang Taruna.');
  });

  describe("back from writing one's own words", () => {
    const flows = load(`
alur: coba
judul: Coba
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: nama
    teks: Siapa namanya?
    jenis: nama
  - tanya: lembaga
    teks: Lembaga apa?
    jenis: pilihan
    pilihan: { desa: Pemerintah desa, usaha: Dunia usaha }
    boleh_tulis_sendiri: ya
  - kirim: Dicatat, {{ lembaga }}.
`);

    test.each(['kembali', 'ulang', 'bantuan'])('%s leads to the rows, and a number is one of them', (word) => {
      const siti = meet(flows);
      for (const text of ['coba', 'Siti', '3']) siti.says(text);
      const list = siti.says(word);
      expect(list).toContain('Lembaga apa?');
      expect(list).toContain('1 Pemerintah desa');
      expect(siti.says('2')).toBe('Dicatat, Dunia usaha.');
    });

    test('kembali twice leads to the question before', () => {
      const siti = meet(flows);
      for (const text of ['coba', 'Siti', '3', 'kembali']) siti.says(text);
      expect(siti.says('kembali')).toContain('Siapa namanya?');
      expect(siti.says('Siti')).toContain('Lembaga apa?');
    });
  });

  test('several are gathered tap by tap until it is enough', () => {
    const several = load(`
alur: coba
judul: Coba
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: hari
    teks: Hari apa?
    jenis: pilihan
    pilihan: { a: Senin, b: Selasa, c: Rabu }
    banyak: 1-3
  - kirim: "{{ hari | sebutkan }}"
`);
    const siti = meet(several);
    siti.says('coba');
    expect(siti.taps('Rabu')).toContain('Sudah dipilih: Rabu');
    expect(siti.taps('Senin')).toContain('Rabu dan Senin');
    expect(siti.taps('Cukup')).toContain('Rabu dan Senin');
  });

  test('own words are taken where the flow allows them', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995', 'Budi', 'ya', 'lewati']) budi.says(text);
    expect(budi.taps('Lainnya (tulis sendiri)')).toContain('ditulis sendiri');
    expect(budi.says('nelayan')).toContain('Bersedia');
  });
});

describe('buttons', () => {
  test('an old one is answered politely and the open question comes again', () => {
    const budi = meet();
    budi.says('daftar');
    const [old] = budi.last.out.flatMap((out) => out.choices ?? []);
    budi.says('1');
    const heard = hear(budi, budi.talk.take({ type: 'tap', choice: old?.id ?? '' }));
    expect(heard).toContain('milik pertanyaan sebelumnya');
    expect(heard).toContain('Tanggal lahir');
  });

  test('tapped twice by an unsteady finger, one counts once', () => {
    const budi = meet();
    budi.says('daftar');
    const before = budi.last;
    budi.taps('Konten kreator');
    budi.last = before;
    expect(budi.taps('Konten kreator')).toBe('');
    expect(budi.says('17-08-1995')).toContain('Nama lengkap');
  });

  test('after help the buttons of before are still good', () => {
    const budi = meet();
    budi.says('daftar');
    const before = budi.last;
    budi.says('bantuan');
    budi.last = before;
    expect(budi.taps('Konten kreator')).toContain('Tema Konten kreator');
  });

  test('one of a conversation that was put aside brings it back', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995', 'Budi', 'ya', 'lewati']) budi.says(text);
    const before = budi.last;
    budi.says('menu');
    budi.last = before;
    expect(budi.taps('Pelajar')).toContain('Bersedia');
  });

  test('one of a finished conversation says so', () => {
    expect(hear(meet(), meet().talk.take({ type: 'tap', choice: 'abc.0' }))).toContain('sudah selesai');
  });
});
