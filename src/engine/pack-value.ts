import { isList } from './value.ts';
import type { Fields, Value, Zone } from './value.ts';

/** A value as a session stores it: the tags shortened, because fifty answers must fit into 4 kB. */
export type PackedValue =
  | null
  | string
  | number
  | boolean
  | { readonly d: string }
  | { readonly t: string }
  | { readonly m: number; readonly z: Zone }
  | { readonly u: number }
  | { readonly c: string; readonly l?: string }
  | { readonly c: string; readonly n: string; readonly f?: Readonly<Record<string, PackedValue>> }
  | readonly PackedValue[];

/** A value for the session; `keep` names the fields of a record that the flow uses. */
export function packValue(value: Value, keep: ReadonlySet<string> | 'all' = 'all'): PackedValue {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => packValue(item, keep));
  switch (value.type) {
    case 'date':
      return { d: value.date };
    case 'time':
      return { t: value.time };
    case 'moment':
      return { m: value.at, z: value.zone };
    case 'duration':
      return { u: value.minutes };
    case 'choice':
      return value.label === value.code ? { c: value.code } : { c: value.code, l: value.label };
    case 'record':
    default: {
      const fields = packFields(value.fields, keep);
      return fields === null ? { c: value.code, n: value.name } : { c: value.code, n: value.name, f: fields };
    }
  }
}

/** The value that was packed. */
export function unpackValue(packed: PackedValue): Value {
  if (packed === null || typeof packed !== 'object') return packed;
  if (isPackedList(packed)) return packed.map(unpackValue);
  if ('d' in packed) return { type: 'date', date: packed.d };
  if ('t' in packed) return { type: 'time', time: packed.t };
  if ('m' in packed) return { type: 'moment', at: packed.m, zone: packed.z };
  if ('u' in packed) return { type: 'duration', minutes: packed.u };
  if ('n' in packed) {
    return { type: 'record', code: packed.c, name: packed.n, fields: unpackFields(packed.f ?? {}) };
  }
  return { type: 'choice', code: packed.c, label: packed.l ?? packed.c };
}

/** Named values for the session, those that are named in `keep`; null when none is left. */
export function packFields(
  fields: Fields,
  keep: ReadonlySet<string> | 'all' = 'all',
): Readonly<Record<string, PackedValue>> | null {
  const kept = Object.entries(fields).filter(([name, value]) => value !== null && (keep === 'all' || keep.has(name)));
  return kept.length === 0 ? null : Object.fromEntries(kept.map(([name, value]) => [name, packValue(value)]));
}

/** Named values that were packed. */
export function unpackFields(packed: Readonly<Record<string, PackedValue>>): Fields {
  return Object.fromEntries(Object.entries(packed).map(([name, value]) => [name, unpackValue(value)]));
}

function isPackedList(value: PackedValue): value is readonly PackedValue[] {
  return Array.isArray(value);
}
