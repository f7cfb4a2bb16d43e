import type {
  Address,
  AddressGate,
  Addresses,
  AddressTurns,
  GateAsk,
  ShutWhy,
} from '../../src/domain/ports/addresses.ts';
import type { Immediate } from './immediate.ts';

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

interface Row extends Writable<Address> {
  open: boolean;
  flights: number;
  landedAt: number;
  refusalVersion: number;
  strikes: number[];
}

export interface MemoryAddresses extends Immediate<Addresses> {
  readonly rows: ReadonlyMap<string, Row>;
}

/** Addresses as a map, on the given clock. */
export function createMemoryAddresses(now: () => number): MemoryAddresses {
  const rows = new Map<string, Row>();
  return { rows, ...turnHalf(rows, now), ...sendHalf(rows, now) };
}

function turnHalf(rows: Map<string, Row>, now: () => number): Pick<Immediate<Addresses>, keyof AddressTurns> {
  const holding = (id: string, fence: number): Row | null => {
    const row = rows.get(id);
    return row?.fence === fence ? row : null;
  };
  return {
    meet: (id, who) => void (rows.has(id) || rows.set(id, { ...fresh, ...who, id, strikes: [] })),
    read: (id) => {
      const row = rows.get(id);
      return row === undefined ? null : show(row);
    },
    replies: (id) => {
      const row = rows.get(id);
      return row === undefined ? null : { lastReply: row.lastReply, nextReply: row.nextReply };
    },
    standings: (asked) =>
      new Map(
        asked.flatMap((id) => {
          const row = rows.get(id);
          return row === undefined ? [] : [[id, { heardAt: row.heardAt, dead: row.dead }] as const];
        }),
      ),
    ofContact: (contact) => [...rows.values()].filter((row) => row.contact === contact).map(show),
    talking: ({ after, limit }) =>
      [...rows.values()]
        .flatMap(({ id, session }) => (session === null || id <= after ? [] : [{ id, session }]))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    take: (id, owner) => {
      const row = rows.get(id);
      if (row === undefined) return 'absent';
      if (row.owner !== null) return 'busy';
      Object.assign(row, { owner, ownedAt: now(), fence: row.fence + 1, open: true });
      return show(row);
    },
    ring: (id) => {
      const row = rows.get(id);
      if (row !== undefined) row.bell += 1;
    },
    commit: (id, { fence, turn }, commit) => {
      const row = holding(id, fence);
      if (row === null || row.turn !== turn) return false;
      Object.assign(row, commit, { turn: turn + 1, crashes: 0, ownedAt: now() });
      return true;
    },
    renew: (id, fence) => {
      const row = holding(id, fence);
      if (row !== null && row.owner !== null) row.ownedAt = now();
    },
    release: (id, { fence, bell }, { next, stumbled }) => {
      const row = holding(id, fence);
      if (row === null || (!stumbled && row.bell !== bell)) return false;
      Object.assign(row, {
        owner: null,
        open: false,
        did: [],
        owed: [],
        next,
        crashes: row.crashes + Number(stumbled),
      });
      return true;
    },
    disown: (leaseMs) => {
      for (const row of rows.values()) {
        const silent = row.owner !== null && row.ownedAt <= now() - leaseMs;
        if (silent) Object.assign(row, { owner: null, next: null, crashes: row.crashes + 1 });
      }
    },
    unfinished: (limit) => ids([...rows.values()].filter((row) => row.open && row.owner === null)).slice(0, limit),
    due: (limit) =>
      ids([...rows.values()].filter((row) => row.next !== null && row.next <= now() && row.owner === null)).slice(
        0,
        limit,
      ),
  };
}

function sendHalf(rows: Map<string, Row>, now: () => number): Pick<Immediate<Addresses>, keyof AddressGate> {
  return {
    enter: (id, ask) => {
      const row = rows.get(id);
      if (row === undefined) return { type: 'shut', why: 'absent' };
      const why = refusesFor(row, ask) ?? waitsFor(row, ask, now());
      if (why !== null) return { type: 'shut', why };
      row.flights += 1;
      row.flightAt = now();
      row.flight = { delivery: ask.delivery, class: ask.class, number: row.flights };
      return { type: 'open', flight: row.flights, chat: row.chat };
    },
    leave: (id, flight, pushDay) => {
      const row = rows.get(id);
      if (row?.flight?.number !== flight) return null;
      Object.assign(row, { flight: null, landedAt: now(), pushDay: pushDay ?? row.pushDay });
      return { lastReply: row.lastReply, nextReply: row.nextReply };
    },
    advance: (id, seq) => {
      const row = rows.get(id);
      if (row?.nextReply === seq) row.nextReply += 1;
    },
    stuck: (ageMs, limit) =>
      [...rows.values()]
        .flatMap(({ id, flight, flightAt }) => (flight !== null && flightAt < now() - ageMs ? [{ id, flight }] : []))
        .slice(0, limit),
    forbid: (id, refusal, version) => {
      const row = rows.get(id);
      if (row !== undefined && row.refusalVersion < version) Object.assign(row, { refusal, refusalVersion: version });
    },
    setDead: (id, dead) => {
      const row = rows.get(id);
      if (row !== undefined) row.dead = dead;
    },
    strike: (id, windowMs) => {
      const row = rows.get(id);
      if (row === undefined) return 0;
      row.strikes = [...row.strikes.filter((at) => at > now() - windowMs), now()];
      return row.strikes.length;
    },
    move: (id, chat) => {
      const row = rows.get(id);
      if (row !== undefined) row.chat = chat;
    },
  };
}

function refusesFor(row: Row, ask: GateAsk): ShutWhy | null {
  if (row.dead) return 'dead';
  if (row.refusal.stopped && ask.class !== 'reply') return 'stopped';
  if (ask.purpose !== null && row.refusal.muted.includes(ask.purpose)) return 'muted';
  return ask.seq !== null && ask.seq < row.nextReply ? 'passed' : null;
}

function waitsFor(row: Row, ask: GateAsk, now: number): ShutWhy | null {
  if (row.flight !== null) return 'busy';
  if (ask.seq !== null && ask.seq > row.nextReply) return 'early';
  if (now < row.landedAt + ask.perChatMs) return 'soon';
  if (ask.silentMs > 0 && row.heardAt !== null && now < row.heardAt + ask.silentMs) return 'talking';
  return ask.yieldsOn !== null && row.pushDay === ask.yieldsOn ? 'today' : null;
}

const fresh: Omit<Row, 'id' | 'contact' | 'account' | 'chat' | 'strikes'> = {
  owner: null,
  ownedAt: 0,
  fence: 0,
  bell: 0,
  crashes: 0,
  turn: 0,
  session: null,
  wait: null,
  did: [],
  owed: [],
  lastReply: 0,
  nextReply: 1,
  heardAt: null,
  next: null,
  flight: null,
  refusal: { stopped: false, muted: [] },
  dead: false,
  pushDay: null,
  open: false,
  flights: 0,
  flightAt: 0,
  landedAt: 0,
  refusalVersion: 0,
};

/** Without what only the store knows. */
function show(row: Row): Address {
  const { open: _, flights: _n, landedAt: _l, refusalVersion: _v, strikes: _s, ...address } = row;
  return address;
}

function ids(rows: readonly Row[]): readonly string[] {
  return rows.map(({ id }) => id);
}
