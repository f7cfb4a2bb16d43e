import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeAddresses } from '../contract/addresses.ts';
import type { Bench } from '../contract/bench.ts';
import { describeDeliveries } from '../contract/deliveries.ts';
import { describeDocuments } from '../contract/documents.ts';
import { describeInbox } from '../contract/inbox.ts';
import { describeLeases } from '../contract/leases.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';

const kinds: readonly DocumentKind<never>[] = ['test_batch', 'test_note', 'test_any'].map((name) => ({
  name,
  keys: () => ({}),
  next: () => null,
}));

describeOn('mongo')('MongoDB', () => {
  const newDatabase = useMongo();

  async function open(): Promise<Bench & Store> {
    const database = await newDatabase();
    const store = await openMongo({ url: database.url, key: 'k'.repeat(44), kinds, log: () => undefined });
    return { ...store, now: () => store.now(), pass: (ms) => database.age(ms) };
  }

  describeInbox('MongoDB', open);
  describeAddresses('MongoDB', open);
  describeDeliveries('MongoDB', open);
  describeAccounts('MongoDB', open);
  describeDocuments('MongoDB', open);
  describeLeases('MongoDB', open);
});
