import { readRow } from './language-score.ts';
import type { Row } from './language-score.ts';

/** Each text is read in batches, and the fastest batch counts: other work on the machine only ever adds time. */
const BATCHES = 5;
const BATCH_NANOS = 200_000n;
const MOST_READINGS = 64;

/** What a text is made of when it is made long: what a reader may go back over, and ordinary words. */
const REPEATED = [
  'ya ',
  'tidak ',
  'ya belum tapi ',
  'satu ',
  'seribu dua ',
  'kebakaran ',
  'nama saya ',
  'jam setengah ',
  'desa ',
  '1',
  '1 ',
  '1,',
  '1-',
  '0812',
  '17-08-',
  'rp1.000',
  'a',
  'aa ',
  'a.',
  'a@',
  '@',
  '. ',
  '(',
  '🙏',
  'é',
  '\n',
  "'",
  'mohon maaf pak saya mau tanya pelatihannya kapan dan di mana ya soalnya saya kerja sampai sore ',
];

/** Microseconds that one reading of a row takes. */
export function microsOf(row: Row): number {
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    let readings = 0;
    const start = process.hrtime.bigint();
    let spent = 0n;
    while (readings < MOST_READINGS && spent < BATCH_NANOS) {
      readRow(row);
      readings += 1;
      spent = process.hrtime.bigint() - start;
    }
    best = Math.min(best, Number(spent) / 1000 / readings);
  }
  return best;
}

/** Microseconds of the slowest reading of a text of so many characters, asked as in the row; and what it repeated. */
export function slowestOf(row: Row, length: number): { micros: number; repeated: string } {
  const times = REPEATED.map((repeated) => {
    const text = repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length);
    return { micros: microsOf({ ...row, text }), repeated };
  });
  return times.reduce((slowest, time) => (time.micros > slowest.micros ? time : slowest));
}
