import type { Announcement } from '../../src/domain/announcement.ts';
import type { Batch } from '../../src/domain/batch.ts';
import type { Report } from '../../src/domain/channel.ts';
import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Address, Commit } from '../../src/domain/ports/addresses.ts';
import type { DeliveryState, NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { held, waiting } from '../../src/domain/seats.ts';
import type { Immediate } from './immediate.ts';
import type { Machine } from './machine.ts';
import type { MemoryAddresses } from './memory-addresses.ts';
import type { MemoryDeliveries } from './memory-deliveries.ts';
import type { Shelf } from './memory-documents.ts';
import type { MemoryInbox } from './memory-inbox.ts';
import type { Call } from './platform.ts';
import { batchId, classId } from './shelves.ts';

/** A commit as the store applied it. */
interface Committed {
  readonly address: string;
  readonly at: number;
  /** When its holder took the address. */
  readonly takenAt: number;
  readonly commit: Commit;
}

/** No call for a row that it `concerns` may begin in the time from `from` to `to` (null: for ever). */
export interface Forbidden {
  readonly what: string;
  readonly concerns: (row: NewDelivery) => boolean;
  readonly from: number;
  to: number | null;
}

interface Stage {
  readonly id: string;
  readonly state: Announcement['state'];
  readonly at: number;
  /** People in its snapshot of whom it was not known yet what became of them. */
  readonly open: number;
}

/** What an omniscient observer wrote down. */
export interface Truth {
  readonly commits: Committed[];
  /** Rows as they were first written. */
  readonly added: Map<string, NewDelivery>;
  readonly forbidden: Forbidden[];
  /** Faults of the seats seen at a write. */
  readonly seatFaults: string[];
  /** How often a deed changed the batch. */
  readonly seatChanges: Map<string, number>;
  /** Where and when the class took place, one after the other; and the version that each order came to. */
  readonly schedules: string[];
  readonly orders: Map<string, number>;
  /** Links that were opened, and in which process. */
  readonly taps: { readonly code: string; readonly machine: Machine; readonly at: number }[];
  /** Whether the bot may write in a group, as the platform last told. */
  readonly presence: Map<string, boolean>;
  /** When people took back that their taps are counted. */
  readonly uncounted: Map<string, number>;
  /** What people said: the key of the inbox row that must come of it. */
  readonly said: Set<string>;
  /** Inbox rows that stand for a poison. */
  readonly poison: Set<string>;
  readonly reports: { readonly call: Call; readonly report: Report; heardAt: number }[];
  /** When each address was called dead or alive again. */
  readonly deaths: { readonly address: string; readonly dead: boolean; readonly at: number }[];
  /** The third doubtful refusal of an address. */
  readonly strikes: { readonly address: string; readonly at: number }[];
  readonly freezes: { readonly from: number; readonly to: number }[];
  /** When an announcement took on a state. */
  readonly stages: Stage[];
  /** Every state that a row of an announcement ended a while in. */
  readonly ends: Map<string, Set<DeliveryState>>;
  /** Pushes after which a person had had theirs of the day. */
  readonly pushDays: { readonly address: string; readonly at: number }[];
}

export interface Stores {
  readonly inbox: MemoryInbox;
  readonly addresses: MemoryAddresses;
  readonly deliveries: MemoryDeliveries;
}

/** The addresses, with every commit, death, strike and push of a day written down. */
export function watchCommits(addresses: MemoryAddresses, truth: Truth, now: () => number): MemoryAddresses {
  const takenAt = new Map<string, number>();
  return {
    ...addresses,
    take: (id, owner) => {
      const taken = addresses.take(id, owner);
      if (isAddress(taken)) takenAt.set(`${id} ${taken.fence}`, now());
      return taken;
    },
    commit: (id, hold, commit) => {
      const done = addresses.commit(id, hold, commit);
      const since = takenAt.get(`${id} ${hold.fence}`) ?? now();
      if (done) truth.commits.push({ address: id, at: now(), takenAt: since, commit });
      return done;
    },
    setDead: (id, dead) => {
      truth.deaths.push({ address: id, dead, at: now() });
      addresses.setDead(id, dead);
    },
    strike: (id, windowMs) => {
      const count = addresses.strike(id, windowMs);
      if ((addresses.rows.get(id)?.strikes.length ?? 0) >= 3) truth.strikes.push({ address: id, at: now() });
      return count;
    },
    leave: (id, flight, pushDay) => {
      const isItsOwn = addresses.rows.get(id)?.flight?.number === flight;
      if (isItsOwn && pushDay !== null) truth.pushDays.push({ address: id, at: now() });
      return addresses.leave(id, flight, pushDay);
    },
  };
}

/** The accounts, with every freeze written down. */
export function watchAccounts(
  accounts: Immediate<Accounts>,
  { freezes }: Truth,
  now: () => number,
): Immediate<Accounts> {
  return {
    ...accounts,
    freeze: (account, forMs) => {
      freezes.push({ from: now(), to: now() + forMs });
      accounts.freeze(account, forMs);
    },
  };
}

/** The deliveries, with every row written down as it was first added, and what was ever made of it. */
export function watchRows(deliveries: MemoryDeliveries, { added, ends }: Truth): MemoryDeliveries {
  const noteEnd = (id: string): void => {
    const state = deliveries.rows.get(id)?.state;
    if (state !== undefined) ends.set(id, (ends.get(id) ?? new Set()).add(state));
  };
  return {
    ...deliveries,
    settle: (id, attempt, outcome) => {
      const fits = deliveries.settle(id, attempt, outcome);
      noteEnd(id);
      return fits;
    },
    close: (id, ...how) => {
      const fits = deliveries.close(id, ...how);
      noteEnd(id);
      return fits;
    },
    receipt: (...told) => {
      const rises = deliveries.receipt(...told);
      for (const row of deliveries.rows.values()) if (row.platformId === told[1]) noteEnd(row.id);
      return rises;
    },
    add: (rows) => {
      for (const row of rows) if (!added.has(row.id)) added.set(row.id, row);
      deliveries.add(rows);
    },
  };
}

function isAddress(taken: Address | 'busy' | 'absent'): taken is Address {
  return typeof taken !== 'string';
}

export function createTruth(): Truth {
  return {
    commits: [],
    added: new Map(),
    forbidden: [],
    seatFaults: [],
    seatChanges: new Map(),
    schedules: [],
    orders: new Map(),
    taps: [],
    presence: new Map(),
    uncounted: new Map(),
    said: new Set(),
    poison: new Set(),
    reports: [],
    deaths: [],
    strikes: [],
    freezes: [],
    stages: [],
    ends: new Map(),
    pushDays: [],
  };
}

/** The batches, with every seat judged and every schedule of the class written down. */
export function watchBatches(truth: Truth): Shelf<Batch>['watch'] {
  const seats = watchSeats(truth);
  return (id, before, after) => {
    if (id === batchId) seats(id, before, after);
    if (id === classId) noteSchedule(truth, after);
  };
}

function noteSchedule({ schedules, orders }: Truth, { meetings: [meeting] }: Batch): void {
  if (meeting === undefined) return;
  const { startsAt, place, sv, orders: [last] = [] } = meeting;
  const schedule = `${place} at ${startsAt}`;
  if (schedules.at(-1) !== schedule) schedules.push(schedule);
  if (last !== undefined && !orders.has(last.by)) orders.set(last.by, sv);
}

/**
 * Judges every write of the batch: no seat over capacity, none free while somebody waits, each deed one change, and none
 * when its person was told already what came of it.
 */
function watchSeats({ seatFaults, seatChanges, commits }: Truth): Shelf<Batch>['watch'] {
  const isTold = (deed: string): boolean =>
    commits.some(({ commit }) => commit.owed.some(({ content }) => content?.text.includes(`:${deed} `)));
  return (_, before, after) => {
    if (held(after) > after.capacity) seatFaults.push(`${held(after)} of ${after.capacity} seats given`);
    if (held(after) < after.capacity && waiting(after).length > 0) seatFaults.push('a seat is free and somebody waits');
    for (const entry of after.entries) {
      const known = before?.entries.find(({ contact }) => contact === entry.contact);
      for (const key of ['by', 'outBy'] as const) {
        const deed = entry[key];
        if (deed === null || known?.[key] === deed) continue;
        seatChanges.set(deed, (seatChanges.get(deed) ?? 0) + 1);
        if (isTold(deed)) seatFaults.push(`${deed} changed the batch when its result had been told`);
      }
    }
  };
}

/** Writes down when an announcement took on a state. */
export function watchStages(
  { stages }: Truth,
  { rows }: MemoryDeliveries,
  now: () => number,
): Shelf<Announcement>['watch'] {
  return (id, before, { state, run }) => {
    if (before?.state === state) return;
    const own = [...rows.values()].filter((row) => row.source === id && row.run === run);
    stages.push({ id, state, at: now(), open: own.filter(({ finalAt }) => finalAt === null).length });
  };
}
