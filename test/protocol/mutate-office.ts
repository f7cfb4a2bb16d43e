import type { Ports } from './process.ts';
import type { Stores } from './truth.ts';

type Deliveries = Ports['deliveries'];

/** What waits for its snapshot, or for the end of a pause, does not wait. */
export function answerInstead(ports: Ports, code: string, verdict: Awaited<ReturnType<Ports['mayGo']>>): Ports {
  const mayGo: Ports['mayGo'] = async (row) => {
    const found = await ports.mayGo(row);
    return found.type === 'wait' && found.code === code ? verdict : found;
  };
  return { ...ports, mayGo };
}

/** Rows that only an older snapshot saw are left as they are. */
export function closeNoRest(ports: Ports): Ports {
  const closeSource: Deliveries['closeSource'] = async (source, state, limit, runBelow) =>
    runBelow === undefined ? ports.deliveries.closeSource(source, state, limit) : 0;
  return { ...ports, deliveries: { ...ports.deliveries, closeSource } };
}

/** A row is as good as written when it was asked for. */
export function writeBlindly(ports: Ports): Ports {
  const add: Deliveries['add'] = async (rows) => {
    const written = ports.deliveries.add(rows);
    if (rows.every((row) => row.seq !== null)) await written;
    else written.catch(() => undefined);
  };
  return { ...ports, deliveries: { ...ports.deliveries, add } };
}

/** Counts are kept and shown again, as a cache would. */
export function rememberCounts(ports: Ports): Ports {
  const known = new Map<string, Awaited<ReturnType<Deliveries['count']>>>();
  const count: Deliveries['count'] = async (source) => {
    const counts = known.get(source) ?? (await ports.deliveries.count(source));
    known.set(source, counts);
    return counts;
  };
  return { ...ports, deliveries: { ...ports.deliveries, count } };
}

/** What the platform asked for is heard by nobody (`alsoSlots`), or only by who grants slots. */
export function forgetFreezes(ports: Ports, alsoSlots: boolean): Ports {
  const read: Ports['accounts']['read'] = async (account) => ({
    ...(await ports.accounts.read(account)),
    frozenForMs: 0,
  });
  const slots = alsoSlots ? { ...ports.slots, freeze: async () => undefined } : ports.slots;
  return { ...ports, accounts: { ...ports.accounts, read }, slots };
}

/** The row learns what became of its call only when the next one to this person may have begun. */
export function leaveFirst(ports: Ports): Ports {
  const settle: Deliveries['settle'] = async (...ask) => {
    ports.clock.after(300, () => void ports.deliveries.settle(...ask).catch(() => undefined));
    return true;
  };
  return { ...ports, deliveries: { ...ports.deliveries, settle } };
}

/** Each refusal is the first that anybody heard of. */
export function countNoStrikes(ports: Ports): Ports {
  const strike: Ports['addresses']['strike'] = async (...ask) => {
    await ports.addresses.strike(...ask);
    return 1;
  };
  return { ...ports, addresses: { ...ports.addresses, strike } };
}

type Rows = Map<string, Stores['deliveries']['rows'] extends ReadonlyMap<string, infer Row> ? Row : never>;

/** The stored row is made another one just before `method` sees it. */
function rewritten(stores: Stores, id: string, change: Partial<Parameters<Rows['set']>[1]>): void {
  const rows = stores.deliveries.rows as Rows;
  const row = rows.get(id);
  if (row !== undefined) rows.set(id, { ...row, ...change });
}

export function letReceiptsFall(stores: Stores): Stores {
  const { deliveries } = stores;
  const receipt: typeof deliveries.receipt = (account, platformId, ...told) => {
    for (const row of deliveries.rows.values()) {
      if (row.platformId === platformId) rewritten(stores, row.id, { receipt: null });
    }
    return deliveries.receipt(account, platformId, ...told);
  };
  return { ...stores, deliveries: { ...deliveries, receipt } };
}

export function keepDoubting(stores: Stores): Stores {
  const { deliveries } = stores;
  const settle: typeof deliveries.settle = (id, attempt, outcome) =>
    outcome.type === 'sent' && deliveries.rows.get(id)?.state === 'uncertain'
      ? false
      : deliveries.settle(id, attempt, outcome);
  return { ...stores, deliveries: { ...deliveries, settle } };
}

/** What waits to be tried once more is deaf to what is told of the first try. */
export function tryAgainAnyway(stores: Stores): Stores {
  const { deliveries } = stores;
  const settle: typeof deliveries.settle = (id, attempt, outcome) => {
    const state = deliveries.rows.get(id)?.state;
    return state === 'pending' || state === 'claimed' ? false : deliveries.settle(id, attempt, outcome);
  };
  return { ...stores, deliveries: { ...deliveries, settle } };
}

export function doubtForEver(stores: Stores): Stores {
  const { deliveries } = stores;
  const settle: typeof deliveries.settle = (id, attempt, outcome) => {
    rewritten(stores, id, { retried: false });
    return deliveries.settle(id, attempt, outcome);
  };
  const retryDoubt: typeof deliveries.retryDoubt = (id, attempt) => {
    rewritten(stores, id, { retried: false });
    return deliveries.retryDoubt(id, attempt);
  };
  return { ...stores, deliveries: { ...deliveries, settle, retryDoubt } };
}

export function markAtNight(stores: Stores): Stores {
  const { deliveries } = stores;
  const mark: typeof deliveries.mark = (id, ask) => {
    rewritten(stores, id, { pauseAt: null });
    return deliveries.mark(id, ask);
  };
  return { ...stores, deliveries: { ...deliveries, mark } };
}
