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
  'Rp1.',
  '08',
  '1/',
  'jl ',
  '@.',
  'a ',
  ' ',
  'a\u0301',
  '\u0301',
  "a'",
  'kec. ',
  'rt 1 rw 2 ',
  'kurang 5 menit jam ',
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

/** Microseconds that a text of so many characters takes, and what it repeats. */
export interface LongTime {
  readonly micros: number;
  readonly repeated: string;
}

/** Times of texts of so many characters, one for each way to fill them, asked as in the row. */
export function longTimesOf(row: Row, length: number): readonly LongTime[] {
  return REPEATED.map((repeated) => {
    const text = repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length);
    return { micros: microsOf({ ...row, text }), repeated };
  });
}

/** The slowest of them. */
export function slowestOf(times: readonly LongTime[]): LongTime {
  return times.reduce((slowest, time) => (time.micros > slowest.micros ? time : slowest));
}

/** Readings under this many microseconds are too short to compare: the clock's own noise would count. */
const SHORTEST_TO_COMPARE = 100;

/** How many times as long the longer texts take, at worst: 4 is linear for texts of four times the length, 16 quadratic. */
export function growthOf(shorter: readonly LongTime[], longer: readonly LongTime[]): LongTime | null {
  const ratios = longer.flatMap(({ micros, repeated }, at) =>
    micros < SHORTEST_TO_COMPARE ? [] : [{ micros: micros / (shorter[at]?.micros ?? micros), repeated }],
  );
  return ratios.length === 0 ? null : slowestOf(ratios);
}
