import type { CapRules, Room } from '../../domain/caps.ts';
import type { Delivery, Lane } from '../../domain/ports/deliveries.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import { kindOf } from '../kind-of.ts';
import { putToSleep } from './put-to-sleep.ts';
import { markMarginMs } from './sending.ts';
import type { Sending } from './sending.ts';

/**
 * Rows of one lane at work at once, most of them in line for a slot: 26 a second at up to a second each, where a store is slow or
 * a machine is busy. A call that hangs holds one place. So many of an account may be in doubt when a process dies, never more.
 */
export const rowsAtOnce = 24;

/** Rows claimed in one look: all that a push of any size holds in memory. */
const pageSize = 50;

/** A later look is the sweep's, so that rings do not pile up. */
const soonMs = 60_000;

/** A claim whose process did not use it is free again after this. */
const claimLeaseMs = 60_000;

export interface Pump {
  /** Sends what is due in a lane until nothing is. Rung while it runs: it looks once more. */
  readonly run: (account: string, lane: Lane) => Promise<void>;
  /** Begins no further row. */
  readonly stop: () => void;
}

/** `alone`: no other process claims here, so a claim from before this one belongs to the dead and is free at once. */
export function createPump(use: Sending, deliver: (row: Delivery) => Promise<void>, alone: boolean): Pump {
  const lanes = new Map<string, Pumping>();
  const bornAt = alone ? use.clock.now() : -Infinity;
  let stopped = false;
  return {
    run: async (account, lane) => {
      const key = `${account}.${lane}`;
      const look = async (): Promise<readonly Delivery[]> => {
        if (stopped || !use.sendsHere(account)) return [];
        const channel = use.channelOf(account);
        const asking: Claiming = { account, lane, limit: pageSize, bornAt };
        if (lane === 'reply' || channel === null) return claim(use, asking);
        if ((channel.pushesStopped?.() ?? null) !== null) return [];
        if (channel.caps?.counted !== 'pushes') return claim(use, asking);
        return claimWithin(use, channel.caps, { ...asking, atWork: pumping.atWork });
      };
      const pumping: Pumping = lanes.get(key) ?? { feed: createFeed(look), workers: 0, atWork: 0 };
      lanes.set(key, pumping);
      pumping.feed.ring();
      await logged(use, async () => {
        const rows = await pumping.feed.fill();
        const fresh = Array.from({ length: Math.min(rows, rowsAtOnce - pumping.workers) });
        pumping.workers += fresh.length;
        await Promise.all(
          fresh.map(async () => {
            await logged(use, () => work(pumping, deliver));
            pumping.workers -= 1;
          }),
        );
      });
    },
    stop: () => {
      stopped = true;
      for (const { feed } of lanes.values()) feed.close();
    },
  };
}

/** One lane of one account. */
interface Pumping {
  readonly feed: Feed;
  workers: number;
  /** Rows that were begun and are not over: each may use up room that is still seen as free. */
  atWork: number;
}

interface Feed {
  /** Looks, if none is at hand, and resolves to how many rows are. */
  readonly fill: () => Promise<number>;
  /** One row for one worker; null when there is none just now. */
  readonly next: () => Promise<Delivery | null>;
  /** Something may have come since the last look. */
  readonly ring: () => void;
  /** Gives no further row; those that were claimed and not begun are free again when their claim is over. */
  readonly close: () => void;
}

function createFeed(look: () => Promise<readonly Delivery[]>): Feed {
  let page: Delivery[] = [];
  let looking: Promise<void> | null = null;
  let rung = false;
  let closed = false;
  const refill = async (): Promise<void> => {
    do {
      rung = false;
      const found = await look();
      page = closed ? [] : [...found];
    } while (page.length === 0 && rung);
  };
  const fill = async (): Promise<number> => {
    if (page.length === 0) {
      looking ??= refill().finally(() => {
        looking = null;
      });
      await looking;
    }
    return page.length;
  };
  return {
    fill,
    next: async () => {
      await fill();
      return page.shift() ?? null;
    },
    ring: () => {
      rung = true;
    },
    close: () => {
      closed = true;
      page = [];
    },
  };
}

async function work(pumping: Pumping, deliver: (row: Delivery) => Promise<void>): Promise<void> {
  for (let row = await pumping.feed.next(); row !== null; row = await pumping.feed.next()) {
    pumping.atWork += 1;
    await deliver(row).finally(() => {
      pumping.atWork -= 1;
    });
  }
}

/** What the store throws ends this much; the sweep rings again. */
async function logged({ log }: Sending, job: () => Promise<void>): Promise<void> {
  try {
    await job();
  } catch (error) {
    log('delivery failed', { error: kindOf(error) });
  }
}

interface Claiming {
  readonly account: string;
  readonly lane: Lane;
  readonly limit: number;
  readonly bornAt: number;
  /** Further sources that are left where they are. */
  readonly except?: readonly string[];
}

async function claim(
  use: Sending,
  { account, lane, limit, bornAt, except = [] }: Claiming,
): Promise<readonly Delivery[]> {
  const { frozenForMs, halted } = await use.accounts.read(account);
  if (halted !== null) return [];
  if (frozenForMs > 0) {
    await use.queue.wake({ type: 'pump', account, lane }, frozenForMs);
    return [];
  }
  return use.deliveries.claim(account, lane, {
    limit,
    leaseMs: Math.min(claimLeaseMs, use.clock.now() - bornAt),
    except: [...(await use.heldSources()), ...except],
  });
}

/**
 * Of an account whose every push counts, only as many rows as there is room for, announcements behind all others. Without
 * room, the lane is rung when there is some.
 */
async function claimWithin(
  use: Sending,
  rules: CapRules,
  { atWork, ...asking }: Claiming & { readonly atWork: number },
): Promise<readonly Delivery[]> {
  const { account, lane } = asking;
  const look = (kind: 'change' | 'announcement'): Promise<Room> =>
    use.ration.look(account, rules, { stranger: false, class: kind });
  const ringIn = async (forMs: number): Promise<readonly Delivery[]> => {
    if (forMs <= soonMs) await use.queue.wake({ type: 'pump', account, lane }, forMs);
    return [];
  };
  const any = await look('change');
  if (any.type === 'wait') return ringIn(any.forMs);
  // Whoever is at work looks again when it is over.
  if (any.count <= atWork) return [];
  const urgent = await claim(use, { ...asking, limit: limitOf(any, atWork), except: await use.newsSources() });
  if (urgent.length > 0) return urgent;
  const news = await look('announcement');
  if (news.type === 'wait') return ringIn(news.forMs);
  return keepAwake(use, await claim(use, { ...asking, limit: limitOf(news, atWork) }));
}

/**
 * Announcements may wait for weeks, and their window of the first day is long over. Who is at the head gets the one of today;
 * at night it gets tomorrow's, and the others are not even looked at.
 */
async function keepAwake(use: Sending, rows: readonly Delivery[]): Promise<readonly Delivery[]> {
  const now = use.clock.now();
  const awake = await Promise.all(
    rows.map(async (row) => {
      if (row.pauseAt === null) return row;
      const { due, pauseAt } = allowedWindow(now + markMarginMs, row.zone);
      const isNight = due > now + markMarginMs;
      if (isNight) await putToSleep(use, row, now + markMarginMs);
      else if (row.pauseAt !== pauseAt) await use.deliveries.postpone(row.id, row.attempt, now, pauseAt);
      return isNight ? null : row;
    }),
  );
  return awake.filter((row) => row !== null);
}

function limitOf(room: Extract<Room, { type: 'room' }>, atWork: number): number {
  return Math.max(0, Math.min(pageSize, room.count - atWork));
}
