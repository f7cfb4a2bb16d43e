import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutText, toParts } from './parts.ts';

/** No half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

describe('a long message', () => {
  it.each([
    ['satu dua tiga empat', 10, ['satu dua', 'tiga empat']],
    ['Satu dua. Tiga.', 12, ['Satu dua.', 'Tiga.']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['abc😀def', 4, ['abc', '😀de', 'f']],
    ['', 4, ['']],
  ])('%j in pieces of %d is %j', (text, length, pieces) => {
    expect(cutText(text, length)).toEqual(pieces);
  });

  it('keeps every word, fits every piece and breaks no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 8, max: 60 }), (text, length) => {
        const pieces = cutText(text, length);
        expect(pieces.every((piece) => piece.length <= length && isWellFormed(piece))).toBe(true);
        expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('shows its picture first and asks last', () => {
    const choices = [{ id: '1', code: 'ya', label: 'Ya' }];
    expect(toParts({ text: 'satu dua tiga empat lima enam', image: 'i', choices }, 10)).toEqual([
      { text: 'satu dua', image: 'i' },
      { text: 'tiga empat' },
      { text: 'lima enam', choices },
    ]);
  });
});
