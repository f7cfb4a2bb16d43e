import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { hidesNik, readNik, redactNiks } from './nik.ts';

const today = '2026-11-20';
/** A made-up man and woman, first registered in Toboali. */
const MAN = '1903011708959001';
const WOMAN = '1903015708959002';

describe('a NIK', () => {
  it.each([
    MAN,
    '1903 0117 0895 9001',
    '19.03.01.170895.9001',
    'NIK saya 190301-170895-9001 kak',
    'nik1903011708959001',
  ])('"%s" tells sex and birth', (text) => {
    expect(valueOf(readNik(text, { today }))).toEqual({ nik: MAN, gender: 'L', birth: '1995-08-17' });
  });

  it('adds 40 to the day of a woman', () => {
    expect(valueOf(readNik(WOMAN, { today }))).toMatchObject({ gender: 'P', birth: '1995-08-17' });
  });

  it.each(
    eachText<string>([
      ['length', '190301170895900 | 19030117089590011'],
      ['non_digit', '1903O11708959001 | l903011708959001'],
      ['province', '9903011708959001 | 0003011708959001'],
      ['date', '1903013208959001 | 1903014008959001 | 1903017208959001 | 1903011713959001 | 1903012902019001'],
      ['serial', '1903011708950000'],
      ['no_nik', 'tidak hafal | ************9001 | rahasia'],
      ['many', '1903011708959001 atau 1903015708959002'],
    ]),
  )('"%s" is none: %s', (text, why) => {
    expect(readNik(text, { today })).toEqual({ type: 'none', why });
  });

  it.each([
    ['6473021708909015', {}, 'region_unknown'],
    ['1903010512219002', {}, 'age'],
    ['1212121212121212', {}, 'pattern'],
    [MAN, { birth: '1995-08-18' }, 'birth_mismatch'],
    [MAN, { gender: 'perempuan' as const }, 'gender_mismatch'],
  ])('%s with %o only warns: %s', (text, known, warning) => {
    const reading = readNik(text, { today, ...known });
    expect(reading.type === 'value' ? reading.warn : []).toContain(warning);
  });

  it('reads a year after this one as of the last century', () => {
    expect(valueOf(readNik('1903011708279001', { today }))?.birth).toBe('1927-08-17');
    expect(valueOf(readNik('1903011708269001', { today }))?.birth).toBe('2026-08-17');
  });
});

describe('a NIK in a text that is stored', () => {
  it.each(
    eachText<boolean>([
      [
        true,
        '1903011708959001 | NIK saya 1903 0117 0895 9001 | 19.03.01.170895.9001 | 190301-170895-9001 | ktp 1903O11708959001 dan lain | 081234567890 1903011708959001 | nik1903011708959001 | 1 9 0 3 0 1 1 7 0 8 9 5 9 0 0 1 | １９０３０１１７０８９５９００１ | 1903 0117 0895 9001 hp 081234567890 | 19030117089590011 | 081234567890 1903 0117 0895 9001',
      ],
      [
        false,
        '081234567890 | 0812 3456 7890 | 17 agustus 1995 | 3 orang | Rp150.000.000 | 081234567890 085712345678 | hello',
      ],
    ]),
  )('"%s": %s', (text, want) => {
    expect(hidesNik(text)).toBe(want);
  });

  it('is taken out, and the rest is left', () => {
    expect(redactNiks(`hp 081234567890 1903 0117 0895 9001, nama Siti`)).toBe(
      'hp 081234567890 ••••••••••••••••, nama Siti',
    );
  });
});
