import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readNumber } from './number.ts';

describe('a number', () => {
  it.each(
    eachText<number | null>([
      [2, 'berdua | dua kali | 2 orang saja'],
      [30, 'kurang lebih 30 | 30-an | tiga puluh'],
      [1000200, 'satu juta dua ratus'],
      [
        25,
        '25 | 25 orang | dua puluh lima | 25an | sekitar 25 | kira-kira 25 orang | ada 25 orang | jumlahnya 25 | 25. | 25 ya pak, makasih 🙏 | umur saya 25 tahun | usia 25',
      ],
      [100, '100 | seratus | seratus orang | 1 ratus'],
      [150, 'seratus lima puluh | 150'],
      [1250, '1.250 | seribu dua ratus lima puluh | 1250'],
      [
        2000000,
        '2 juta | dua juta | 2jt | 2 jt | 2.000.000 | Rp2.000.000 | Rp 2 juta | rp 2.000.000,- | 2000000 rupiah | dua juta rupiah',
      ],
      [1500, '1500 | seribu lima ratus | 1,5 ribu | 1.5rb'],
      [0.5, 'setengah | 0,5 | 0.5'],
      [1.5, '1,5 | satu setengah | satu koma lima'],
      [0, '0 | nol | kosong | belum ada | tidak ada | tidak punya'],
      [12, 'selusin | dua belas | 12 | satu lusin | duabelas'],
      [24, 'dua lusin | 2 lusin'],
      [2, 'sepasang | satu pasang'],
      [500000, 'setengah juta | 500 ribu | 500k | lima ratus ribu | 500.000'],
      [21, 'dua puluh satu | 21 | dua puluh 1'],
      [
        null,
        'banyak | belasan | puluhan | beberapa | 1 atau 2 | 10-20 | 10 sampai 20 | -3 | minus 3 | tidak tahu | berapa? | 1.00.0 | s1 | p3k | ya | 2 laki 3 perempuan | lebih dari 10 | antara 5 dan 10',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readNumber(text))).toBe(want);
  });

  it('an estimate is repeated', () => {
    expect(readNumber('sekitar 25')).toMatchObject({ value: 25, sure: 'likely' });
  });

  it('so is a count of a part of the family, which may leave out the others', () => {
    expect(readNumber('saya sama istri dan anak 2')).toMatchObject({ value: 2, sure: 'likely' });
    expect(readNumber('berdua sama istri')).toMatchObject({ value: 2, sure: 'clear' });
    expect(readNumber('anak 2')).toMatchObject({ value: 2, sure: 'clear' });
  });
});
