import { accountKind } from './accounts.ts';
import type { CollectionKind } from './collection.ts';
import { documentKind, documentShapes } from './documents.ts';
import { inboxKind } from './inbox-row.ts';
import { inboxShapes } from './inbox.ts';
import { leaseKind } from './leases.ts';
import { ledgerKinds, ledgerShapes } from './ledger-shapes.ts';
import { mediaKind, mediaShapes } from './media.ts';
import { processKind } from './processes.ts';
import type { QueryShape } from './query-shape.ts';
import { ringHeadKind, ringShapes, ringValueKind } from './ring-rows.ts';

/** Every collection, with its indexes; one for each kind of document. */
export function allKinds(documents: readonly { readonly name: string }[]): readonly CollectionKind[] {
  return [
    inboxKind,
    accountKind,
    leaseKind,
    ringHeadKind,
    ringValueKind,
    mediaKind,
    processKind,
    ...ledgerKinds,
    ...documents.map(({ name }) => documentKind(name)),
  ];
}

const byId = (name: string, collection: string, ...more: readonly string[]): QueryShape => ({
  name,
  collection,
  filter: ['_id', ...more].toSorted(),
  sort: [],
  index: '_id_',
});

/** Everything that is asked of the database. What is not in this table is asked nowhere: a test compares. */
export const queryShapes: readonly QueryShape[] = [
  ...inboxShapes,
  ...mediaShapes,
  ...documentShapes,
  ...ledgerShapes,
  ...ringShapes,
  byId('accounts', 'account'),
  byId('accounts.halt', 'account', 'halted'),
  byId('leases.take', 'lease', 'owner'),
  byId('leases.take over', 'lease', 'at'),
  byId('meta', 'meta'),
  byId('meta.replace', 'meta', 'least', 'most', 'way', 'cursor'),
  byId('process.beat', 'process'),
  { name: 'process.others', collection: 'process', filter: ['_id', 'at', 'shape'], sort: [], index: 'at' },
  { name: 'process.forget', collection: 'process', filter: ['at'], sort: [], index: 'at' },
];
