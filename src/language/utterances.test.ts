import { describe, expect, it } from 'vitest';

import { FILES, harmOf, isRight, loadRows, readRow } from '../../bench/language-score.ts';

/** Rows read otherwise than a careful person reads them, by file and kind: a count may only fall. Kinds that are not here have none. */
const WRONG_AT_MOST: Readonly<Record<(typeof FILES)[number], Readonly<Record<string, number>>>> = {
  utterances: {},
  'own-utterances': {
    yes_no: 9,
    command: 8,
    choice: 13,
    gender: 1,
    greeting: 1,
    number: 2,
    name: 7,
    date: 1,
    wilayah: 4,
  },
  'held-back': {
    yes_no: 10,
    command: 1,
    choice: 7,
    gender: 1,
    greeting: 1,
  },
};

const files = FILES.map((file) => ({ file, rows: loadRows(file).map((row) => ({ row, got: readRow(row) })) }));

/** Only counts are compared: a failure shows no row of the file that nobody opens. */
describe.each(files)('how people write, in $file', ({ file, rows }) => {
  const kinds = [...new Set(rows.map(({ row }) => row.kind))];

  it.each(kinds)('%s is read as before or better', (kind) => {
    const wrong = rows.filter(({ row, got }) => row.kind === kind && !isRight(row, got)).length;
    expect(wrong).toBeLessThanOrEqual(WRONG_AT_MOST[file][kind] ?? 0);
  });

  it('never turns into a yes that was not said', () => {
    expect(rows.filter(({ row, got }) => harmOf(row, got) === 'false yes').length).toBe(0);
  });

  it('hides no emergency', () => {
    const missed = rows.filter(({ row, got }) => harmOf(row, got) === 'missed emergency').length;
    expect(missed).toBe(0);
  });
});
