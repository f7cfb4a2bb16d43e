import type { Named } from '../../domain/contact.ts';
import { codeOf as codeOfValue, isList, isTagged } from '../../engine/value.ts';
import type { Fields, Value } from '../../engine/value.ts';

/** The code of a picked row or record; a text is its own code. null: not answered, or something without a code. */
export function codeOf(value: Value | undefined): string | null {
  return codeOfValue(value ?? null);
}

/** A text as the person wrote or picked it; undefined when they did not answer. */
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (value === undefined || !isTagged(value)) return undefined;
  if (value.type === 'choice') return value.label;
  return value.type === 'record' ? value.name : undefined;
}

/** Code and words of what was picked; own words are both. */
export function namedOf(value: Value | undefined): Named | undefined {
  const code = codeOf(value);
  const name = textOf(value);
  return code === null || name === undefined ? undefined : { code, name };
}

/** The ISO date of a day. */
export function dateOf(value: Value | undefined): string | undefined {
  return value !== undefined && isTagged(value) && value.type === 'date' ? value.date : undefined;
}

/** `09:30` of a time of day. */
export function timeOf(value: Value | undefined): string | undefined {
  return value !== undefined && isTagged(value) && value.type === 'time' ? value.time : undefined;
}

/** What a list holds; a single answer is a list of one, no answer is an empty one. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === null || value === undefined) return [];
  return isList(value) ? value : [value];
}

/** Answers read one way, under our names for them; what was not answered has no place. `names`: ours, then the flow's. */
export function pick<Key extends string, Kept>(
  args: Fields,
  names: Readonly<Record<Key, string>>,
  read: (value: Value | undefined) => Kept | undefined,
): Partial<Record<Key, Kept>> {
  const kept: Partial<Record<Key, Kept>> = {};
  for (const key in names) {
    const value = read(args[names[key]]);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** A code as a value that conditions and templates understand; null stays unset. */
export function toChoice(named: Named | undefined): Value {
  return named === undefined ? null : { type: 'choice', code: named.code, label: named.name };
}

/** A row to list or to pick. */
export function toRecord(code: string, name: string, fields: Fields): Value {
  return { type: 'record', code, name, fields: { kode: code, ...fields } };
}
