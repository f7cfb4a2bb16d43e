import { wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import type { Numeral } from './numerals.ts';
import { isCalled, isSoft } from './polite.ts';

/** Words around the number of a choice: "saya pilih yang nomor 2 saja kak". */
const AROUND = new Set(
  'pilih pilihan pilihannya memilih nomor no nomernya opsi angka jawab jawaban jawabannya saya mau ingin yang ambil itu ini poin point ke number option urutan makasih terima kasih maaf mohon halo permisi dulu bisa mungkin aku untuk tetap baik oke ok siap iya cuma hanya kaping ping'.split(
    ' ',
  ),
);
const JOINING = new Set(
  'dan sama dengan serta juga terus lalu kemudian plus n karo lan jeung sareng lawan and'.split(' '),
);
const TOP = /\b(?:paling atas|teratas|atas sendiri|paling awal)\b/gu;
const BOTTOM = /\b(?:paling bawah|paling akhir|terakhir|bawah sendiri|terbawah)\b/gu;
const RANGE = /(?<![\p{L}\d])(\d{1,2})\s*(?:-|–|—|s\/d|s\.d\.?|sd|sampai|hingga|smp)\s*(\d{1,2})(?![\p{L}\d])/giu;
const ORDINAL_DIGIT = /(?<!\p{L})ke\s?-?\s?(\d{1,2})(?!\d)/giu;

/**
 * The row numbers (from 1, in the order said) when a text says nothing but numbers: "1 dan 3", "yang kedua", "1-3",
 * "paling bawah". Null when it says anything else, so that "D3", "P3K", "umur 45" and "tanggal 3" are no rows.
 * Numbers outside the list are kept: the caller tells them from words.
 */
export function rowNumbers(text: string, count: number): readonly number[] | null {
  const spread = text.normalize('NFKC').replaceAll(RANGE, (_, first, last) => expand(Number(first), Number(last)));
  const said = wordsOf(spread.replaceAll(ORDINAL_DIGIT, ' $1 '))
    .join(' ')
    .replaceAll(TOP, '1')
    .replaceAll(BOTTOM, String(count));
  const words = said.split(' ');
  const rows: number[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? '';
    const numeral = ordinalAt(words, at) ?? numeralAt(words, at);
    const end = rangeEnd(words, at, rows);
    if (end !== null) {
      rows.push(...stepsTo(rows.at(-1) ?? 0, end.value));
      at = end.end;
    } else if (numeral === null) {
      if (!AROUND.has(word) && !JOINING.has(word) && !isCalled(word) && !isSoft(word)) return null;
      at += 1;
    } else {
      rows.push(numeral.value);
      at = numeral.end;
    }
  }
  return rows.length === 0 ? null : [...new Set(rows)];
}

const UNTIL = new Set('sampai hingga tekan nepi'.split(' '));

/** "satu sampai tiga": where a range in words ends, when it goes up. */
function rangeEnd(words: readonly string[], at: number, rows: readonly number[]): Numeral | null {
  const end = UNTIL.has(words[at] ?? '') ? numeralAt(words, at + 1) : null;
  const from = rows.at(-1);
  return end !== null && from !== undefined && end.value > from && end.value - from <= WIDEST_RANGE ? end : null;
}

function stepsTo(from: number, last: number): number[] {
  return Array.from({ length: last - from }, (_, step) => from + step + 1);
}

/** The number of an ordinal word: "pertama", "kedua", "kesepuluh". */
export function ordinalAt(words: readonly string[], at: number): Numeral | null {
  const word = words[at] ?? '';
  if (word === 'pertama') return { value: 1, end: at + 1 };
  const counted = word.startsWith('ke') ? numeralAt([word.slice(2)], 0) : null;
  return counted === null ? null : { value: counted.value, end: at + 1 };
}

/** "2-4" as "2 3 4"; backwards or wide ranges keep their two ends, and fail as numbers outside the list or too many. */
function expand(first: number, last: number): string {
  if (last <= first || last - first > WIDEST_RANGE) return ` ${first} ${last} `;
  return ` ${Array.from({ length: last - first + 1 }, (_, step) => first + step).join(' ')} `;
}

/** No list on a chat screen is longer than this. */
const WIDEST_RANGE = 30;
