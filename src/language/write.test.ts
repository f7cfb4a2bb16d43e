import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { valueOf } from '../../test/each-text.ts';
import { addDays } from './calendar.ts';
import { createChoiceList, readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';
import { readName } from './person-name.ts';
import { readPhone, writePhone } from './phone.ts';
import { readTime } from './time.ts';
import { greetByHour, writeDate, writeDateTime, writeShortDate, writeTime, zoneWord } from './write-date.ts';
import { writeList } from './write-list.ts';
import { maskName, maskPhone } from './write-masked.ts';
import { writeNumber, writeRupiah } from './write-number.ts';

describe('what the service writes', () => {
  it.each([
    [writeDate('2026-12-03'), 'Kamis, 3 Desember 2026'],
    [writeShortDate('2026-12-03'), '3 Desember 2026'],
    [writeShortDate('besok'), 'besok'],
    [writeTime('09:00', 'Asia/Jakarta'), 'pukul 09.00 WIB'],
    [writeTime('13:30'), 'pukul 13.30'],
    [writeDateTime('2026-12-03', '08:30', 'Asia/Makassar'), 'Kamis, 3 Desember 2026, pukul 08.30 WITA'],
    [zoneWord('Asia/Jayapura'), 'WIT'],
    [zoneWord('Asia/Jakarta'), 'WIB'],
    [writeNumber(20_000), '20.000'],
    [writeNumber(2.5), '2,5'],
    [writeNumber(-1234.567), '-1.234,57'],
    [writeNumber(-0.001), '0'],
    [writeNumber(Number.NaN), '-'],
    [writeRupiah(150_000_000), 'Rp150.000.000'],
    [writeRupiah(-5000), '-Rp5.000'],
    [writeList([]), ''],
    [writeList(['a']), 'a'],
    [writeList(['a', 'b']), 'a dan b'],
    [writeList(['a', 'b', 'c'], 'atau'), 'a, b, atau c'],
    [maskPhone('+6281234560123'), '0812••••0123'],
    [maskPhone('112'), '••••12'],
    [maskName('Siti Aminah'), 'S••• A•••••'],
    [[0, 4, 10, 11, 14, 15, 17, 18].map(greetByHour).join(' '), 'malam pagi pagi siang siang sore sore malam'],
  ])('%s', (written, want) => {
    expect(written).toBe(want);
  });
});

/** Values of each kind; thousands, since a reading takes microseconds. */
const numRuns = 1000;

describe('what it writes, it reads', () => {
  const today = '2026-11-20';

  it('dates of a hundred and sixty years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (days) => {
        const iso = addDays(today, days);
        expect(valueOf(readDate(writeDate(iso), { today }))).toBe(iso);
        expect(valueOf(readDate(writeShortDate(iso), { today }))).toBe(iso);
      }),
      { numRuns },
    );
  });

  it('dates of birth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 43_000 }), (days) => {
        const iso = addDays(today, -days);
        const birth = { today, purpose: 'tanggal_lahir' };
        expect(valueOf(readDate(writeDate(iso), birth))).toBe(iso);
        expect(valueOf(readDate(`lahir di Tegal, ${writeShortDate(iso)} ya pak`, birth))).toBe(iso);
      }),
      { numRuns },
    );
  });

  it('every minute of the day, in every zone, and the day beside it', () => {
    for (let minutes = 0; minutes < 1440; minutes += 1) {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const)
        expect(valueOf(readTime(writeTime(time, zone)))).toBe(time);
      expect(valueOf(readTime(writeTime(time)))).toBe(time);
      expect(valueOf(readDate(writeDateTime('2026-12-03', time, 'Asia/Jakarta'), { today }))).toBe('2026-12-03');
    }
  });

  it('phones, as written here and as dialled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('11', '21', '38', '52', '77', '95'),
        fc.stringMatching(/^\d{6,8}$/u),
        (prefix, rest) => {
          const phone = `+628${prefix}${rest}`;
          expect(valueOf(readPhone(writePhone(phone)))).toBe(phone);
          expect(valueOf(readPhone(`hp saya ${phone.replace(/(.{3})(...)(....)/u, '$1 $2-$3-')} pak`))).toBe(phone);
        },
      ),
      { numRuns },
    );
  });

  it('lists', () => {
    const labels = ['Barista', 'Menjahit', 'Tata boga', 'Las listrik'];
    const list = createChoiceList(labels.map((label) => ({ label })));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), (rows) => {
        const written = writeList(rows.map((row) => labels[row] ?? ''));
        expect(valueOf(readChoice(written, list, { most: labels.length }))).toEqual(rows);
      }),
    );
  });

  it('numbers and money, to the billions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (value) => {
        expect(valueOf(readNumber(writeNumber(value)))).toBe(value);
        expect(valueOf(readNumber(writeRupiah(value)))).toBe(value);
        expect(valueOf(readNumber(writeNumber(value / 100)))).toBe(value / 100);
      }),
      { numRuns },
    );
  });

  it('names, as it cleaned them', () => {
    const word = fc.stringMatching(/^[BDGJKLMNRSTW][aiu](?:[dklmnrst][aiou]){1,3}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const name = valueOf(readName(`nama saya ${words.join(' ').toLowerCase()}`));
        expect(valueOf(readName(name ?? ''))).toBe(name);
      }),
      { numRuns },
    );
  });
});
