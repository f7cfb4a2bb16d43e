import { clear, none } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** A row copied with its number, "2. Digital marketing", "coding nomor 4": the number must be the label's. */
export function withoutNumber(
  words: readonly string[],
  count: number,
): { words: readonly string[]; row: number | null } {
  const at = NUMBERING.has(words[0] ?? '') ? 1 : 0;
  const first = words.length > at + 1 ? rowIn(words[at], count) : null;
  if (first !== null) return { words: words.slice(at + 1), row: first };
  const last = NUMBERING.has(words.at(-2) ?? '') && words.length > 2 ? rowIn(words.at(-1), count) : null;
  return { words: last === null ? words : words.slice(0, -2), row: last };
}

function rowIn(word: string | undefined, count: number): number | null {
  const row = /^\d{1,2}$/u.test(word ?? '') ? Number(word) : 0;
  return row >= 1 && row <= count ? row - 1 : null;
}

const NUMBERING = new Set('nomor no opsi pilihan pilih'.split(' '));

/** What was read beside a copied number (null: there was none), which settles what several rows fit; `many` where it is another's. */
export function agree(reading: Reading<readonly number[]>, row: number | null): typeof reading {
  if (row === null || reading.type === 'none') return reading;
  const rows = reading.type === 'value' ? [reading.value] : reading.candidates;
  return rows.some(([only]) => only === row) ? clear([row]) : none('many');
}
