import { describe, expect, it, test } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readPhone, toDialled } from './phone.ts';

describe('a mobile number', () => {
  it.each(
    eachText<string | null>([
      ['+6281234567890', '0062 81234567890 | +62 (0)812 3456 7890'],
      [
        '+6281234567890',
        '081234567890 | 0812 3456 7890 | 0812-3456-7890 | +6281234567890 | +62 812-3456-7890 | 6281234567890 | 62 81234567890 | 81234567890 | (0812) 3456-7890 | 0812.3456.7890 | no saya 081234567890 | https://wa.me/6281234567890 | wa.me/+6281234567890 | hp: 081234567890 (wa) | nomor hp saya 0812 3456 7890 ya pak, makasih 🙏 | +62(812)34567890 | 081234567890 / 0812-3456-7890 | tel:+6281234567890 | 081234567890. | 0812 3456 7890, aktif | 0812–3456–7890',
      ],
      [
        null,
        '0812345 | 021-5551234 | 081234567890123 | 1234567890 | 110 | +6591234567 | 08123456789x | 08 12 | tidak punya | 0800123456 | 1903011708959001 | 081234567890 dan 085712345678',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readPhone(text))).toBe(want);
  });

  it.each([
    ['0341 551234', 'landline'],
    ['+6591234567', 'foreign'],
    ['1903011708959001', 'nik'],
    ['08123', 'length'],
    ['tidak punya', 'unclear'],
  ])('says why "%s" is none: %s', (text, why) => {
    expect(readPhone(text)).toEqual({ type: 'none', why });
  });

  it('two numbers are several', () => {
    expect(readPhone('081234567890 atau 085712345678').type).toBe('several');
  });
});

test.each<[string, string | null]>([
  ['0718 41234', '+6271841234'],
  ['(0718) 4123-456', '+627184123456'],
  ['+62 812-3456-0123', '+6281234560123'],
  ['6281234560123', '+6281234560123'],
  ['112', '112'],
  ['1500 123', '1500123'],
  ['12', null],
  ['', null],
  ['minta di kantor', null],
  ['0718 41234 ext 3', null],
  ['1901010101900001', null],
])('what an office writes down, %j, is dialled as %j', (written, dialled) => {
  expect(toDialled(written)).toBe(dialled);
});
