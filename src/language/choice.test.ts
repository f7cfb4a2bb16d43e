import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { createChoiceList, readChoice } from './choice.ts';

const TRACKS = [
  'Konten kreator',
  'Digital marketing',
  'Desain grafis',
  'Coding',
  'Keamanan siber',
  'Aplikasi perkantoran',
];

/** The rows as people count them, "1,3". */
function rowsOf(text: string, labels: readonly string[], most = 1): string | null {
  const rows = valueOf(readChoice(text, createChoiceList(labels.map((label) => ({ label }))), { most }));
  return rows === null ? null : rows.map((row) => row + 1).join(',');
}

describe('one of six tracks', () => {
  it.each(
    eachText<string | null>([
      [
        '1',
        'nomor 1 | no. 1 | 1 aja | pilih nomor satu | yang pertama | yg pertama kak | ke-1 | no satu | saya pilih 1 | 1 kak | 1️⃣ | konten kreator | Konten Kreator | konten | kreator | youtuber | 1. Konten kreator | opsi 1 | pilihan 1 | kesatu | saya mau yang konten kreator | kontn kreator',
      ],
      [
        '2',
        '2 | yang kedua | kedua | nomor dua | marketing | digital marketing kak | dgital marketing | pemasaran | bukan 1 tapi 2',
      ],
      [
        '3',
        'desain | design | desain grafis | graphic design | grafis | desaign grafis | yang desain aja | eh 3 maksudnya 3',
      ],
      ['4', 'coding | koding | ngoding kak | programming | yang ke 4 | keempat'],
      ['5', 'keamanan siber | keamanan | siber | cyber security | yang kelima | keamanan saiber'],
      [
        '6',
        'aplikasi perkantoran | perkantoran | aplikasi | microsoft office | terakhir | yang paling bawah | ke enam | nomor enam',
      ],
      [
        null,
        '0 | 7 | 10 | 1 atau 2 | 1,2 | semua | apa aja | bebas | terserah | ya | tidak | halo | S1 | D3 | P3K | tanggal 3 | umur 4 tahun | jam 2 | 2 anak | gelombang 1 | bukan 1 | selain 2 | jangan 3 | yang mana ya | memasak | 3 orang | konten kreator atau coding | rt 3',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, TRACKS)).toBe(want);
  });
});

describe('up to three tracks', () => {
  it.each(
    eachText<string | null>([
      [
        '1,3',
        '1,3 | 1, 3 | 1 & 3 | 1+3 | 1;3 | 1/3 | 1 sama 3 | satu dan tiga | yang pertama dan ketiga | konten kreator, desain grafis | konten sama desain | 1 dan desain grafis | nomor 1 dan 3 | no 1 sama no 3 | 1 serta 3 kak',
      ],
      ['3,1', '3,1 | 3 dan 1 | desain lalu konten'],
      ['1,2,3', '1-3 | 1 sampai 3 | 1 s/d 3 | 1 2 3 | satu, dua, tiga | 1. 2. 3 | 1,2 dan 3'],
      ['2', '2 | marketing | 2,2'],
      [null, '1-4 | semua | 1,2,3,4 | 1 dan 8 | konten dan memasak'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(rowsOf(text, TRACKS, 3)).toBe(want);
  });
});

describe('what a choice gives beside the rows', () => {
  const list = createChoiceList([
    { label: 'Gelombang 1: 3-5 Desember 2026', code: 'g1' },
    { label: 'Gelombang 2: 10-12 Desember 2026', code: 'g2' },
  ]);

  it('a code may be typed', () => {
    expect(valueOf(readChoice('G2', list))).toEqual([1]);
  });

  it('a day chooses the row it falls in, and is no row number', () => {
    expect(valueOf(readChoice('tanggal 11', list))).toEqual([1]);
    expect(valueOf(readChoice('10 desember', list))).toEqual([1]);
    expect(valueOf(readChoice('tanggal 2', list))).toBe(null);
  });

  it('what is counted behind a label is no part of its last word', () => {
    const classes = createChoiceList([
      { label: 'Konten Kreator gelombang 1, 28 November 2026, Aula Kecamatan Toboali (50 kursi lagi)' },
      { label: 'Konten Kreator gelombang 2, 5 Desember 2026, Balai Desa Gadung (50 kursi lagi)' },
    ]);
    expect(valueOf(readChoice('konten kreator yg di toboali', classes))).toEqual([0]);
    expect(valueOf(readChoice('konten kreator balai desa gadung', classes))).toEqual([1]);
  });

  it('rows that fit equally well are candidates', () => {
    expect(readChoice('desember', list)).toEqual({ type: 'several', candidates: [[0], [1]] });
  });

  it('says why: a question, a number that is not there, too many', () => {
    expect(readChoice('bedanya apa?', list)).toEqual({ type: 'none', why: 'question' });
    expect(readChoice('7', list)).toEqual({ type: 'none', why: 'range' });
    expect(readChoice('1 dan 2', list)).toEqual({ type: 'none', why: 'many' });
  });

  it('keeps the order said, unless order means nothing', () => {
    expect(valueOf(readChoice('2,1', list, { most: 2, ordered: true }))).toEqual([1, 0]);
    expect(valueOf(readChoice('2,1', list, { most: 2, ordered: false }))).toEqual([0, 1]);
  });

  it('a slip of the finger is repeated', () => {
    expect(readChoice('desaon', createChoiceList([{ label: 'Desain' }, { label: 'Coding' }]))).toMatchObject({
      value: [0],
      sure: 'likely',
    });
  });
});
