import { expect, test } from 'vitest';

import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { allKinds, queryShapes } from '../../src/store/mongo/shapes.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeAddresses } from '../contract/addresses.ts';
import type { Bench } from '../contract/bench.ts';
import { describeDeliveries } from '../contract/deliveries.ts';
import { describeDocuments } from '../contract/documents.ts';
import { describeInbox } from '../contract/inbox.ts';
import { describeKeyrings } from '../contract/keyrings.ts';
import { describeLeases } from '../contract/leases.ts';
import { describeMedia } from '../contract/media.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { AskedShape } from './note-queries.ts';
import { noteQueries } from './note-queries.ts';

const kinds: readonly DocumentKind<never>[] = ['test_batch', 'test_note', 'test_any'].map((name) => ({
  name,
  keys: () => ({}),
  next: () => null,
}));

/** Asked only when an answer was lost, or when the data gets another shape. */
const RARE = /read back|meta\.replace/u;

/** The row of the table that says the least beyond what was asked; undefined: nobody wrote it down. */
function rowOf({ collection, filter, sort }: AskedShape): string | undefined {
  const fitting = queryShapes.filter(
    (row) =>
      row.collection === collection &&
      row.sort.join() === sort.join() &&
      filter.every((field) => row.filter.includes(field)) &&
      fieldsOfIndex(row.collection, row.index).every((field) => filter.includes(field)),
  );
  return fitting.toSorted((a, b) => a.filter.length - b.filter.length)[0]?.name;
}

/** What a filter must name for the server to take this index: its first field, and all that a partial one is made for. */
function fieldsOfIndex(collection: string, index: string): readonly string[] {
  if (index === '_id_') return ['_id'];
  const kind = allKinds([{ name: '*' }]).find(({ name }) => name === collection);
  const { on = {}, where = {} } = kind?.indexes.find(({ name }) => name === index) ?? {};
  return [Object.keys(on)[0] ?? 'no such index', ...Object.keys(where)];
}

test('each row of the table names what its index is made for', () => {
  const unfit = queryShapes.filter(
    ({ collection, index, filter }) => !fieldsOfIndex(collection, index).every((field) => filter.includes(field)),
  );
  expect(unfit).toEqual([]);
});

describeOn('mongo')('MongoDB', () => {
  const newDatabase = useMongo();
  const asked = noteQueries();
  const slow: string[] = [];

  async function open(): Promise<Bench & Store> {
    const { url, db, age } = await newDatabase();
    const watched = `${url}${url.includes('?') ? '&' : '?'}monitorCommands=true`;
    const store = await openMongo({ url: watched, key: 'k'.repeat(44), kinds, log: () => undefined });
    const close = async (): Promise<void> => {
      slow.push(...(await asked.readPlans(db)));
      await store.close();
    };
    return { ...store, now: () => store.now(), pass: age, close };
  }

  describeInbox('MongoDB', open);
  describeAddresses('MongoDB', open);
  describeDeliveries('MongoDB', open);
  describeAccounts('MongoDB', open);
  describeDocuments('MongoDB', open);
  describeLeases('MongoDB', open);
  describeKeyrings('MongoDB', open);
  describeMedia('MongoDB', open);

  // The last one: the suites before it have asked everything by now.
  test('what is asked stands in the table beside its index, and a real server plans no walk through a collection', () => {
    const shapes = asked.shapes();
    expect(shapes.filter((shape) => rowOf(shape) === undefined)).toEqual([]);
    expect(slow).toEqual([]);
    const names = new Set(shapes.map(rowOf));
    const never = queryShapes.map(({ name }) => name).filter((name) => !names.has(name));
    expect(never.filter((name) => !RARE.test(name))).toEqual([]);
  });
});
