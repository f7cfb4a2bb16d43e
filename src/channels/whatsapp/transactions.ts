import { AsyncLocalStorage } from 'node:async_hooks';

import type {
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStore,
  SignalKeyStoreWithTransaction,
} from '@whiskeysockets/baileys';
import { z } from 'zod';

type KeyType = Parameters<SignalKeyStore['get']>[0];

/** One value as a piece of work read or wrote it; null: there is none. */
interface Seen {
  readonly value: unknown;
  readonly isWritten: boolean;
}

/** One piece of work on the keys, with what it has seen of them by type and id. */
interface Scope {
  readonly keys: SignalKeyStoreWithTransaction;
  readonly seen: Map<string, Map<string, Seen>>;
  ended: boolean;
}

/**
 * One for the whole process: on Node 20 each of these that ever ran is kept for good and slows every later step down, and
 * rc14 makes one for each connection.
 */
const current = new AsyncLocalStorage<Scope>();

/** These two are awaited by who holds the common label, and touch no session that is being worked on. */
const ownLabel = /^(?:lid-mapping$|delete-)/u;

/** Lets whoever closes a socket wait for the work on its keys. */
export interface Transactions {
  /** Resolves when none is under way any more. */
  readonly ended: () => Promise<void>;
}

/**
 * Does the work on a socket's keys in place of rc14. There, sending and receiving lock the same sessions under different
 * labels: of a reply and a message that cross, one loses the other's state, and later replies cannot be read; and what runs
 * on after the end of its transaction loses what it writes. Here nearly all take one label, and what runs on works on the
 * store itself. `store` is what the socket was given; a transaction's changes reach it in one `set`, or not at all.
 */
export function takeOverTransactions(keys: SignalKeyStoreWithTransaction, store: SignalKeyStore): Transactions {
  const underway = new Set<Promise<unknown>>();
  const locks = new Map<string, Promise<unknown>>();
  const scopeNow = (): Scope | null => {
    const scope = current.getStore();
    return scope?.keys === keys && !scope.ended ? scope : null;
  };

  /** `work` begins when everything before it under the same label has ended, well or not. */
  function enqueue<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
    const done = (locks.get(label) ?? Promise.resolve()).then(work, work);
    locks.set(label, done);
    underway.add(done);
    const leave = (): void => {
      underway.delete(done);
      if (locks.get(label) === done) locks.delete(label);
    };
    done.then(leave, leave);
    return done;
  }

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    const scope: Scope = { keys, seen: new Map(), ended: false };
    try {
      const result = await current.run(scope, work);
      const changes = changesOf(scope);
      if (Object.keys(changes).length > 0) await store.set(changes);
      return result;
    } finally {
      scope.ended = true;
      scope.seen.clear();
    }
  }

  keys.get = async (type, ids) => {
    const scope = scopeNow();
    return scope === null ? store.get(type, ids) : readWithin(scope, store, type, ids);
  };
  keys.set = async (data) => {
    const scope = scopeNow();
    if (scope === null) await store.set(data);
    else writeWithin(scope, data);
  };
  keys.isInTransaction = () => scopeNow() !== null;
  keys.transaction = (work, label) =>
    scopeNow() === null ? enqueue(ownLabel.test(label) ? label : 'account', () => run(work)) : work();
  return {
    ended: async () => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

/** What this piece of work wrote or read before is what it reads again. */
async function readWithin<Type extends KeyType>(
  scope: Scope,
  store: SignalKeyStore,
  type: Type,
  ids: string[],
): Promise<Record<string, SignalDataTypeMap[Type]>> {
  const rows = rowsOf(scope, type);
  const missing = ids.filter((id) => !rows.has(id));
  const read = missing.length === 0 ? {} : await store.get(type, missing);
  for (const id of missing) {
    // What was written while the store was asked is newer.
    if (!rows.has(id)) rows.set(id, { value: read[id] ?? null, isWritten: false });
  }
  const found = ids.flatMap((id) => {
    const value = rows.get(id)?.value ?? null;
    return value === null ? [] : [[id, value]];
  });
  return z.custom<Record<string, SignalDataTypeMap[Type]>>().parse(Object.fromEntries(found));
}

function writeWithin(scope: Scope, data: SignalDataSet): void {
  for (const [type, values] of Object.entries(data)) {
    const rows = rowsOf(scope, type);
    for (const [id, value] of Object.entries(values)) rows.set(id, { value, isWritten: true });
  }
}

function changesOf({ seen }: Scope): SignalDataSet {
  const types = [...seen].map(([type, rows]) => {
    const written = [...rows].flatMap(([id, { value, isWritten }]) => (isWritten ? [[id, value] as const] : []));
    return [type, Object.fromEntries(written)] as const;
  });
  const changed = types.filter(([, values]) => Object.keys(values).length > 0);
  return z.custom<SignalDataSet>().parse(Object.fromEntries(changed));
}

function rowsOf({ seen }: Scope, type: string): Map<string, Seen> {
  const rows = seen.get(type) ?? new Map<string, Seen>();
  seen.set(type, rows);
  return rows;
}
