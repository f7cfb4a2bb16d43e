import fc from 'fast-check';
import { parse, stringify } from 'yaml';

import type { FlowFile } from '../../src/engine/loading/load-flows.ts';

/** What may stand where something else should: nothing, much too much, another kind, what every object has. */
const JUNK: readonly unknown[] = [
  null,
  '',
  '0',
  '-1',
  '99999999999999999999999',
  '1e308',
  'ya',
  'tidak',
  'lanjut',
  'selesai',
  'petugas',
  'constructor',
  '__proto__',
  '{{ nama }}',
  '{{ constructor }}',
  '{{',
  'nama',
  'nama = kosong',
  'pilihan',
  'angka',
  'tanggal',
  'nik',
  'foto',
  'setuju',
  '7 hari',
  '2026-02-31',
  [],
  {},
  [[]],
  ['ya', 'ya'],
  { ya: 'lanjut' },
  { lanjut_ke: 'nama' },
];

/** One way to break a flow: which of its values, and what becomes of it. */
export interface Mutation {
  readonly at: number;
  readonly how: 'drop' | 'junk' | 'twice' | 'swap' | 'other' | 'huge';
  /** Which junk, or which other value of the same flow. */
  readonly with: number;
}

/** Any mutation; most of them leave the flow readable. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('drop', 'junk', 'twice', 'swap', 'other', 'huge'),
  with: fc.nat(),
});

/** A flow file with some of its values dropped, replaced, doubled or put in one another's place. */
export function mutateFlow({ name, text }: FlowFile, mutations: readonly Mutation[]): FlowFile {
  const data: unknown = parse(text, { schema: 'failsafe' });
  const mutated = mutations.reduce(mutateOnce, data);
  return { name, text: stringify(mutated, { aliasDuplicateObjects: false }) };
}

/** A value of the flow, where it stands. */
interface Spot {
  readonly inside: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function mutateOnce(data: unknown, { at, how, with: other }: Mutation): unknown {
  const copy = structuredClone(data);
  const spots = spotsIn(copy);
  const spot = spots[at % spots.length];
  if (spot === undefined) return copy;
  const value = valueAt(spot);
  if (how === 'drop') remove(spot);
  else if (how === 'junk') put(spot, JUNK[other % JUNK.length]);
  else if (how === 'huge') put(spot, enlarge(value));
  else if (how === 'twice') double(spot, value);
  else {
    const second = spots[other % spots.length] ?? spot;
    const theirs = structuredClone(valueAt(second));
    if (how === 'swap') put(second, structuredClone(value));
    put(spot, theirs);
  }
  return copy;
}

function spotsIn(data: unknown): readonly Spot[] {
  if (Array.isArray(data)) return data.flatMap((one: unknown, key) => [{ inside: data, key }, ...spotsIn(one)]);
  if (!isMap(data)) return [];
  const inside = data;
  return Object.entries(inside).flatMap(([key, one]) => [{ inside, key }, ...spotsIn(one)]);
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The same many times over. */
function enlarge(value: unknown): unknown {
  if (!Array.isArray(value)) return `${String(value)} `.repeat(300);
  const list: readonly unknown[] = value;
  return [...list, ...list, ...list];
}

function valueAt({ inside, key }: Spot): unknown {
  return Array.isArray(inside) ? inside[Number(key)] : inside[key];
}

function put({ inside, key }: Spot, value: unknown): void {
  if (Array.isArray(inside)) inside[Number(key)] = value;
  else inside[key] = value;
}

function remove({ inside, key }: Spot): void {
  if (Array.isArray(inside)) inside.splice(Number(key), 1);
  else delete inside[key];
}

/** The same block once more, or the same key under another name. */
function double({ inside, key }: Spot, value: unknown): void {
  if (Array.isArray(inside)) inside.splice(Number(key), 0, structuredClone(value));
  else inside[`${key}_`] = structuredClone(value);
}
