import { describe, expect, test } from 'vitest';

import { KNOWN, load, meet, sample } from '../../../test/engine/meet-person.ts';
import type { Supposed } from '../transcript/read-transcript.ts';

const TO_SUMMARY = ['daftar', '1', '17-08-1995', 'Budi', 'ya', 'lewati', '1', 'ya'];

function atSummary(supposed: Supposed = KNOWN): ReturnType<typeof meet> {
  const budi = meet(sample, supposed);
  for (const text of TO_SUMMARY) budi.says(text);
  return budi;
}

describe('walking again', () => {
  test('what was said is said once more only when its words changed', () => {
    const budi = meet();
    expect(budi.says('daftar')).toContain('Tema mana');
    expect(budi.says('1')).toContain('Tema Konten kreator diadakan');
    budi.says('kembali');
    expect(budi.says('1')).not.toContain('diadakan');
    budi.says('kembali');
    expect(budi.says('2')).toContain('Tema Pemasaran digital diadakan');
  });

  test('a corrected answer asks again only what mentions it', () => {
    const budi = atSummary();
    expect(budi.says('1')).toContain('Tema mana');
    const heard = budi.says('koding');
    expect(heard).toContain('Bersedia mengikuti Koding');
    expect(heard).not.toContain('Nama lengkap');
    expect(budi.says('ya')).toContain('1. Tema: Koding');
  });

  test('an answer that becomes needed is asked, one that is no longer reached is gone', () => {
    const budi = atSummary();
    budi.says('pekerjaan');
    expect(budi.says('asn')).toContain('Instansi mana?');
    expect(budi.says('Dinas Pertanian')).toContain('Instansi: Dinas Pertanian');
    budi.says('pekerjaan');
    expect(budi.says('pelajar')).not.toContain('Instansi');
  });

  test('a birth date corrected to a child brings the guardian in', () => {
    const budi = atSummary();
    budi.says('ubah lahir');
    expect(budi.says('17-08-2012')).toContain('Nama orang tua atau wali untuk Konten kreator');
    budi.says('Harun');
    expect(budi.says('ya')).toContain('Mohon diperiksa');
  });

  test('KEMBALI goes into a flow that is finished', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-2012', 'Harun', 'ya']) budi.says(text);
    expect(budi.says('kembali')).toContain('Apakah Harun mengizinkan?');
    expect(budi.says('kembali')).toContain('Nama orang tua atau wali');
    expect(budi.says('Harun')).toContain('Nama lengkap peserta?');
  });

  test('KEMBALI passes over a consent and stops at a deed', () => {
    const budi = meet(sample, { ...KNOWN, kontak: { persetujuan: [] } });
    for (const text of ['daftar', '1', 'setuju']) budi.says(text);
    expect(budi.says('kembali')).toContain('Tema mana');
    expect(budi.says('1')).toContain('Tanggal lahir');
    const siti = atSummary();
    siti.says('kirim');
    expect(siti.says('kembali')).toContain('tidak dapat dikembalikan');
  });

  test('KEMBALI out of a correction leaves the answer as it was', () => {
    const budi = atSummary();
    budi.says('ubah nama');
    expect(budi.says('kembali')).toContain('3. Nama: Budi');
  });

  test('a deed with the same arguments is passed, with others it is done again', () => {
    const flows = load(`
alur: coba
judul: Coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: nama
    teks: Nama?
    jenis: nama
  - tanya: kota
    teks: Kota?
  - lakukan: daftarkan_contoh
    dengan: [nama]
    hasil:
      diterima:
        - kirim: Nomor {{ nomor }}.
      penuh: lanjut
  - pastikan: [nama, kota]
`);
    const budi = meet(flows, {
      hasil: { daftarkan_contoh: [{ diterima: { nomor: 'A' } }, { diterima: { nomor: 'B' } }] },
    });
    for (const text of ['coba', 'Budi', 'Toboali']) budi.says(text);
    budi.says('kota');
    budi.says('Koba');
    expect(budi.last.deeds).toEqual([]);
    budi.says('nama');
    expect(budi.says('Siti')).toContain('Nomor B.');
    expect(budi.last.deeds).toHaveLength(1);
  });

  describe('a question that nobody could answer counts as answered', () => {
    const ways = [
      ['lewati', 'Berapa umurnya?'],
      ['lanjut', 'Berapa umurnya?'],
      ['\n      - kirim: Kotanya kami cari sendiri.', 'Kotanya kami cari sendiri.\n\nBerapa umurnya?'],
    ] as const;
    test.each(ways)('%s', (habis, next) => {
      const flows = load(`
alur: coba
judul: Coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: nama
    teks: Nama?
    jenis: nama
  - tanya: kota
    teks: Kota mana?
    jenis: wilayah
    tingkat: kecamatan
    kesempatan: 2
    jika_habis: ${habis}
  - tanya: umur
    teks: Berapa umurnya?
    jenis: angka
`);
      const budi = meet(flows, {});
      for (const text of ['coba', 'Budi', '??']) budi.says(text);
      expect(budi.says('??')).toBe(next);
      expect(budi.says('kembali')).toContain('Kota mana?');
      expect(budi.says('kembali')).toContain('Nama?');
      expect(budi.says('Budi')).toBe('Berapa umurnya?');
    });
  });

  test('the summary that comes back after a correction has all its attempts', () => {
    const budi = atSummary();
    for (const text of ['hmm', 'hmm', 'ubah nama', 'Budi', 'hmm']) budi.says(text);
    expect(budi.says('hmm')).toContain('Mohon diperiksa');
    expect(budi.last.deeds).toEqual([]);
  });

  test('a question that a jump of the author led to is asked, whatever is known, also after KEMBALI', () => {
    const flows = load(`
alur: coba
judul: Coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: kota
    teks: Kota?
  - tanya: telepon
    teks: Nomor HP?
    jenis: telepon
    isi_dari: kontak.telepon
  - tanya: benar
    teks: Nomornya {{ telepon | samar }}, benar?
    jenis: ya_tidak
    lalu:
      tidak: { lanjut_ke: telepon }
`);
    const budi = meet(flows);
    for (const text of ['coba', 'Toboali']) budi.says(text);
    expect(budi.says('tidak')).toContain('Nomor HP?');
    expect(budi.says('kembali')).toContain('Kota?');
    expect(budi.says('Toboali')).toContain('Nomor HP?');
    expect(budi.says('0813 5555 0000')).toContain('benar?');
  });

  test('a jump of the author asks anew what stands in its block, even when the answer is the same', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995', 'Budi', 'ya', 'lewati', '1', 'tidak']) budi.says(text);
    expect(budi.says('1')).toContain('Bersedia mengikuti Konten kreator');
  });
});
