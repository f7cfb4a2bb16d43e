import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { readRollCall } from './roll-call.ts';

const names = [
  'Andi Saputra',
  'Budi Santoso',
  'Citra Lestari',
  'Eko Prasetyo',
  'Gunawan',
  'Hasan Basri',
  'Joko Susilo',
  'Muhammad Rizki',
  'Siti Aminah',
  'Siti Rahma',
];
/** Numbers as the list shows them. */
const read = (text: string) => {
  const call = readRollCall(text, names);
  const rows = call.rows.map((row) => row + 1).toSorted((a, b) => a - b);
  return call.type === 'present' ? rows : { part: call.part, rows };
};
const everybody = names.map((_, row) => row + 1);
const without = (...numbers: readonly number[]) => everybody.filter((number) => !numbers.includes(number));

describe('an officer says who was in class', () => {
  it.each([
    ['semua', everybody],
    ['Semua hadir.', everybody],
    ['hadir semua pak', everybody],
    ['lengkap', everybody],
    ['semua hadir kecuali 3, 7 dan Budi', without(2, 3, 7)],
    ['Semua hadir, kecuali: 3, 7, dan Siti Aminah', without(3, 7, 9)],
    ['smua orang hadir kec. no 3 & no 7, makasih', without(3, 7)],
    ['kecuali 3', without(3)],
    ['selain 3 dan 5 hadir semua', without(3, 5)],
    ['semua hadir kecuali 3-7', without(3, 4, 5, 6, 7)],
    ['semua kecuali Pak Budi (sakit), Bu Citra izin', without(2, 3)],
    ['Semua hadir kecuali:\n- 3\n- 7\n- Budi', without(2, 3, 7)],
    ['semua kecuali muhamad rizki', without(8)],
    ['yang tidak hadir 3, 7 dan Budi', without(2, 3, 7)],
    ['gak masuk budi', without(2)],
    ['3 sakit, 7 izin', without(3, 7)],
    ['semua tidak hadir kecuali 3', [3]],
    ['1, 4 dan siti rahma', [1, 4, 10]],
    ['yang hadir 1 sampai 4 dan gunawan', [1, 2, 3, 4, 5]],
  ])('%s', (text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it.each([
    ['semua kecuali siti', 'siti', [9, 10]],
    ['semua kecuali 11', '11', []],
    ['semua kecuali 3 orang', '3 orang', []],
    ['semua kecuali 3, Rudi dan 7', 'Rudi', []],
    ['Budi hadir, Citra tidak hadir', 'Budi hadir, Citra tidak hadir', []],
    ['gunawan hadir kecuali budi', 'gunawan hadir', []],
    ['tidak ada yang hadir', 'tidak ada yang hadir', []],
    ['semua kecuali', '', []],
  ])('%s: what is unclear is told', (text, part, rows) => {
    expect(read(text)).toEqual({ part, rows });
  });
});

test('all but some are all others, by number or by name', () => {
  const some = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: names.length }), fc.boolean()), {
    minLength: 1,
    maxLength: names.length,
    selector: ([number]) => number,
  });
  fc.assert(
    fc.property(some, (left) => {
      const said = left.map(([number, isByName]) => (isByName ? (names[number - 1] ?? '') : String(number)));
      expect(read(`semua hadir kecuali ${said.join(', ')}`)).toEqual(without(...left.map(([number]) => number)));
    }),
  );
});
