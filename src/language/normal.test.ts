import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isNear, slipsBetween } from './near.ts';
import { MAX_TEXT, normalize, unreadable } from './normal.ts';
import { coreWords } from './polite.ts';

describe('normalizing', () => {
  it.each([
    ['  Iyaaaa   KAK!! 🙏', 'iya kak'],
    ['gabisa hadir', 'tidak bisa hadir'],
    ['yg tdk bs dtg', 'yang tidak bisa datang'],
    ['laki2', 'laki laki'],
    ['dua2nya', 'dua duanya'],
    ['gel2', 'gel 2'],
    ['p3k s1 pppk', 'p3k s1 pppk'],
    ["Jum'at", 'jumat'],
    ['６️⃣', '6'],
    ['duabelas', 'dua belas'],
    ['ﬁlm', 'film'],
    ['🙏', ''],
  ])('"%s" is "%s"', (text, want) => {
    expect(normalize(text)).toBe(want);
  });

  it('twice changes nothing more', () => {
    const words = fc.constantFrom('ya', 'gak', 'iyaaa', 'laki2', 'tdk', 'gapapa', '12', 'Siti', 'dmn', 'yaudah', '🙏');
    fc.assert(
      fc.property(fc.array(words), (said) => {
        const once = normalize(said.join(' '));
        expect(normalize(once)).toBe(once);
      }),
    );
  });

  it('does not look at what is empty or too long', () => {
    expect(unreadable('  ')).toBe('empty');
    expect(unreadable('a'.repeat(MAX_TEXT))).toBe(null);
    expect(unreadable('a'.repeat(MAX_TEXT + 1))).toBe('too_long');
  });
});

describe('politeness', () => {
  it.each([
    ['batal ya pak, makasih 🙏', 'batal'],
    ['halo kak, selamat pagi, mau daftar dong', 'mau daftar'],
    ['terima kasih banyak', ''],
    ['pak lurah datang', 'lurah datang'],
  ])('"%s" carries "%s"', (text, want) => {
    expect(coreWords(text).join(' ')).toBe(want);
  });
});

describe('slips of the finger', () => {
  it.each([
    ['coding', 'coding', 0],
    ['codign', 'coding', 1],
    ['codin', 'coding', 1],
    ['kodding', 'coding', 2],
    ['satu', 'sembilan', 3],
  ])('between %s and %s are %i', (typed, meant, slips) => {
    expect(slipsBetween(typed, meant, 2)).toBe(slips);
  });

  it('are not forgiven in short words, nor in the first letter', () => {
    expect([isNear('menu', 'memu'), isNear('dalang', 'malang'), isNear('bantuam', 'bantuan')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
