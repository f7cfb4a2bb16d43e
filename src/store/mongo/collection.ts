import type mongoose from 'mongoose';
import type { z } from 'zod';

import type { Backing } from './backing.ts';
import type { Database } from './database.ts';
import { isKnownKey, withoutKnownKeys } from './mongo-trouble.ts';
import type { BulkWritten } from './mongo-trouble.ts';
import { toMongooseSchema } from './row-schema.ts';
import type { RowShape } from './row-schema.ts';

/** How rows of one kind are kept: the collection's name, what stands in a row, and what they are found by. */
export interface CollectionKind<Shape extends RowShape = RowShape> {
  readonly name: string;
  /** Which rows these are, where one collection holds several kinds. */
  readonly part?: string;
  readonly row: z.ZodObject<Shape>;
  readonly indexes: readonly Index[];
}

/** An index, beside that of `_id`. */
export interface Index {
  readonly name: string;
  readonly on: Readonly<Record<string, 1 | -1>>;
  /** Only rows with this are in it; a query that wants to use it says the same. */
  readonly where?: object;
}

/** A filter on one collection's rows; `$expr` as `judge-time.ts` makes it. */
export type Filter<Row> = {
  readonly [Field in keyof Row]?: Condition<NonNullable<Row[Field]>> | (null extends Row[Field] ? null : never);
} & { readonly $expr?: object; readonly $or?: readonly Filter<Row>[]; readonly $and?: readonly Filter<Row>[] };

/** A list fits an element that it holds. */
type ElementOf<Value> = Value extends readonly (infer Element)[] ? Element : never;

type Condition<Value> =
  | Value
  | ElementOf<Value>
  | {
      readonly $eq?: Value | null;
      readonly $ne?: Value | null;
      readonly $lt?: Value;
      readonly $lte?: Value;
      readonly $gt?: Value;
      readonly $gte?: Value;
      readonly $in?: readonly Value[];
      readonly $nin?: readonly (Value | ElementOf<Value>)[];
      readonly $exists?: boolean;
    };

/** An update by field; never a pipeline. */
export interface Update<Row> {
  readonly $set?: Partial<Row>;
  readonly $setOnInsert?: Partial<Row>;
  readonly $unset?: Marks<Row>;
  /** The server's own time. */
  readonly $currentDate?: Marks<Row>;
  readonly $inc?: { readonly [Field in keyof Row]?: number };
  readonly $max?: Partial<Row>;
  readonly $min?: Partial<Row>;
  /** Adds to the end of a list and keeps its last `-$slice`. */
  readonly $push?: { readonly [Field in keyof Row]?: Pushed<Row[Field]> };
}

interface Pushed<List> {
  readonly $each: List;
  readonly $slice: number;
}

type Marks<Row> = { readonly [Field in keyof Row]?: true };
export type Sort<Row> = { readonly [Field in keyof Row]?: 1 | -1 };

interface Order<Row> {
  readonly sort?: Sort<Row>;
  readonly limit?: number;
}

/** What a row may be made from: `$expr` is refused there. */
type MakingFilter<Row> = Omit<Filter<Row>, '$expr' | '$or' | '$and'> & { readonly _id: string };

interface Write<Row> {
  readonly filter: MakingFilter<Row>;
  readonly update: Update<Row>;
}

/**
 * The rows of one collection. Every read is parsed, every call goes through the one door (`Database.ask`), every write
 * is known to a majority when it resolves.
 */
export interface Collection<Row> {
  readonly findOne: (filter: Filter<Row>) => Promise<Row | null>;
  readonly find: (filter: Filter<Row>, order?: Order<Row>) => Promise<readonly Row[]>;
  /** Only these fields of the rows. */
  readonly pick: <Field extends keyof Row>(
    fields: readonly Field[],
    filter: Filter<Row>,
    order?: Order<Row>,
  ) => Promise<readonly Pick<Row, Field>[]>;
  readonly count: (filter: Filter<Row>) => Promise<number>;
  /** What the stages give, each as `type` says; nothing is cast. */
  readonly aggregate: <Result>(stages: readonly object[], type: z.ZodType<Result>) => Promise<readonly Result[]>;

  /** False: a row with this `_id` is there already, and stays as it was. */
  readonly insert: (row: Row) => Promise<boolean>;
  /** False: no row fits. */
  readonly update: (filter: Filter<Row>, update: Update<Row>) => Promise<boolean>;
  /** Makes the row when none fits. False: a row with this `_id` is there and does not fit. */
  readonly upsert: (filter: MakingFilter<Row>, update: Update<Row>) => Promise<boolean>;
  /** All rows that fit; how many. */
  readonly updateAll: (filter: Filter<Row>, update: Update<Row>) => Promise<number>;
  /** One row, as it is afterwards; null: none fits. */
  readonly change: (filter: Filter<Row>, update: Update<Row>, sort?: Sort<Row>) => Promise<Row | null>;
  /** As `change`, but only these fields of it. */
  readonly changePart: <Field extends keyof Row>(
    fields: readonly Field[],
    filter: Filter<Row>,
    update: Update<Row>,
  ) => Promise<Pick<Row, Field> | null>;
  /** False: no row fits. */
  readonly replace: (filter: Filter<Row>, row: Row) => Promise<boolean>;
  /** All rows that fit; how many. */
  readonly remove: (filter: Filter<Row>) => Promise<number>;
  /** Upserts in one call, in no order; true for each that made its row. */
  readonly upsertMany: (writes: readonly Write<Row>[]) => Promise<readonly boolean[]>;
}

type RowOf<Shape extends RowShape> = z.infer<z.ZodObject<Shape>> & { readonly _id: string };

/** The rows of `kind` on this connection; asking twice is once. */
export function openCollection<Shape extends RowShape>(
  { database }: Pick<Backing, 'database'>,
  kind: CollectionKind<Shape>,
): Collection<RowOf<Shape>> {
  const model = modelOf(database.connection, kind);
  return { ...createReads(database, model, kind.row), ...createWrites(database, model, kind.row) };
}

/**
 * The part of a mongoose model that is used. What goes in is typed by `Collection` and what comes out is parsed by zod;
 * mongoose's own types would only say the same less strictly.
 */
interface Model {
  find(filter: object, fields: object | null, order: object): Lean<readonly unknown[]>;
  countDocuments(filter: object): Executed<number>;
  aggregate(stages: readonly object[]): Executed<readonly unknown[]>;
  updateOne(filter: object, update: object, options?: object): Executed<Updated>;
  updateMany(filter: object, update: object): Executed<Updated>;
  findOneAndUpdate(filter: object, update: object, options: object): Lean<unknown>;
  replaceOne(filter: object, row: object): Executed<Updated>;
  deleteMany(filter: object): Executed<{ readonly deletedCount: number }>;
  bulkWrite(writes: readonly object[], options: object): Promise<BulkWritten>;
}

interface Executed<Result> {
  exec(): Promise<Result>;
}

/** Rows as the driver gives them, not as mongoose documents. */
interface Lean<Result> {
  lean(): Executed<Result>;
}

interface Updated {
  readonly matchedCount: number;
  readonly upsertedCount: number;
}

function modelOf(connection: mongoose.Connection, { name, part, row }: CollectionKind): Model {
  const called = part === undefined ? name : `${name}/${part}`;
  return connection.models[called] ?? connection.model(called, toMongooseSchema(row), name);
}

type Reads<Row> = Pick<Collection<Row>, 'findOne' | 'find' | 'pick' | 'count' | 'aggregate'>;

function createReads<Shape extends RowShape>(
  database: Database,
  model: Model,
  row: z.ZodObject<Shape>,
): Reads<RowOf<Shape>> {
  const parse = (raw: unknown) => row.parse(raw) as RowOf<Shape>;
  const rows = (filter: object, fields: object | null, order: object): Promise<readonly unknown[]> =>
    database.ask(() => model.find(filter, fields, order).lean().exec());
  return {
    findOne: async (filter) => {
      const [raw] = await rows(filter, null, { limit: 1 });
      return raw === undefined ? null : parse(raw);
    },
    find: async (filter, order = {}) => (await rows(filter, null, order)).map(parse),
    pick: async (fields, filter, order = {}) => {
      const { mask, part } = partOf(row, fields);
      const raws = await rows(filter, mask, order);
      return raws.map((raw) => part.parse(raw) as never);
    },
    count: (filter) => database.ask(() => model.countDocuments(filter).exec()),
    aggregate: async (stages, type) => {
      const raws = await database.ask(() => model.aggregate(stages).exec());
      return raws.map((raw) => type.parse(raw));
    },
  };
}

/** What asks the server for these fields, and what reads them. */
function partOf<Shape extends RowShape>(row: z.ZodObject<Shape>, fields: readonly PropertyKey[]) {
  const mask = Object.fromEntries(fields.map((field) => [field, true as const]));
  return { mask: { _id: false, ...mask }, part: row.pick(mask as never) };
}

type Writes<Row> = Omit<Collection<Row>, keyof Reads<Row>>;

function createWrites<Shape extends RowShape>(
  database: Database,
  model: Model,
  row: z.ZodObject<Shape>,
): Writes<RowOf<Shape>> {
  type Row = RowOf<Shape>;
  /** Two that write the same key at once: the loser's write finds it there. */
  const unlessKnown = async (write: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await database.ask(write);
    } catch (error) {
      if (isKnownKey(error)) return false;
      throw error;
    }
  };
  return {
    insert: ({ _id, ...rest }: Row) =>
      unlessKnown(async () => {
        const { upsertedCount } = await model.updateOne({ _id }, { $setOnInsert: rest }, UPSERT).exec();
        return upsertedCount === 1;
      }),
    update: async (filter, update) => {
      const { matchedCount } = await database.ask(() => model.updateOne(filter, update).exec());
      return matchedCount === 1;
    },
    upsert: (filter, update) =>
      unlessKnown(async () => {
        await model.updateOne(filter, update, UPSERT).exec();
        return true;
      }),
    updateAll: async (filter, update) => {
      const { matchedCount } = await database.ask(() => model.updateMany(filter, update).exec());
      return matchedCount;
    },
    change: async (filter, update, sort) => {
      const options = { returnDocument: 'after', ...(sort === undefined ? {} : { sort }) };
      const raw = await database.ask(() => model.findOneAndUpdate(filter, update, options).lean().exec());
      return raw === null ? null : (row.parse(raw) as RowOf<Shape>);
    },
    changePart: async (fields, filter, update) => {
      const { mask, part } = partOf(row, fields);
      const options = { returnDocument: 'after', projection: mask };
      const raw = await database.ask(() => model.findOneAndUpdate(filter, update, options).lean().exec());
      return raw === null ? null : (part.parse(raw) as never);
    },
    replace: async (filter, next) => {
      const { matchedCount } = await database.ask(() => model.replaceOne(filter, next).exec());
      return matchedCount === 1;
    },
    remove: async (filter) => {
      const { deletedCount } = await database.ask(() => model.deleteMany(filter).exec());
      return deletedCount;
    },
    upsertMany: async (writes) => {
      if (writes.length === 0) return [];
      const made = await database.ask(() => upsertTogether(model, writes));
      return writes.map((_, index) => made.has(index));
    },
  };
}

/** mongoose adds nothing of its own to a row that is made. */
const UPSERT = { upsert: true, setDefaultsOnInsert: false } as const;

/** Positions that made their row. A write that cannot be cast is a bug, not one to be left out in silence. */
async function upsertTogether(
  model: Model,
  writes: readonly { readonly filter: object; readonly update: object }[],
): Promise<ReadonlySet<number>> {
  const steps = writes.map(({ filter, update }) => ({ updateOne: { filter, update, ...UPSERT } }));
  const { upsertedIds } = await model
    .bulkWrite(steps, { ordered: false, throwOnValidationError: true })
    .catch(withoutKnownKeys);
  return new Set(Object.keys(upsertedIds).map(Number));
}
