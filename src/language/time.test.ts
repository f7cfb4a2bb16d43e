import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readTime } from './time.ts';

describe('a time of day', () => {
  it.each(
    eachText<string | null>([
      ['09:30', 'jam sembilan tiga puluh pagi | jam 9 30 pagi | setengah 10 pagi'],
      ['20:30', 'jam 8.30 malam | malam jam setengah 9'],
      [
        '09:00',
        'jam 9 pagi | 9 pagi | 09.00 | 09:00 | pukul 9.00 | jam 09.00 wib | pukul sembilan pagi | jam 9 pagi ya pak, makasih 🙏 | 9.00 pagi | jam 9 tepat pagi',
      ],
      [
        '14:30',
        'setengah tiga sore | setengah 3 siang | 14.30 | jam 14.30 | 2.30 siang | jam 2.30 sore | jam dua lewat tiga puluh siang | jam 2 lebih 30 menit siang',
      ],
      ['10:15', '10.15 | jam 10 lewat 15 pagi | jam sepuluh lewat seperempat pagi | 10:15 WITA'],
      ['19:00', 'jam 7 malam | 7 malam | 19.00 | jam 19 | pukul 19.00 | jam tujuh malam | jam 19.00 wib'],
      ['06:45', 'jam 7 kurang 15 pagi | jam tujuh kurang seperempat pagi | 6.45 pagi'],
      ['12:00', 'jam 12 siang | 12 siang | 12.00 | tengah hari'],
      ['00:00', 'jam 12 malam | tengah malam | 00.00'],
      ['04:30', 'setengah lima subuh | setengah 5 pagi | 04.30 | 4.30 subuh'],
      ['01:00', 'jam 1 malam | jam 1 dini hari | 01.00'],
      ['13:00', 'jam 1 siang | 13.00 | jam 13'],
      ['12:30', 'setengah satu siang'],
      ['17:30', 'setengah 6 sore | jam 5 sore lewat 30 menit'],
      [
        null,
        'jam 3 | 1.30 | 6.45 | 25.00 | 10.75 | jam berapa | pagi | sore aja | habis isya | jam 9 atau 10 | 9-11 pagi | jam 13 pagi | setengah 8 | kapan saja | 3 | siang hari | 24 jam | 3 jam',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readTime(text))).toBe(want);
  });

  it('offers both hours when the part of the day is missing', () => {
    expect(readTime('jam 3')).toEqual({ type: 'several', candidates: ['03:00', '15:00'] });
  });
});
