import { expect, it } from 'vitest';

import { load, meet } from '../../test/engine/meet-person.ts';

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
