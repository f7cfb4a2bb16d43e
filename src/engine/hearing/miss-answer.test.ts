import { expect, it } from 'vitest';

import { load, meet } from '../../../test/engine/meet-person.ts';

it('attempts end, also at a question that is called as something every object has', () => {
  const flows = load(`
alur: uji
judul: Uji
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [uji] }
langkah:
  - tanya: constructor
    teks: Berapa orang?
    jenis: angka
    kesempatan: 2
    jika_habis:
      - kirim: Lain kali saja.
      - selesai
`);
  const person = meet(flows, {});
  person.says('uji');
  person.says('hmm');
  expect(person.says('hmm')).toContain('Lain kali saja.');
});

it('BANTUAN at a question without words of its own says how such an answer is written', () => {
  const flows = load(`
alur: uji
judul: Uji
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [uji] }
langkah:
  - tanya: orang
    teks: Berapa orang?
    jenis: angka
  - tanya: rumah
    teks: Di mana rumahnya?
    jenis: lokasi
`);
  const person = meet(flows, {});
  person.says('uji');
  expect(person.says('bantuan')).toBe(
    'Tulis angkanya saja, misalnya 25. Kalau ragu, ketik PETUGAS. Untuk berhenti, ketik BATAL.\n\nBerapa orang?',
  );
  expect(person.says('untuk apa ya?')).toContain('hanya dapat membaca jawaban');
  person.says('3');
  expect(person.says('bantuan')).toMatch(/^Mohon kirim lokasinya.*ketik PETUGAS/u);
});

it('what may be skipped offers that from the first miss on; a last line without a value leaves no gap', () => {
  const flows = load(`
alur: uji
judul: Uji
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [uji] }
langkah:
  - atur: { peta: '""' }
  - kirim: |
      Di balai desa.
      {{ peta }}
  - tanya: foto
    teks: Ada foto?
    jenis: foto
    wajib: tidak
`);
  const person = meet(flows, {});
  expect(person.says('uji')).toMatch(/^Di balai desa\.\n\nAda foto\?/u);
  person.says('tidak tahu');
  expect(person.last.out.at(-1)?.choices?.map(({ label }) => label)).toEqual(['Lewati']);
});
