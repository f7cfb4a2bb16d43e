import { randomUUID } from 'node:crypto';

import type { MarkAsk } from '../../src/domain/ports/deliveries.ts';
import type { Store } from '../../src/domain/ports/store.ts';

/** A store with one promise taken out; every crash run on it must fail. */
export interface Mutant {
  readonly name: string;
  readonly store: (store: Store) => Store;
}

/** What a mutant puts off, so that few deaths are enough to show it on either pair: the sin is the same at any length. */
const lateMs = 1000;

export const mutants: readonly Mutant[] = [
  { name: 'no-mark', store: withoutMark },
  { name: 'no-inbox-key', store: withoutInboxKey },
  { name: 'early-ack', store: withEarlyAck },
  { name: 'no-owed', store: withoutOwed },
  { name: 'no-did', store: withoutDid },
];

/** `sending` is written after the call, not before it. */
function withoutMark(store: Store): Store {
  const { deliveries } = store;
  const asks = new Map<string, MarkAsk>();
  return {
    ...store,
    deliveries: {
      ...deliveries,
      mark: async (id, ask) => {
        const row = await deliveries.read(id);
        const waits = row?.state === 'pending' || row?.state === 'claimed';
        if (!waits || row.attempt !== ask.attempt) return { type: 'lost' };
        asks.set(id, ask);
        return { type: 'marked', attempt: ask.attempt + 1 };
      },
      settle: async (id, attempt, outcome) => {
        const ask = asks.get(id);
        if (ask !== undefined) await deliveries.mark(id, ask);
        asks.delete(id);
        return deliveries.settle(id, attempt, outcome);
      },
    },
  };
}

/** Every arrival is a new one. */
function withoutInboxKey(store: Store): Store {
  const { inbox } = store;
  const accept: typeof inbox.accept = (rows) =>
    inbox.accept(rows.map((row) => ({ ...row, id: `${row.id}.${randomUUID()}` })));
  return { ...store, inbox: { ...inbox, accept } };
}

/** The platform is told before the message is on the disk. */
function withEarlyAck(store: Store): Store {
  const { inbox } = store;
  const onTheWay = new Set<Promise<unknown>>();
  return {
    ...store,
    inbox: {
      ...inbox,
      accept: async (rows) => {
        const written = late().then(() => inbox.accept(rows));
        onTheWay.add(written);
        void written.finally(() => onTheWay.delete(written));
        return rows.map(() => 'new');
      },
      waiting: async (address, limit) => {
        await Promise.all(onTheWay);
        return inbox.waiting(address, limit);
      },
    },
  };
}

/** Answers are not part of the commit. */
function withoutOwed(store: Store): Store {
  const { addresses, deliveries } = store;
  return {
    ...store,
    addresses: { ...addresses, commit: (id, hold, commit) => addresses.commit(id, hold, { ...commit, owed: [] }) },
    deliveries: { ...deliveries, add: (rows) => late().then(() => deliveries.add(rows)) },
  };
}

/** What was handled is not part of the commit. */
function withoutDid(store: Store): Store {
  const { addresses, inbox } = store;
  return {
    ...store,
    addresses: { ...addresses, commit: (id, hold, commit) => addresses.commit(id, hold, { ...commit, did: [] }) },
    inbox: { ...inbox, close: (keys) => late().then(() => inbox.close(keys)) },
  };
}

function late(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, lateMs);
  });
}
