import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { valueOf } from '../../test/each-text.ts';
import { createChoiceList, readChoice } from './choice.ts';
import { readGender } from './gender.ts';
import { readGreeting } from './greeting.ts';
import { readNumber } from './number.ts';
import { writeList } from './write-list.ts';

const ONES = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const SCALES = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
  [100, 'ratus'],
  [10, 'puluh'],
] as const;

/** A whole number in words, as a teacher says it. */
function inWords(value: number): string {
  if (value < ONES.length) return ONES[value] ?? '';
  if (value < 20) return `${inWords(value - 10)} belas`;
  const [scale, word] = SCALES.find(([one]) => value >= one) ?? [10, 'puluh'];
  const count = Math.floor(value / scale);
  const head = count === 1 && scale <= 1e3 ? `se${word}` : `${inWords(count)} ${word}`;
  return value % scale === 0 ? head : `${head} ${inWords(value % scale)}`;
}

/** What people add without changing an answer. */
const noise = fc.record({
  before: fc.constantFrom('', 'pak, ', 'kak ', 'maaf bu, ', 'halo '),
  after: fc.constantFrom('', ' ya', ' pak', ' kak', ' ya pak, makasih 🙏', ', terima kasih', '!!', ' 🙏'),
  isUpper: fc.boolean(),
  gap: fc.constantFrom(' ', '  ', '   '),
});

function noisy(text: string, { before, after, isUpper, gap }: ReturnType<typeof pick>): string {
  const said = `${before}${text}${after}`.replaceAll(' ', gap);
  return isUpper ? said.toUpperCase() : said;
}

function pick(one: { before: string; after: string; isUpper: boolean; gap: string }): typeof one {
  return one;
}

describe('a number in words', () => {
  it('is read back, up to billions', () => {
    const value = fc.oneof(fc.nat(2000), fc.nat(1_000_000), fc.nat({ max: 999_999_999_999 }));
    fc.assert(
      fc.property(value, noise, (number, around) => {
        expect(valueOf(readNumber(noisy(inWords(number), around)))).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back with the words written together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 9999 }), (number) => {
        expect(valueOf(readNumber(inWords(number).replaceAll(' ', '')))).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  it('names its row, as an ordinal too', () => {
    const list = createChoiceList(Array.from({ length: 12 }, (_, row) => ({ label: `Pos ${inWords(row + 100)}` })));
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('', 'nomor ', 'yang ke'),
        noise,
        (row, mark, around) => {
          expect(valueOf(readChoice(noisy(`${mark}${inWords(row)}`, around), list))).toEqual([row - 1]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const LABELS = [
  'Konten kreator',
  'Digital marketing',
  'Desain grafis',
  'Coding',
  'Keamanan siber',
  'Aplikasi perkantoran',
];
const list = createChoiceList(LABELS.map((label) => ({ label })));
const rows = fc.uniqueArray(fc.nat(LABELS.length - 1), { minLength: 1, maxLength: LABELS.length });
const most = LABELS.length;

describe('rows of a list', () => {
  it('are read back by number, by label and by both', () => {
    const names = fc.array(fc.boolean(), { minLength: most, maxLength: most });
    fc.assert(
      fc.property(rows, names, noise, (chosen, byName, around) => {
        const said = chosen.map((row, at) => (byName[at] === true ? (LABELS[row] ?? '') : String(row + 1)));
        expect(valueOf(readChoice(noisy(writeList(said), around), list, { most }))).toEqual(chosen);
      }),
      { numRuns: 1000 },
    );
  });

  it('are read back without spaces after their commas', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '/', '+', '&', '\n'), (chosen, mark) => {
        const labels = chosen.map((row) => LABELS[row] ?? '').join(mark);
        const numbers = chosen.map((row) => row + 1).join(mark);
        expect(valueOf(readChoice(labels, list, { most }))).toEqual(chosen);
        expect(valueOf(readChoice(numbers, list, { most }))).toEqual(chosen);
      }),
      { numRuns: 300 },
    );
  });

  it('are all but those that are left out', () => {
    fc.assert(
      fc.property(rows, noise, (left, around) => {
        const text = `semua kecuali ${writeList(left.map((row) => String(row + 1)))}`;
        const rest = LABELS.flatMap((_, row) => (left.includes(row) ? [] : [row]));
        const read = valueOf(readChoice(noisy(text, around), list, { most }));
        expect(read).toEqual(rest.length === 0 ? null : rest);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sex and a greeting', () => {
  it('stay what they are, whoever is spoken to', () => {
    const said = fc.constantFrom(
      'laki-laki',
      'pria',
      'cowok',
      'lanang',
      'perempuan',
      'wanita',
      'cewek',
      'saya perempuan',
    );
    fc.assert(
      fc.property(said, noise, (text, around) => {
        expect(readGender(noisy(text, around))).toEqual(readGender(text));
      }),
      { numRuns: 500 },
    );
  });

  it('a salam is one behind any other greeting', () => {
    const first = fc.constantFrom('', 'pak ', 'halo, ', 'selamat pagi ', 'maaf bu ', 'permisi kak ');
    const salam = fc.constantFrom('assalamualaikum', "Assalamu'alaikum wr. wb.", 'aslmkm', 'ass wr wb', 'askum');
    fc.assert(
      fc.property(first, salam, fc.constantFrom('', ' pak', ' saya mau daftar', ' 🙏'), (before, text, after) => {
        expect(readGreeting(`${before}${text}${after}`)).toBe('salam');
      }),
    );
  });
});
