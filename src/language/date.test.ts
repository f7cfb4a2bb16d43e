import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readDate } from './date.ts';

/** A Friday. */
const today = '2026-11-20';

describe('a birth date', () => {
  it.each(
    eachText<string | null>([
      ['1966-06-07', '7 juni 66 | 7-6-66'],
      [null, '12 mei 1970 atau 1971 | bukan 5 januari 1990 | lupa, sekitar 1990'],
      [
        '1990-01-05',
        "5 januari 1990 | 05-01-1990 | 5/1/90 | 5 jan 90 | 05011990 | lima januari seribu sembilan ratus sembilan puluh | tgl 5 januari 1990 | tanggal 5 bulan 1 tahun 1990 | 5 - 1 - 1990 | 5.1.1990 | 5 Januari 1990. | saya lahir 5 januari 1990 | Toboali, 05-01-1990 | lahir di Toboali tanggal 5 januari 1990 | 5 Januari 1990 ya pak, makasih 🙏 | 5 januari tahun 1990 | 1990-01-05 | 5 january 1990 | 5-Jan-1990 | 5 januari '90 | 050190 | 5januari1990",
      ],
      ['1978-12-31', '31 desember 1978 | 31-12-78 | 31 Des 78 | tiga puluh satu desember tujuh delapan'],
      ['2005-09-02', '2 september 2005 | 2 sept 2005 | dua september dua ribu lima | 2-9-05'],
      [
        null,
        '1990 | januari 1990 | 5 januari | 35 tahun | 5-13-1990 | 30 februari 1990 | besok | lupa | 5/1 | 2030-01-01 | 1 januari 2030 | kapan ya | 5 jan atau 6 jan 1990 | 081234567890 | 17-08-1895 | 12',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readDate(text, { today, purpose: 'tanggal_lahir' }))).toBe(want);
  });
});

describe('a day ahead, said on Friday, 20 November 2026', () => {
  it.each(
    eachText<string | null>([
      ['2026-11-26', 'kamis depan | kamis minggu depan | hari kamis tanggal 26'],
      ['2026-12-03', '3 Desember 2026 pukul 09.00 WIB | kamis 3/12 | tanggal 3 bulan 12 | tanggal tiga desember'],
      ['2026-11-18', 'dua hari yang lalu'],
      [
        '2026-11-21',
        'besok | besok pagi | besok ya kak | bsk | hari sabtu | sabtu | sabtu ini | besok sabtu | 21 november | 21 nov | 21/11 | 21-11-2026 | tgl 21 | tanggal 21 | sabtu 21 november | 1 hari lagi',
      ],
      ['2026-11-22', 'lusa | minggu 22 november | hari minggu | 2 hari lagi | dua hari lagi'],
      ['2026-11-20', 'hari ini | sekarang | nanti malam | sore ini | malam ini'],
      ['2026-11-23', 'senin | senin depan | hari senin | tiga hari lagi | senin besok'],
      ['2026-11-24', 'selasa depan | selasa'],
      ['2026-12-04', '2 minggu lagi | dua minggu lagi | 4 desember | 4/12'],
      ['2026-12-05', 'tanggal 5 | tanggal 5 bulan depan | tgl 5 desember'],
      ['2027-01-05', '5 januari | 5 jan 2027 | 5/1/27'],
      [
        null,
        'minggu depan | bulan depan | nanti | kapan-kapan | 3-5 desember | 3 atau 4 desember | akhir bulan | terserah | 31 november | senin atau selasa | tahun depan',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readDate(text, { today, purpose: 'acara' }))).toBe(want);
  });
});

describe('what a date gives beside the day', () => {
  it('repeats a date whose weekday is another', () => {
    expect(readDate('senin 3 desember 2026', { today })).toMatchObject({ value: '2026-12-03', sure: 'likely' });
    expect(readDate('kamis 3 desember 2026', { today })).toMatchObject({ value: '2026-12-03', sure: 'clear' });
  });

  it.each([
    ['17 agustus', 'no_year'],
    ['31 juni 1990', 'date'],
    ['17 agustus 1880', 'age'],
    ['besok', 'relative'],
    ['kapan ya', 'question'],
  ])('says why "%s" is no birth date: %s', (text, why) => {
    expect(readDate(text, { today, purpose: 'tanggal_lahir' })).toEqual({ type: 'none', why });
  });
});
