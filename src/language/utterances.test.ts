import { describe, expect, it } from 'vitest';

import { isRight, loadRows, readRow } from '../../bench/language-score.ts';

/** Rows read as a careful person reads them, by kind: the level reached. It may only rise. */
const LEVELS: Readonly<Record<string, number>> = {
  yes_no: 192,
  command: 94,
  choice: 124,
  name: 30,
  gender: 29,
  email: 18,
  date: 66,
  time: 18,
  phone: 26,
  number: 43,
  greeting: 21,
  emergency: 21,
  nik: 34,
  wilayah: 64,
};

describe('the examples of how people write', () => {
  const rows = loadRows().map((row) => ({ row, got: readRow(row) }));

  it.each(Object.entries(LEVELS))('of %s are read right in at least %i rows', (kind, level) => {
    const right = rows.filter(({ row, got }) => row.kind === kind && isRight(row, got));
    expect(right.length).toBeGreaterThanOrEqual(level);
  });

  it('never turn into a yes that was not said', () => {
    const wrong = rows.filter(({ row, got }) => row.kind === 'yes_no' && got === 'yes' && row.expected !== 'yes');
    expect(wrong.map(({ row }) => row.text)).toEqual([]);
  });

  it('never hide an emergency', () => {
    const missed = rows.filter(({ row, got }) => row.kind === 'emergency' && row.expected === true && got !== true);
    expect(missed.map(({ row }) => row.text)).toEqual([]);
  });
});
