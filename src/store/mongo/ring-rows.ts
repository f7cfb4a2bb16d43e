import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { CollectionKind } from './collection.ts';
import type { QueryShape } from './query-shape.ts';
import { bytes } from './row-schema.ts';

const head = z.object({
  /** The account. */
  _id: z.string(),
  /** The newest generation of values that counts; rises with every write of this row. */
  generation: z.number(),
  /** Which write made it: a name that no other write has. */
  by: z.string(),
  /** Generations up to this one were forgotten. */
  floor: z.number(),
  /** Generations that never became current, newest last: what was written for them never counts. */
  skipped: z.array(z.number()),
  /** How many values there are, and the sum of their marks: what is missing shows. */
  count: z.number(),
  sum: z.number(),
});

const value = z.object({
  /** `<id>.<generation>`: written once, never changed. */
  _id: z.string(),
  account: z.string(),
  /** `keyId` of the value's name. */
  id: z.string(),
  generation: z.number(),
  /** From this generation on there is no such value. */
  gone: z.boolean(),
  sealed: z.exactOptional(bytes),
});

/** The one row of an account by which its generations become current. */
export type RingHead = z.infer<typeof head>;
export type RingValue = z.infer<typeof value>;
/** What stands in the index: enough to know which values there are. */
export type RingEntry = Pick<RingValue, 'id' | 'generation' | 'gone'>;

export const ringHeadKind: CollectionKind<typeof head.shape> = { name: 'keyring', row: head, indexes: [] };
export const ringValueKind: CollectionKind<typeof value.shape> = {
  name: 'keyring_value',
  row: value,
  indexes: [{ name: 'ring', on: { account: 1, id: 1, generation: 1, gone: 1 } }],
};

export const ringShapes: readonly QueryShape[] = [
  { name: 'keyrings.head', collection: 'keyring', filter: ['_id'], sort: [], index: '_id_' },
  { name: 'keyrings.become current', collection: 'keyring', filter: ['_id', 'generation'], sort: [], index: '_id_' },
  { name: 'keyrings.values', collection: 'keyring_value', filter: ['_id'], sort: [], index: '_id_' },
  {
    name: 'keyrings.load',
    collection: 'keyring_value',
    filter: ['account'],
    sort: ['id', 'generation'],
    index: 'ring',
  },
  { name: 'keyrings.clear', collection: 'keyring_value', filter: ['account', 'generation'], sort: [], index: 'ring' },
];

/** The row of a value as of a generation. */
export function rowId(id: string, generation: number): string {
  return `${id}.${generation}`;
}

/** Sums of marks stay whole numbers: two of 48 bits make one of 49. */
const MARK_BYTES = 6;
const MARKS = 2 ** (8 * MARK_BYTES);

/** `sum` with one more value, or one less. */
export function addMark(sum: number, id: string, generation: number, sign: 1 | -1): number {
  const mark = createHash('sha256').update(rowId(id, generation)).digest().readUIntBE(0, MARK_BYTES);
  return (sum + sign * mark + MARKS) % MARKS;
}

/** The values of a ring by id, each with its generation; and the rows that stand for none of them. */
export interface RingIndex {
  readonly live: Map<string, number>;
  readonly litter: Litter;
}

/** Rows that may be removed now, and those that say "gone" about some of them and may be removed after them. */
export interface Litter {
  readonly dead: readonly string[];
  readonly gone: readonly string[];
}

/** `entries` by id, oldest first. */
export function indexRing({ generation, floor, skipped }: RingHead, entries: readonly RingEntry[]): RingIndex {
  const out = new Set(skipped);
  const newest = new Map<string, RingEntry>();
  const dead: string[] = [];
  for (const entry of entries) {
    const counts = entry.generation > floor && entry.generation <= generation && !out.has(entry.generation);
    const old = counts ? newest.get(entry.id) : entry;
    if (counts) newest.set(entry.id, entry);
    if (old !== undefined) dead.push(rowId(old.id, old.generation));
  }
  const all = [...newest.values()];
  const gone = all.filter((entry) => entry.gone).map((entry) => rowId(entry.id, entry.generation));
  const live = all.filter((entry) => !entry.gone).map((entry) => [entry.id, entry.generation] as const);
  return { live: new Map(live), litter: { dead, gone } };
}

/** Whether these are all the values that the head knows of. */
export function isWhole({ count, sum }: RingHead, live: RingIndex['live']): boolean {
  if (live.size !== count) return false;
  return [...live].reduce((marks, [id, generation]) => addMark(marks, id, generation, 1), 0) === sum;
}
