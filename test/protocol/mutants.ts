import type { Verdict } from '../../src/app/sending/sending.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { entryOf } from '../../src/domain/batch.ts';
import type { GateAsk } from '../../src/domain/ports/addresses.ts';
import { leave, take } from '../../src/domain/seats.ts';
import { noFaults } from './machine.ts';
import type { Mutant } from './mutant.ts';
import type { Plan } from './plan.ts';
import { calm } from './platform.ts';
import type { Ports } from './process.ts';
import type { Stores } from './truth.ts';
import type { World } from './world.ts';

/** No sweep mends anything, and nothing is broken either: what is lost here is lost by the protocol. */
const unswept: Partial<Plan> = {
  processes: 3,
  embedded: false,
  messages: 6,
  pushes: 0,
  faults: noFaults,
  temper: calm,
  crashes: 0,
  freezes: 0,
  lostRing: 0,
  poison: 0,
  sweeps: false,
  officer: false,
};

/** Many people and a push to all of them. */
export const crowd: Partial<Plan> = { ...unswept, people: 40, messages: 1, pushes: 3, sweeps: true };

/** People who come and go, and processes that stand still in the middle of it. */
export const comings: Partial<Plan> = {
  processes: 3,
  embedded: false,
  people: 2,
  messages: 8,
  words: ['take', 'leave'],
  pushes: 0,
  faults: { ...noFaults, standstill: 0.01 },
  crashes: 0,
  freezes: 0,
  officer: false,
};

/** Pushes about what an officer stops, with processes that stand still in the middle of it. */
export const stoppings: Partial<Plan> = {
  processes: 2,
  embedded: false,
  pushes: 8,
  faults: { ...noFaults, standstill: 0.01 },
  officer: true,
  poison: 0,
};

/** The mutants of protocol.md and some of our own, each of which some seed must kill. */
export const mutants: readonly Mutant[] = [
  { name: 'no inbox key', stores: withEveryCopyNew },
  { name: 'acknowledged before durable', ports: acknowledgeEarly },
  { name: 'a timeout is retried', ports: retryTimeouts },
  {
    name: 'stop not in the gate',
    stores: (stores) => withGate(stores, (enter, id, ask) => unstopped(stores, enter, id, ask)),
  },
  { name: 'no mark', ports: (ports) => ({ ...ports, deliveries: { ...ports.deliveries, mark: markNothing } }) },
  { name: 'owed cleared before it is copied', stores: forgetOwed },
  { name: 'no gate', stores: (stores) => withGate(stores, (enter, id, ask) => unlocked(stores, enter, id, ask)) },
  { name: 'did not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, did: [] })) },
  { name: 'intent not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, wait: null })) },
  { name: 'the sweep resends', sweepPorts: resend },
  { name: 'stop without wait', ports: stopBlindly },
  { name: 'pause, cancel and move without wait', impatient: true },
  {
    name: 'replies without order',
    stores: (stores) => withGate(stores, (enter, id, ask) => enter(id, { ...ask, seq: null })),
  },
  { name: 'no look', ports: (ports) => ({ ...ports, mayGo: async () => ({ type: 'go' }) }) },
  { name: 'look before mark', ports: lookEarly, plan: stoppings },
  { name: 'no time limit between gate and call', ports: stopClock, plan: stoppings },
  { name: 'next reply only from inside the gate', ports: advanceInside },
  { name: 'no fence', stores: withoutFence },
  {
    name: 'no bell',
    ports: (ports) => ({ ...ports, addresses: { ...ports.addresses, ring: async () => undefined } }),
    plan: unswept,
  },
  { name: 'a release that does not hear the bell', stores: releaseDeaf, plan: unswept },
  { name: 'crashes are not counted', stores: forgetCrashes },
  { name: 'an announcement in doubt is repeated', stores: repeatNews },
  { name: 'every part from the beginning', stores: restartParts },
  { name: 'no slots', ports: (ports) => ({ ...ports, slots: { ...ports.slots, take: async () => 0 } }), plan: crowd },
  { name: 'no deadline at the mark', ports: markLate },
  {
    name: 'no seen',
    seats: { leave, take: (batch, ask) => take(batch, { ...ask, seen: versionOf(batch, ask.contact) }) },
    plan: comings,
  },
  { name: 'no tombstones', seats: { take, leave: leaveNoTrace }, plan: comings },
];

type Enter = Stores['addresses']['enter'];

function withGate(stores: Stores, change: (enter: Enter, ...asked: Parameters<Enter>) => ReturnType<Enter>): Stores {
  const { addresses } = stores;
  return { ...stores, addresses: { ...addresses, enter: (id, ask) => change(addresses.enter, id, ask) } };
}

function unstopped(stores: Stores, enter: Enter, id: string, ask: GateAsk): ReturnType<Enter> {
  const row = stores.addresses.rows.get(id);
  if (row === undefined) return enter(id, ask);
  const { refusal } = row;
  row.refusal = { stopped: false, muted: [] };
  const gate = enter(id, ask);
  row.refusal = refusal;
  return gate;
}

function unlocked(stores: Stores, enter: Enter, id: string, ask: GateAsk): ReturnType<Enter> {
  const row = stores.addresses.rows.get(id);
  if (row !== undefined) row.flight = null;
  return enter(id, ask);
}

type Committing = Parameters<Stores['addresses']['commit']>[2];

/** What reaches the store differs from what the holder believes. */
function withCommit(stores: Stores, change: (commit: Committing) => Committing): Stores {
  const { addresses } = stores;
  const commit: typeof addresses.commit = (id, hold, given) => addresses.commit(id, hold, change(given));
  return { ...stores, addresses: { ...addresses, commit } };
}

function withEveryCopyNew(stores: Stores): Stores {
  let copies = 0;
  const accept: Stores['inbox']['accept'] = (rows) =>
    stores.inbox.accept(
      rows.map((row) => (stores.inbox.rows.has(row.id) ? { ...row, id: `${row.id}#${++copies}` } : row)),
    );
  return { ...stores, inbox: { ...stores.inbox, accept } };
}

function acknowledgeEarly(ports: Ports): Ports {
  const accept: Ports['inbox']['accept'] = async (rows) => {
    ports.inbox.accept(rows).catch(() => undefined);
    return rows.map(() => 'new');
  };
  return { ...ports, inbox: { ...ports.inbox, accept } };
}

function retryTimeouts(ports: Ports): Ports {
  const send: Ports['channel']['send'] = async (...call) => {
    const result = await ports.channel.send(...call);
    return result.type === 'uncertain' ? { type: 'retry', afterMs: 500, scope: 'chat', code: 'timeout' } : result;
  };
  return { ...ports, channel: { ...ports.channel, send } };
}

const markNothing: Ports['deliveries']['mark'] = async (_, { attempt }) => ({ type: 'marked', attempt });

/** Whoever takes an address finds it tidy. */
function forgetOwed(stores: Stores): Stores {
  const { addresses } = stores;
  const forget: typeof addresses.take = (id, owner) => {
    const row = addresses.rows.get(id);
    if (row?.owner === null) Object.assign(row, { owed: [], did: [] });
    return addresses.take(id, owner);
  };
  return { ...stores, addresses: { ...addresses, take: forget } };
}

function resend(ports: Ports): Ports {
  const settle: Ports['deliveries']['settle'] = (id, attempt, outcome) =>
    ports.deliveries.settle(
      id,
      attempt,
      outcome.type === 'uncertain' ? { type: 'again', inMs: 0, code: 'lost' } : outcome,
    );
  return { ...ports, deliveries: { ...ports.deliveries, settle } };
}

function stopBlindly(ports: Ports): Ports {
  const ofContact: Ports['addresses']['ofContact'] = async (contact) =>
    (await ports.addresses.ofContact(contact)).map((address) => ({ ...address, flight: null }));
  return { ...ports, addresses: { ...ports.addresses, ofContact } };
}

/** The look comes first; the way from there to the mark is long, as it may be. */
function lookEarly(ports: Ports, _: unknown, { random }: World, stores: Stores): Ports {
  const seen = new Map<string, Verdict>();
  const enter: Ports['addresses']['enter'] = async (id, ask) => {
    const row = stores.deliveries.rows.get(ask.delivery);
    if (row !== undefined && row.class !== 'reply') {
      seen.set(row.id, await ports.mayGo(row));
      await new Promise<void>((resolve) => void ports.clock.after(random.between(0, 3000), resolve));
    }
    return ports.addresses.enter(id, ask);
  };
  const mayGo: Ports['mayGo'] = async (row) => seen.get(row.id) ?? { type: 'go' };
  return { ...ports, addresses: { ...ports.addresses, enter }, mayGo };
}

/** A clock that stands still while its process does, so that a long standstill is never noticed. */
function stopClock(ports: Ports): Ports {
  const still = (read: () => number): (() => number) => {
    let last = read();
    let missed = 0;
    return () => {
      const now = read();
      if (now - last > 1500) missed += now - last;
      last = now;
      return now - missed;
    };
  };
  const { clock } = ports;
  return { ...ports, clock: { ...clock, now: still(clock.now), monotonic: still(clock.monotonic) } };
}

function advanceInside(ports: Ports, _: unknown, __: unknown, stores: Stores): Ports {
  const advance: Ports['addresses']['advance'] = async (id, seq) => {
    if (stores.addresses.rows.get(id)?.flight?.class === 'reply') await ports.addresses.advance(id, seq);
  };
  return { ...ports, addresses: { ...ports.addresses, advance } };
}

function withoutFence(stores: Stores): Stores {
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

function releaseDeaf(stores: Stores): Stores {
  const { addresses } = stores;
  const release: typeof addresses.release = (id, { fence }, after) =>
    addresses.release(id, { fence, bell: addresses.rows.get(id)?.bell ?? 0 }, after);
  return { ...stores, addresses: { ...addresses, release } };
}

function forgetCrashes(stores: Stores): Stores {
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

function repeatNews(stores: Stores): Stores {
  return withSettle(stores, (outcome) => (outcome.type === 'uncertain' ? { ...outcome, final: false } : outcome));
}

function restartParts(stores: Stores): Stores {
  return withSettle(stores, (outcome) => (outcome.type === 'part' ? { ...outcome, next: 0 } : outcome));
}

function markLate(ports: Ports): Ports {
  const mark: Ports['deliveries']['mark'] = (id, ask) => ports.deliveries.mark(id, { ...ask, marginMs: -Infinity });
  return { ...ports, deliveries: { ...ports.deliveries, mark } };
}

function versionOf(batch: Batch, contact: string): number {
  return entryOf(batch, contact)?.version ?? 0;
}

function leaveNoTrace(...[batch, ask, now]: Parameters<typeof leave>): ReturnType<typeof leave> {
  const { batch: after, result } = leave(batch, ask, now);
  return { batch: { ...after, entries: after.entries.filter(({ state }) => state !== 'out') }, result };
}
