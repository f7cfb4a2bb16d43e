import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../../test/each-text.ts';
import { createChoiceList, readChoice } from '../choice.ts';

const TRACKS = createChoiceList(
  ['Konten kreator', 'Digital marketing', 'Desain grafis', 'Coding', 'Keamanan siber', 'Aplikasi perkantoran'].map(
    (label) => ({ label }),
  ),
);

/** The rows as people count them, "1,3". */
function rowsOf(text: string, most: number, list = TRACKS): string | null {
  const rows = valueOf(readChoice(text, list, { most }));
  return rows === null ? null : rows.map((row) => row + 1).join(',');
}

describe('a row by its place, letter or Roman numeral', () => {
  it.each(
    eachText<string | null>([
      ['1', 'paling atas | yang paling pertama | yang awal | pilihan A | ke satu | kahiji'],
      ['2', 'II | pilihan B | nomor II | yg kdua | nu kadua | nomor 2 dari atas'],
      ['3', 'III | nomor tiga dari atas | baris ketiga | ketgia'],
      ['4', 'ketiga dari bawah | nomor 3 dari belakang | pilihan d'],
      ['5', 'kedua dari bawah | yang sebelum terakhir | nomor dua dari bawah'],
      ['6', 'yang bontot | terahir | nomor buncit | paling ujung bawah'],
      [null, 'A | b | kedelapan dari bawah | pilihan z | -1 | dua terakhir'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, 1)).toBe(want);
  });
});

describe('what is taken back or denied is not chosen', () => {
  it.each(
    eachText<string | null>([
      ['2', 'bukan yang 1, yang 2 aja | bukan nomor satu nomor dua | tadinya 1 sekarang 2 | 1 eh 2 | 2 bukan 1'],
      ['3', 'eh salah, 3 maksudnya | salah pencet, desain grafis | 2 ganti 3 | ralat 3 | jangan 1, 3 saja'],
      ['4', 'yang 1 jangan, 4 saja | ga jadi 2, mau 4 | coding eh bukan desain, coding | coding soalnya desain susah'],
      [null, 'bukan 1 | jangan 1, 2 | bukan 1 bukan 2 | salah satu aja | desain grafis nomor 4 | nomor 2 coding'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, 1)).toBe(want);
  });
});

describe('several rows at once', () => {
  it.each(
    eachText<string | null>([
      ['1,3,4,5,6', 'semuanya kecuali nomor 2 | semua selain digital marketing | kecuali 2 semuanya mau'],
      ['1,2,3', 'tiga pertama | dari 1 sampai 3 | konten kreator digital marketing desain grafis'],
      ['5,6', 'dua terakhir | siber office | 5 lan 6'],
      ['2,3', 'bukan 1, 2 dan 3 aja | 2,3 bukan 5'],
      [null, 'kecuali coding | semua kecuali menjahit | 1 dan menjahit | 1 atau 3 | jangan 1,2'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, 6)).toBe(want);
  });
});

describe('a number in a sentence', () => {
  it.each(
    eachText<string | null>([
      ['3', 'ibu mau yang nomor tiga nak | nomor 3 saja pak biar dekat rumah | anu yang nomor tiga gitu'],
      [null, 'coba jelaskan nomor 3 | nomor hp saya 3 | kalau nomor 2 penuh | saya punya 3 | anak saya 3 | jam 3'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, 1)).toBe(want);
  });
});

describe('a row by what it spans', () => {
  const hours = ['Pagi (08-11)', 'Siang (13-16)', 'Malam (19-21)'];
  const ages = ['17-25 tahun', '26-35 tahun', '36-45 tahun', '46 tahun ke atas'];
  const money = ['Rp500 ribu ke bawah', 'Rp500 ribu-1 juta', 'Rp1-2 juta', 'Di atas Rp2 juta'];
  const heads = ['1-2 orang', '3-4 orang', 'Lebih dari 4 orang'];

  it.each([
    [hours, 'jam 8', '1'],
    [hours, 'jam 2 siang', '2'],
    [hours, '13', '2'],
    [hours, 'jam 7 malem', '3'],
    [hours, 'jam 12', null],
    [ages, '20', '1'],
    [ages, '2', '2'],
    [ages, 'tiga puluh tahun', '2'],
    [ages, 'diatas 46', '4'],
    [ages, '15 tahun', null],
    [money, '700rb', '2'],
    [money, 'sejuta setengah', '3'],
    [money, '3 jt', '4'],
    [heads, '3-4', '2'],
    [heads, '8', '3'],
  ] as const)('in %j "%s" is %s', (labels, text, want) => {
    expect(rowsOf(text, 1, createChoiceList(labels.map((label) => ({ label }))))).toBe(want);
  });
});

describe('two rows named without anything between', () => {
  const list = createChoiceList(
    ['Jalan rusak', 'Lampu jalan padam', 'Sampah', 'Banjir/genangan'].map((label) => ({ label })),
  );

  it.each([
    ['jalan rusak lampu mati', 1, null],
    ['lampu mati jalan rusak', 1, null],
    ['jalan rusak lampu mati', 2, '1,2'],
    ['jalan rusak parah', 1, '1'],
    ['lampu jalan mati', 1, '2'],
    ['jalan banjir', 1, '4'],
  ] as const)('"%s" of %i is %s', (text, most, want) => {
    expect(rowsOf(text, most, list)).toBe(want);
  });
});
