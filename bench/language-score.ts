import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { createReadRow } from '../src/cli/read-row.ts';
import { readRegionTable } from '../src/wire/read-region-table.ts';

const rowShape = z.object({
  kind: z.string(),
  text: z.string(),
  expected: z.unknown(),
  context: z.looseObject({}).optional(),
});

/** One line of the examples: a text, what kind of answer was asked for, and what a careful person reads in it. */
export type Row = z.infer<typeof rowShape>;

/** The files of rows in test/fixtures; its README says who may open which. */
export const FILES = ['utterances', 'own-utterances', 'held-back'] as const;

/** The rows of one file of examples; without a name, the public ones. */
export function loadRows(name: (typeof FILES)[number] = 'utterances'): readonly Row[] {
  const lines = readFileSync(new URL(`../test/fixtures/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => rowShape.parse(JSON.parse(line)));
}

const read = await createReadRow(readRegionTable);

/** What the reader of a row's kind made of it; undefined for a row that cannot be read. */
export function readRow({ kind, text, context }: Row): unknown {
  return read({ kind, text, context })?.got;
}

/** True when a reading is what the row expects; names are compared without regard to capitals. */
export function isRight(row: Row, got: unknown): boolean {
  if (row.kind === 'name') return canonical(got).toLowerCase() === canonical(row.expected).toLowerCase();
  return canonical(got) === canonical(row.expected);
}

/** What may not happen: a yes that was not said, an emergency not seen; and, less grave, one seen where there is none. */
export function harmOf(row: Row, got: unknown): 'false yes' | 'missed emergency' | 'false alarm' | null {
  if (isRight(row, got)) return null;
  if (row.kind === 'yes_no') return got === 'yes' ? 'false yes' : null;
  if (row.kind !== 'emergency') return null;
  return got === true ? 'false alarm' : 'missed emergency';
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? '';
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
