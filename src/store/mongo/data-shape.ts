import { z } from 'zod';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';

const row = z.object({
  _id: z.string(),
  least: z.number(),
  most: z.number(),
  way: z.exactOptional(z.enum(['up', 'down'])),
  cursor: z.exactOptional(z.string()),
});

const shapeKind: CollectionKind<typeof row.shape> = { name: 'meta', part: 'shape', row, indexes: [] };
const ID = 'shape';

/** Which shapes the rows have: all one, or, while they are brought to another one, some of each between the two. */
export interface DataShape {
  readonly least: number;
  readonly most: number;
  readonly reshape: Reshape | null;
}

interface Reshape {
  /** up: from `least` to `most`; down: back from `most` to `least`. One step at a time. */
  readonly way: 'up' | 'down';
  /** Rows up to this `_id` have done the present step. */
  readonly cursor: string;
}

/** What is kept about the data's shape. Every write is a compare-and-set on what was read. */
export interface ShapeRecord {
  /** null: nobody began here yet. */
  readonly find: () => Promise<DataShape | null>;
  /** Data that nobody wrote yet has the shape that it is begun with. */
  readonly read: (newest: number) => Promise<DataShape>;
  /** False: it is another one by now. */
  readonly replace: (from: DataShape, to: DataShape) => Promise<boolean>;
}

export function openShapeRecord(backing: Pick<Backing, 'database'>): ShapeRecord {
  const rows = openCollection(backing, shapeKind);
  const find = async (): Promise<DataShape | null> => {
    const found = await rows.findOne({ _id: ID });
    return found === null ? null : toShape(found);
  };
  return {
    find,
    read: async (newest) => {
      const found = await find();
      if (found !== null) return found;
      await rows.insert({ _id: ID, least: newest, most: newest });
      return (await find()) ?? settledAt(newest);
    },
    replace: (from, { least, most, reshape }) => rows.replace(toFilter(from), { _id: ID, least, most, ...reshape }),
  };
}

function toShape({ least, most, way, cursor = '' }: z.infer<typeof row>): DataShape {
  return { least, most, reshape: way === undefined ? null : { way, cursor } };
}

function toFilter({ least, most, reshape }: DataShape) {
  const none = { $exists: false } as const;
  return { _id: ID, least, most, ...(reshape ?? { way: none, cursor: none }) };
}

export function settledAt(number: number): DataShape {
  return { least: number, most: number, reshape: null };
}

/**
 * Why a version that knows `known` may not begin to work on this data; null when it may. It brings older data to its
 * own shape, and it can turn a move back that it knows.
 */
export function judgeStart({ least, most }: DataShape, known: number): StoreTrouble | null {
  if (most <= known) return null;
  return new StoreTrouble(least < most ? 'half_migrated' : 'newer_version', { found: most, known });
}

/**
 * The same for one that works already: the newest shape must be the one it writes, and nobody may be going back. Only
 * somebody who slept while the data was moved meets this.
 */
export function judgeWork(shape: DataShape, known: number): StoreTrouble | null {
  const newer = judgeStart(shape, known);
  if (newer !== null) return newer;
  const isMine = shape.most === known && shape.reshape?.way !== 'down';
  return isMine ? null : new StoreTrouble('other_version_running', { processes: 1 });
}
