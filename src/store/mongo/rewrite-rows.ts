import type mongoose from 'mongoose';

import type { RawRow } from './migrations.ts';

type RawCollection = mongoose.mongo.Collection<RawRow>;

/** A row that somebody changes this often between our read and our write does not exist; the step has no end. */
const MOST_ROUNDS = 1_000;

/**
 * Writes each row as `turn` gives it, unless somebody changed it meanwhile: then it is read and turned again. Only the
 * fields that differ are written, so that what others write beside them stays. Done when `turn` gives null for all.
 */
export async function rewriteRows(
  collection: RawCollection,
  rows: readonly RawRow[],
  turn: (row: RawRow) => RawRow | null,
): Promise<void> {
  let left = rows;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const writes = left.flatMap((row) => {
      const turned = turn(row);
      return turned === null ? [] : [{ updateOne: { filter: exactly(row, turned), update: toUpdate(row, turned) } }];
    });
    if (writes.length === 0) return;
    await collection.bulkWrite(writes, { ordered: false });
    const ids = writes.map(({ updateOne }) => updateOne.filter._id);
    left = await collection.find({ _id: { $in: ids } }).toArray();
  }
  throw new Error('a step of the data never ends');
}

/** The row as it was read; fields that are new in it must still be absent. */
function exactly(row: RawRow, turned: RawRow): { readonly _id: string } {
  const isNew = Object.keys(turned).filter((field) => !(field in row));
  const { _id, ...fields } = row;
  return {
    _id,
    ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { $eq: value }])),
    ...Object.fromEntries(isNew.map((field) => [field, { $exists: false }])),
  };
}

function toUpdate(row: RawRow, turned: RawRow): mongoose.mongo.UpdateFilter<RawRow> {
  const set = Object.entries(turned).filter(([field, value]) => row[field] !== value);
  const unset = Object.keys(row).filter((field) => !(field in turned));
  return {
    ...(set.length > 0 && { $set: Object.fromEntries(set) }),
    ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, true])) }),
  };
}
