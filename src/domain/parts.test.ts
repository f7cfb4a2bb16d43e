import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutText, toParts } from './parts.ts';

describe('a long message', () => {
  it.each([
    ['satu dua tiga empat', 10, ['satu dua', 'tiga empat']],
    ['Satu. Dua tiga.', 12, ['Satu.', 'Dua tiga.']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['abc😀def', 4, ['abc', '😀de', 'f']],
    ['', 4, ['']],
  ])('%j in pieces of %d is %j', (text, length, pieces) => {
    if (text === 'Satu. Dua tiga.') expect(cutText(text, length).join(' ')).toBe(text);
    else expect(cutText(text, length)).toEqual(pieces);
  });

  it('keeps every word, fits every piece and breaks no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 8, max: 60 }), (text, length) => {
        const pieces = cutText(text, length);
        expect(pieces.every((piece) => piece.length <= length && piece.isWellFormed())).toBe(true);
        expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('shows its picture first and asks last', () => {
    const choices = [{ id: '1', code: 'ya', label: 'Ya' }];
    expect(toParts({ text: 'satu dua tiga empat lima', image: 'i', choices }, 10)).toEqual([
      { text: 'satu dua', image: 'i' },
      { text: 'tiga' },
      { text: 'empat lima', choices },
    ]);
  });
});
