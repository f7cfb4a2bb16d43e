import type { Delivery, Lane } from '../domain/ports/deliveries.ts';
import { kindOf } from './kind-of.ts';
import type { Sending } from './sending/sending.ts';

/** Calls of one lane on their way at once: 26 a second at up to 300 ms each. One that hangs holds one place. */
const atOnce = 8;

/** Rows claimed in one look: all that a push of any size holds in memory. */
const pageSize = 50;

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
  const lanes = new Map<string, { readonly feed: Feed; workers: number }>();
  const bornAt = alone ? use.clock.now() : -Infinity;
  let stopped = false;
  return {
    run: async (account, lane) => {
      const key = `${account}.${lane}`;
      const look = (): Promise<readonly Delivery[]> =>
        stopped || !use.sendsHere(account) ? Promise.resolve([]) : claim(use, account, lane, bornAt);
      const pumping = lanes.get(key) ?? { feed: createFeed(look), workers: 0 };
      lanes.set(key, pumping);
      pumping.feed.ring();
      const fresh = Array.from({ length: atOnce - pumping.workers });
      pumping.workers = atOnce;
      await Promise.all(
        fresh.map(async () => {
          await work(use, pumping.feed, deliver);
          pumping.workers -= 1;
        }),
      );
    },
    stop: () => {
      stopped = true;
      for (const { feed } of lanes.values()) feed.close();
    },
  };
}

interface Feed {
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
  return {
    next: async () => {
      if (page.length === 0) {
        looking ??= refill().finally(() => {
          looking = null;
        });
        await looking;
      }
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

async function work(use: Sending, feed: Feed, deliver: (row: Delivery) => Promise<void>): Promise<void> {
  try {
    for (let row = await feed.next(); row !== null; row = await feed.next()) await deliver(row);
  } catch (error) {
    use.log('delivery failed', { error: kindOf(error) });
  }
}

async function claim(use: Sending, account: string, lane: Lane, bornAt: number): Promise<readonly Delivery[]> {
  const { frozenForMs, halted } = await use.accounts.read(account);
  if (halted !== null) return [];
  if (frozenForMs > 0) {
    await use.queue.wake({ type: 'pump', account, lane }, frozenForMs);
    return [];
  }
  return use.deliveries.claim(account, lane, {
    limit: pageSize,
    leaseMs: Math.min(claimLeaseMs, use.clock.now() - bornAt),
    except: await use.heldSources(),
  });
}
