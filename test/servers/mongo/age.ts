import type { mongo } from 'mongoose';

const batchSize = 1000;

/**
 * Makes every Date in every document of a database `ms` older, as if that time had gone by. Whoever writes meanwhile
 * loses nothing: a row that changed since it was read is new, and stays as it is.
 */
export async function age(database: mongo.Db, ms: number): Promise<void> {
  for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
    const rows = database.collection(name);
    let batch: mongo.AnyBulkWriteOperation[] = [];
    const write = async (): Promise<void> => {
      if (batch.length > 0) await rows.bulkWrite(batch, { ordered: false });
      batch = [];
    };
    for (const row of await rows.find().toArray()) {
      const dates = datesIn(row);
      if (dates.length === 0) continue;
      const older = dates.map(([path, date]) => [path, new Date(date.getTime() - ms)] as const);
      const filter = { _id: row['_id'], ...Object.fromEntries(dates) };
      batch.push({ updateOne: { filter, update: { $set: Object.fromEntries<Date>(older) } } });
      if (batch.length === batchSize) await write();
    }
    await write();
  }
}

/** Every Date below a value, with its path in MongoDB's notation. */
function datesIn(value: unknown, path = ''): (readonly [string, Date])[] {
  if (value instanceof Date) return [[path, value]];
  const isNest = Array.isArray(value) || (value !== null && Object.getPrototypeOf(value) === Object.prototype);
  if (!isNest) return [];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    datesIn(inner, path === '' ? key : `${path}.${key}`),
  );
}
