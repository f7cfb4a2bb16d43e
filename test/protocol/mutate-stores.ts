import type { GateAsk } from '../../src/domain/ports/addresses.ts';
import type { Stores } from './truth.ts';

type Enter = Stores['addresses']['enter'];

export function withGate(
  stores: Stores,
  change: (enter: Enter, ...asked: Parameters<Enter>) => ReturnType<Enter>,
): Stores {
  const { addresses } = stores;
  return { ...stores, addresses: { ...addresses, enter: (id, ask) => change(addresses.enter, id, ask) } };
}

export function unstopped(stores: Stores, enter: Enter, id: string, ask: GateAsk): ReturnType<Enter> {
  const row = stores.addresses.rows.get(id);
  if (row === undefined) return enter(id, ask);
  const { refusal } = row;
  row.refusal = { stopped: false, muted: [] };
  const gate = enter(id, ask);
  row.refusal = refusal;
  return gate;
}

export function unlocked(stores: Stores, enter: Enter, id: string, ask: GateAsk): ReturnType<Enter> {
  const row = stores.addresses.rows.get(id);
  if (row !== undefined) row.flight = null;
  return enter(id, ask);
}

type Committing = Parameters<Stores['addresses']['commit']>[2];

/** What reaches the store differs from what the holder believes. */
export function withCommit(stores: Stores, change: (commit: Committing) => Committing): Stores {
  const { addresses } = stores;
  const commit: typeof addresses.commit = (id, hold, given) => addresses.commit(id, hold, change(given));
  return { ...stores, addresses: { ...addresses, commit } };
}

export function withEveryCopyNew(stores: Stores): Stores {
  let copies = 0;
  const accept: Stores['inbox']['accept'] = (rows) =>
    stores.inbox.accept(
      rows.map((row) => (stores.inbox.rows.has(row.id) ? { ...row, id: `${row.id}#${++copies}` } : row)),
    );
  return { ...stores, inbox: { ...stores.inbox, accept } };
}

/** Whoever takes an address finds it tidy. */
export function forgetOwed(stores: Stores): Stores {
  const { addresses } = stores;
  const forget: typeof addresses.take = (id, owner) => {
    const row = addresses.rows.get(id);
    if (row?.owner === null) Object.assign(row, { owed: [], did: [] });
    return addresses.take(id, owner);
  };
  return { ...stores, addresses: { ...addresses, take: forget } };
}

export function withoutFence(stores: Stores): Stores {
  const { addresses } = stores;
  const fenceOf = (id: string): number => addresses.rows.get(id)?.fence ?? 0;
  return {
    ...stores,
    addresses: {
      ...addresses,
      commit: (id, { turn }, commit) => addresses.commit(id, { fence: fenceOf(id), turn }, commit),
      release: (id, { bell }, after) => addresses.release(id, { fence: fenceOf(id), bell }, after),
    },
  };
}

/** The turn that a holder believes in does not matter. */
export function withoutTurn(stores: Stores): Stores {
  const { addresses } = stores;
  const commit: typeof addresses.commit = (id, { fence }, given) =>
    addresses.commit(id, { fence, turn: addresses.rows.get(id)?.turn ?? 0 }, given);
  return { ...stores, addresses: { ...addresses, commit } };
}

export function deathless(stores: Stores, enter: Enter, id: string, ask: GateAsk): ReturnType<Enter> {
  const row = stores.addresses.rows.get(id);
  if (row === undefined) return enter(id, ask);
  const { dead } = row;
  row.dead = false;
  const gate = enter(id, ask);
  row.dead = dead;
  return gate;
}

export function releaseDeaf(stores: Stores): Stores {
  const { addresses } = stores;
  const release: typeof addresses.release = (id, { fence }, after) =>
    addresses.release(id, { fence, bell: addresses.rows.get(id)?.bell ?? 0 }, after);
  return { ...stores, addresses: { ...addresses, release } };
}

export function forgetCrashes(stores: Stores): Stores {
  const { addresses } = stores;
  const forget: typeof addresses.take = (id, owner) => {
    const taken = addresses.take(id, owner);
    return typeof taken === 'string' ? taken : { ...taken, crashes: 0 };
  };
  return { ...stores, addresses: { ...addresses, take: forget } };
}

type Settle = Stores['deliveries']['settle'];

function withSettle(stores: Stores, change: (outcome: Parameters<Settle>[2]) => Parameters<Settle>[2]): Stores {
  const { deliveries } = stores;
  const settle: Settle = (id, attempt, outcome) => deliveries.settle(id, attempt, change(outcome));
  return { ...stores, deliveries: { ...deliveries, settle } };
}

export function repeatNews(stores: Stores): Stores {
  return withSettle(stores, (outcome) => (outcome.type === 'uncertain' ? { ...outcome, final: false } : outcome));
}

export function restartParts(stores: Stores): Stores {
  return withSettle(stores, (outcome) => (outcome.type === 'part' ? { ...outcome, next: 0 } : outcome));
}
