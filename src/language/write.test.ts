import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { valueOf } from '../../test/each-text.ts';
import { addDays } from './calendar.ts';
import { createChoiceList, readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';
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

describe('what it writes, it reads', () => {
  const today = '2026-11-20';

  it('dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (days) => {
        const iso = addDays(today, days);
        expect(valueOf(readDate(writeDate(iso), { today }))).toBe(iso);
        expect(valueOf(readDate(writeShortDate(iso), { today }))).toBe(iso);
      }),
    );
  });

  it('times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(valueOf(readTime(writeTime(time, 'Asia/Jakarta')))).toBe(time);
      }),
    );
  });

  it('phones and lists', () => {
    const labels = ['Barista', 'Menjahit', 'Tata boga', 'Las listrik'];
    const options = labels.map((label) => ({ label }));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{7}$/u),
        fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }),
        (digits, rows) => {
          const phone = `+62812${digits}`;
          expect(valueOf(readPhone(writePhone(phone)))).toBe(phone);
          const list = writeList(rows.map((row) => labels[row] ?? ''));
          expect(valueOf(readChoice(list, createChoiceList(options), { most: labels.length }))).toEqual(rows);
        },
      ),
    );
  });

  it('numbers and money', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (value) => {
        expect(valueOf(readNumber(writeNumber(value)))).toBe(value);
        expect(valueOf(readNumber(writeRupiah(value)))).toBe(value);
      }),
    );
  });
});
