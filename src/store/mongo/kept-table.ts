import { z } from 'zod';

import type { DeliveryState } from '../../domain/ports/deliveries.ts';
import { kindOfTable, pageRowsOf } from '../house.ts';
import type { HouseTable } from '../house.ts';
import { keptDocument, keptTables } from '../kept-row.ts';
import type { KeptRow, KeptTableName } from '../kept-row.ts';
import { accountKind } from './accounts.ts';
import { addressKind } from './address-row.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Collection, CollectionKind, Update } from './collection.ts';
import { deliveryKind } from './delivery-row.ts';
import { become } from './delivery-state.ts';
import { documentKind } from './documents.ts';
import { inboxKind } from './inbox-row.ts';
import { mediaKind } from './media.ts';

/** Tables whose rows stand here one for one. */
type PlainTableName = Exclude<KeptTableName, 'keyring'>;

const kinds: Readonly<Record<PlainTableName, CollectionKind>> = {
  inbox: inboxKind,
  address: addressKind,
  delivery: deliveryKind,
  account: accountKind,
  media: mediaKind,
};

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

/** One table, row by row. */
export function openKeptTable(on: Pick<Backing, 'database'>, name: string): HouseTable {
  const document = kindOfTable(name);
  const kind: CollectionKind = document === null ? kinds[name as PlainTableName] : documentKind(document);
  const kept: z.ZodObject = document === null ? keptTables[name as PlainTableName] : keptDocument;
  const rows = openCollection(on, kind) as unknown as Collection<Row>;
  const toAll = (found: readonly Row[]): readonly KeptRow[] => found.map((row) => toKept(kept, row));
  return {
    ...pageRowsOf(name),
    count: () => rows.count({}),
    page: async (after, limit) => toAll(await rows.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit })),
    among: async (ids) => toAll(await rows.find({ _id: { $in: ids } })),
    put: async (all) => {
      await rows.upsertMany(all.map((row) => ({ filter: { _id: row.id }, update: toUpdate(kind, kept, row) })));
    },
    drop: async (ids) => void (await rows.remove({ _id: { $in: ids } })),
  };
}

/** Where a field has another name here. */
const renamed: Readonly<Record<string, string>> = { id: '_id', version: 'v' };
const nameOf = (field: string): string => renamed[field] ?? field;

function toKept(kept: z.ZodObject, row: Row): KeptRow {
  const fields = fieldsOf(kept).map(([field, type]) => [field, row[nameOf(field)] ?? absent(type)]);
  return kept.parse(Object.fromEntries(fields)) as KeptRow;
}

/** Every field that the collection knows is given or taken away: nothing is left of what stood there. */
function toUpdate(kind: CollectionKind, kept: z.ZodObject, row: KeptRow): Update<Row> {
  const mayMiss = fieldsOf(kind.row).flatMap(([field, type]) => (type instanceof z.ZodExactOptional ? [field] : []));
  const given = fieldsOf(kept).flatMap(([field, type]) => {
    const name = nameOf(field);
    const isAbsent = mayMiss.includes(name) && isSame(row[field], absent(type));
    return isAbsent || name === '_id' ? [] : [[name, row[field]] as const];
  });
  const flags = kind === deliveryKind ? become(row['state'] as DeliveryState).$set : {};
  const $set: Readonly<Record<string, unknown>> = { ...Object.fromEntries(given), ...flags };
  const missing = mayMiss.filter((field) => !(field in $set));
  return { $set, ...(missing.length > 0 && { $unset: Object.fromEntries(missing.map((field) => [field, true])) }) };
}

function fieldsOf(row: z.ZodObject): readonly (readonly [string, z.core.$ZodType])[] {
  return Object.entries<z.core.$ZodType>(row.shape);
}

/** What a field that is not there means. */
function absent(type: z.core.$ZodType): null | false | Date {
  if (type instanceof z.ZodBoolean) return false;
  return type instanceof z.ZodDate ? new Date(0) : null;
}

function isSame(value: unknown, other: null | false | Date): boolean {
  return value instanceof Date && other instanceof Date ? value.getTime() === other.getTime() : value === other;
}
