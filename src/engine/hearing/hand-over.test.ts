import { expect, test } from 'vitest';

import { load, meet } from '../../../test/engine/meet-person.ts';
import type { Person } from '../../../test/engine/meet-person.ts';

const asks = (head: string): string => `
alur: coba
judul: Coba
${head}
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: jumlah
    teks: Berapa orang yang ikut?
    jenis: angka
  - pastikan: [jumlah]
    teks: Sudah benar?
  - kirim: Baik, {{ jumlah }} orang.
`;
const flows = load(asks('untuk: petugas'));

/** Says what nobody can read; what was answered to the third. */
function missesThrice(person: Person): string {
  for (const text of ['hmm', 'anu']) person.says(text);
  return person.says('entahlah');
}

test('an officer who cannot be read is told what there is to do, and nobody is called', () => {
  const rina = meet(flows, { petugas: { nama: 'Rina' } });
  rina.says('coba');
  for (let round = 0; round < 2; round += 1) {
    const told = missesThrice(rina);
    expect(rina.last.deeds).toEqual([]);
    expect(told).toContain('BATAL');
    expect(told).toContain('Berapa orang yang ikut?');
  }
  expect(rina.says('3')).toContain('Sudah benar?');
  expect(missesThrice(rina)).toContain('BANTUAN');
  expect(rina.last.deeds).toEqual([]);
  expect(rina.says('kirim')).toBe('Baik, 3 orang.');
});

test('for a resident a person is called', () => {
  const budi = meet(load(asks('dasar: tugas_publik')));
  budi.says('coba');
  expect(missesThrice(budi)).toContain('petugas sudah kami beri tahu');
  expect(budi.last.deeds.map(({ name }) => name)).toEqual(['serahkan']);
});
