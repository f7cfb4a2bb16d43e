import { expect, test } from 'vitest';

import { findPersonalData } from './find-personal-data.ts';

test.each([
  ['Peserta 1903015708950001 mohon datang', 'nik'],
  ['NIK 1903 0157 0895 0001', 'nik'],
  ['Hubungi 0812 3456 7890', 'telepon'],
  ['Hubungi +62 812-3456-7890 ya', 'telepon'],
  ['wa 6281234567890', 'telepon'],
  ['Tulis ke siti.aminah@contoh.go.id', 'email'],
  ['Darurat: 112. Kantor: (0718) 123456', null],
  ['Senin, 14-12-2026 pukul 09.00, biaya Rp0', null],
  ['Nomor surat 005/1234/2026', null],
])('%s: %s', (text, found) => {
  expect(findPersonalData(text)).toBe(found);
});
