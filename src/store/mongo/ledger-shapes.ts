import { addressKind } from './address-row.ts';
import type { CollectionKind } from './collection.ts';
import { deliveryKind } from './delivery-row.ts';
import type { QueryShape } from './query-shape.ts';

/** The collections of conversations and of what is sent. */
export const ledgerKinds: readonly CollectionKind[] = [addressKind, deliveryKind];

type Ask = Pick<QueryShape, 'name' | 'index'> & { readonly by: readonly string[]; readonly sort?: readonly string[] };

const ask =
  (collection: string) =>
  ({ name, by, sort = [], index }: Ask): QueryShape => ({ name, collection, filter: by.toSorted(), sort, index });

const addresses: readonly Ask[] = [
  { name: 'addresses.read', by: ['_id'], index: '_id_' },
  { name: 'addresses.ofContact', by: ['contact'], sort: ['_id'], index: 'contact' },
  { name: 'addresses.talking', by: ['_id', 'session'], sort: ['_id'], index: '_id_' },
  { name: 'addresses.take', by: ['_id', 'owner'], index: '_id_' },
  { name: 'addresses.commit', by: ['_id', 'fence', 'turn'], index: '_id_' },
  { name: 'addresses.renew', by: ['_id', 'fence', 'owner'], index: '_id_' },
  { name: 'addresses.release', by: ['_id', 'fence', 'bell'], index: '_id_' },
  { name: 'addresses.disown', by: ['open', 'owner'], index: 'open' },
  { name: 'addresses.unfinished', by: ['open', 'owner'], sort: ['ownedAt'], index: 'open' },
  { name: 'addresses.due', by: ['next', 'owner'], sort: ['next'], index: 'next' },
  {
    name: 'addresses.enter',
    by: ['_id', 'flight', 'dead', 'stopped', 'muted', 'nextReply', 'pushDay'],
    index: '_id_',
  },
  { name: 'addresses.leave', by: ['_id', 'flight', 'flights'], index: '_id_' },
  { name: 'addresses.advance', by: ['_id', 'nextReply'], index: '_id_' },
  { name: 'addresses.stuck', by: ['flight', 'flightAt'], sort: ['flightAt'], index: 'flight' },
  { name: 'addresses.forbid', by: ['_id', 'refusalVersion'], index: '_id_' },
];

const claimed = ['waiting', 'account', 'lane', 'due', 'source', 'state', 'changedAt'];
const inDoubt = ['_id', 'attempt', 'state', 'doubtOver'];
const ofSource = ['source', 'state', 'run'];

const deliveries: readonly Ask[] = [
  { name: 'deliveries.read', by: ['_id'], index: '_id_' },
  { name: 'deliveries.add, raise run', by: ['_id', 'run'], index: '_id_' },
  {
    name: 'deliveries.mark',
    by: ['_id', 'waiting', 'attempt', 'generation', 'pauseAt'],
    index: '_id_',
  },
  { name: 'deliveries.defer, postpone, close', by: ['_id', 'attempt', 'waiting'], index: '_id_' },
  { name: 'deliveries.raiseGeneration', by: ['_id', 'generation'], index: '_id_' },
  { name: 'deliveries.settle, at its end', by: ['_id', 'attempt', 'state'], index: '_id_' },
  { name: 'deliveries.settle, goes on', by: [...inDoubt, 'doubtRetried'], index: '_id_' },
  { name: 'deliveries.retryDoubt, giveUpDoubt', by: inDoubt, index: '_id_' },
  { name: 'deliveries.receipt', by: ['platformKey', 'receipt'], index: 'platform' },
  { name: 'deliveries.claim, find', by: claimed, sort: ['due', 'seq', '_id'], index: 'waiting' },
  { name: 'deliveries.claim, take', by: ['_id', ...claimed], index: '_id_' },
  { name: 'deliveries.claim, taken', by: ['_id', 'takenBy'], sort: ['due', 'seq', '_id'], index: '_id_' },
  { name: 'deliveries.expire, find', by: ['waiting', 'until'], sort: ['until', '_id'], index: 'until' },
  { name: 'deliveries.expire, take', by: ['_id', 'waiting', 'until'], index: '_id_' },
  { name: 'deliveries.expire, taken', by: ['_id', 'takenBy'], sort: ['until', '_id'], index: '_id_' },
  { name: 'deliveries.closeSource, find', by: ofSource, index: 'source' },
  { name: 'deliveries.closeSource, close', by: ['_id', ...ofSource], index: '_id_' },
  { name: 'deliveries.forget, pushes', by: ['address', 'lane', 'waiting'], index: 'address' },
  { name: 'deliveries.forget, final', by: ['address', 'finalAt'], index: 'address' },
  { name: 'deliveries.purge, find', by: ['lane', 'finalAt'], sort: ['finalAt'], index: 'final' },
  { name: 'deliveries.purge, remove', by: ['_id', 'lane', 'finalAt'], index: '_id_' },
  { name: 'deliveries.reply', by: ['address', 'seq'], index: 'reply' },
  { name: 'deliveries.latest', by: ['address'], sort: ['number'], index: 'address' },
  {
    name: 'deliveries.stuck, doubtful',
    by: ['hot', 'state', 'doubtOver', 'changedAt'],
    sort: ['changedAt'],
    index: 'hot',
  },
  { name: 'deliveries.countSending of a source', by: ['source', 'state'], index: 'source' },
  {
    name: 'deliveries.countSending on a document',
    by: ['hot', 'state', 'dependsOn', 'dependsVersion'],
    index: 'hot',
  },
  { name: 'deliveries.count', by: ['source'], index: 'source' },
  { name: 'deliveries.lanes, next', by: ['waiting', 'account'], sort: ['account'], index: 'waiting' },
  { name: 'deliveries.lanes, first', by: ['waiting', 'account', 'lane'], sort: ['due'], index: 'waiting' },
  { name: 'deliveries.backlog, waiting', by: ['waiting', 'account', 'lane'], index: 'waiting' },
  { name: 'deliveries.backlog, hot', by: ['hot'], index: 'hot' },
];

/** Everything that is asked of them, and what answers it. */
export const ledgerShapes: readonly QueryShape[] = [
  ...addresses.map(ask(addressKind.name)),
  ...deliveries.map(ask(deliveryKind.name)),
];
