import type { Said } from '../flow.ts';
import type { Heard, Row } from './answer-kind.ts';
import { OTHER_KIND, textOf } from './answer-kind.ts';
import { readShown } from './read-shown.ts';

/** One of the rows shown, by number, label, part of a label or slip. */
export function readRows(said: Said, rows: readonly Row[]): Heard {
  const text = textOf(said);
  if (text === null) return OTHER_KIND;
  const reading = readShown(text, rows);
  if (reading.type === 'none') return reading.why === 'question' ? { type: 'none', why: 'question' } : { type: 'none' };
  if (reading.type === 'several') return severalOf(reading.candidates, rows);
  const row = rows[reading.value[0] ?? -1];
  if (row === undefined) return { type: 'none' };
  return { type: 'value', value: row.value, ...(reading.sure === 'likely' ? { likely: true } : {}) };
}

/** The rows that fit equally well; the person is asked which. */
export function severalOf(candidates: readonly (readonly number[])[], rows: readonly Row[]): Heard {
  return { type: 'several', rows: candidates.flatMap(([at = -1]) => rows[at] ?? []) };
}
