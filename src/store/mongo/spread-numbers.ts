import type { Database } from './database.ts';

const CHUNK = 1_000;

/**
 * Gives every row a number of its own, in the same order: two processes may have given one in the same millisecond, and
 * SQLite keeps only one row of a number. Done again it changes nothing. Nobody else may write meanwhile.
 */
export async function spreadNumbers(database: Database, collection: string): Promise<void> {
  const rows = database.connection.db!.collection<{ readonly _id: string; readonly number: number }>(collection);
  const writes: { updateOne: { filter: { _id: string }; update: { $set: { number: number } } } }[] = [];
  await database.ask(async () => {
    let last = Number.NEGATIVE_INFINITY;
    const found = rows.find({}, { projection: { number: 1 }, sort: { number: 1, _id: 1 }, allowDiskUse: true });
    for await (const { _id, number } of found) {
      last = Math.max(last + 1, number);
      if (last !== number) writes.push({ updateOne: { filter: { _id }, update: { $set: { number: last } } } });
    }
  });
  for (let start = 0; start < writes.length; start += CHUNK) {
    await database.ask(() => rows.bulkWrite(writes.slice(start, start + CHUNK)));
  }
}
