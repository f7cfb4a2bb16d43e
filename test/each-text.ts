import type { Reading } from '../src/language/reading.ts';

/** Rows for `it.each` of a table that lists several texts under each expected value, separated by bars. */
export function eachText<Value>(table: readonly (readonly [Value, string])[]): [string, Value][] {
  return table.flatMap(([want, texts]) => texts.split('|').map((text): [string, Value] => [text.trim(), want]));
}

/** The value that was understood, or null for several meanings and for none. */
export function valueOf<Value>(reading: Reading<Value>): Value | null {
  return reading.type === 'value' ? reading.value : null;
}
