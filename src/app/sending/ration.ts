import { createCapLedger, minuteEnd, roomFor, useCaps } from '../../domain/caps.ts';
import type { CapAsk, CapLedger, CapRules, Room } from '../../domain/caps.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import { ifItOpens } from '../read-all.ts';

/** What one push is to the caps of its account. */
export type PushAsk = Pick<CapAsk, 'stranger' | 'class'>;

/** The caps of accounts, shared by all processes and kept over every end. */
export interface Ration {
  /** How much room there is, without taking any. What was refused a moment ago is not asked again before its time. */
  readonly look: (account: string, rules: CapRules, ask: PushAsk) => Promise<Room>;
  /**
   * Room for one call that begins within seconds: null, or how long to wait. Whatever happens afterwards, it is used up: a
   * process that dies in between has used it for nothing.
   */
  readonly take: (account: string, rules: CapRules, ask: PushAsk) => Promise<number | null>;
  /** How long a row that found no room waits for its own place behind those that were sent away before it. */
  readonly place: (account: string, rules: CapRules, ask: PushAsk) => Promise<number>;
  /** What was taken last was not used: no call began. Another call of this minute may have it. */
  readonly unused: (account: string, rules: CapRules, ask: PushAsk) => void;
}

export interface Rationing {
  readonly ledgers: Documents<CapLedger>;
  readonly clock: Pick<Clock, 'now'>;
  /** From 0 to 1: the pauses between pushes are not even. */
  readonly chance: () => number;
}

/** Of a large room a hundredth is taken at once: forty calls a second are not forty writes of one document. */
const blockShare = 0.01;
const largestBlock = 40;

/** A refusal is believed for so long: a new stage, or somebody who reads the ledger later, may know better. */
const believedMs = 60_000;

/** Nothing that counts is limited. */
function isFree({ stages }: CapRules): boolean {
  return stages.length === 0;
}

/** What a process knows of the ledgers is only an economy: each decision is a compare-and-set of the document. */
export function createRation({ ledgers, clock, chance }: Rationing): Ration {
  const refusals = createRefusals();
  const spares = createSpares();
  const inLine = createLines();

  /** A ledger that does not open is begun anew: its account pushes as little as one that never did, instead of nothing. */
  const orAnew = async (account: string, look: () => Promise<Room>): Promise<Room> => {
    const room = await ifItOpens(look());
    if (room !== null) return room;
    await ledgers.remove(account);
    return look();
  };
  const read = (account: string, rules: CapRules, ask: CapAsk): Promise<Room> =>
    orAnew(account, async () => roomFor((await ledgers.read(account)) ?? createCapLedger(ask.now), rules, ask));
  const takeBlock = (account: string, rules: CapRules, ask: CapAsk): Promise<Room> =>
    orAnew(account, () =>
      ledgers.change<Room>(account, (doc) => {
        const ledger = doc ?? createCapLedger(ask.now);
        const room = roomFor(ledger, rules, ask);
        if (room.type === 'wait') return { doc: null, result: room };
        const count = Math.max(1, Math.min(largestBlock, Math.floor(room.count * blockShare)));
        return { doc: useCaps(ledger, rules, ask, { count, chance: chance() }), result: { type: 'room', count } };
      }),
    );

  return {
    look: async (account, rules, ask) => {
      const now = clock.now();
      if (isFree(rules)) return { type: 'room', count: Infinity };
      const key = keyOf(account, ask);
      const forMs = refusals.left(key, now);
      if (forMs !== null) return { type: 'wait', forMs };
      return refusals.note(key, await read(account, rules, { ...ask, now }), now);
    },
    place: async (account, rules, ask) => {
      const now = clock.now();
      const room = await read(account, rules, { ...ask, now, ahead: refusals.sendAway(keyOf(account, ask)) });
      return room.type === 'wait' ? room.forMs : 0;
    },
    take: async (account, rules, ask) => {
      if (isFree(rules)) return null;
      const key = keyOf(account, ask);
      return inLine(account, async () => {
        const now = clock.now();
        if (spares.take(key, now)) return null;
        const forMs = refusals.left(key, now);
        if (forMs !== null) return forMs;
        const room = refusals.note(key, await takeBlock(account, rules, { ...ask, now }), now);
        if (room.type === 'wait') return room.forMs;
        spares.keep(key, room.count - 1, minuteEnd(now));
        return null;
      });
    },
    unused: (account, { stages }, ask) => {
      // Between pushes that keep their distance there is no place for one more.
      if (stages.every(({ gapMs }) => gapMs === undefined)) spares.giveBack(keyOf(account, ask));
    },
  };
}

/** What the ledger tells apart. */
function keyOf(account: string, { class: kind, stranger }: PushAsk): string {
  return `${kind === 'announcement' ? 'news' : 'other'}.${stranger ? 'stranger' : 'known'}.${account}`;
}

/** What the ledger refused, by kind of push: until when, and how many rows were sent away since. */
function createRefusals() {
  const refused = new Map<string, { readonly until: number; sentAway: number }>();
  return {
    left: (key: string, now: number): number | null => {
      const last = refused.get(key);
      return last !== undefined && now < last.until ? last.until - now : null;
    },
    note: (key: string, room: Room, now: number): Room => {
      if (room.type === 'room') refused.delete(key);
      else
        refused.set(key, { until: now + Math.min(room.forMs, believedMs), sentAway: refused.get(key)?.sentAway ?? 0 });
      return room;
    },
    /** How many were before it. */
    sendAway: (key: string): number => {
      const last = refused.get(key);
      return last === undefined ? 0 : last.sentAway++;
    },
  };
}

/** What was taken and not used: good until the end of the minute that it was written down for. */
function createSpares() {
  const spares = new Map<string, { count: number; readonly until: number }>();
  return {
    take: (key: string, now: number): boolean => {
      const spare = spares.get(key);
      if (spare === undefined || spare.count === 0 || now >= spare.until) return false;
      spare.count -= 1;
      return true;
    },
    keep: (key: string, count: number, until: number): void => void spares.set(key, { count, until }),
    giveBack: (key: string): void => {
      const spare = spares.get(key);
      if (spare !== undefined) spare.count += 1;
    },
  };
}

/** One ask of an account after the other: processes meet at the document, workers of one process need not. */
function createLines() {
  const lines = new Map<string, Promise<unknown>>();
  return <Result>(account: string, ask: () => Promise<Result>): Promise<Result> => {
    const turn = (lines.get(account) ?? Promise.resolve()).then(ask, ask);
    lines.set(account, turn);
    return turn;
  };
}
