import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readCode } from './code.ts';

describe('a code', () => {
  it.each(
    eachText<string | null>([
      ['AB12', 'AB12 | ab12 | a b 1 2 | AB-12 | kode AB12 | kodenya ab12 kak | ab12 ya pak, makasih 🙏 | hadir AB12'],
      [null, 'AB1 | ABC123 | ya'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readCode(text, { length: 4, of: 'huruf atau angka' }))).toBe(want);
  });

  it('of digits takes no letters, and never turns them into digits', () => {
    expect(valueOf(readCode('12 34', { length: 4, of: 'angka' }))).toBe('1234');
    expect(readCode('12O4', { length: 4, of: 'angka' })).toEqual({ type: 'none', why: 'shape' });
    expect(readCode('12', { length: 4, of: 'angka' })).toEqual({ type: 'none', why: 'length' });
  });
});
