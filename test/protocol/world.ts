import type { Random } from './random.ts';
import type { Trace } from './trace.ts';

/** Virtual time with everything that will happen in it, in an order that the seed decides. */
export interface World {
  readonly random: Random;
  /** null: nobody reads it. */
  readonly trace: Trace | null;
  readonly now: () => number;
  /** Calls `happen` after `ms`. */
  readonly after: (ms: number, happen: () => void) => void;
  /** The same for what no promise hears of: nothing goes on because of it, so nothing is waited for. */
  readonly afterUnheard: (ms: number, happen: () => void) => void;
  /** Lets time pass until `until`, or until `over` says so between two events. */
  readonly run: (until: number, over: () => boolean) => Promise<void>;
}

export function createWorld(random: Random, startsAt: number, trace: Trace | null = null): World {
  const events = createHeap();
  let time = startsAt;
  let serial = 0;
  const push = (ms: number, happen: () => void, isHeard: boolean): void => {
    serial += 1;
    events.push({ at: time + Math.max(0, ms), serial, happen, isHeard });
  };
  return {
    random,
    trace,
    now: () => time,
    after: (ms, happen) => push(ms, happen, true),
    afterUnheard: (ms, happen) => push(ms, happen, false),
    run: async (until, over) => {
      while (!over()) {
        const event = events.pop();
        if (event === undefined || event.at > until) return;
        time = Math.max(time, event.at);
        event.happen();
        if (event.isHeard) await settled();
      }
    },
  };
}

/**
 * Resolves when every continuation of the last event has run up to its next wait: Node empties the queue of promises before
 * it takes the next tick. A turn of the event loop would do the same, at ten times the price.
 */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

interface Event {
  readonly at: number;
  readonly serial: number;
  readonly happen: () => void;
  readonly isHeard: boolean;
}

interface Heap {
  readonly push: (event: Event) => void;
  readonly pop: () => Event | undefined;
}

/** A binary heap: the earliest first, and of equals the one that was pushed first. */
function createHeap(): Heap {
  const items: Event[] = [];
  const rise = (event: Event, start: number): void => {
    let at = start;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = items[up];
      if (parent === undefined || !isBefore(event, parent)) break;
      items[at] = parent;
      at = up;
    }
    items[at] = event;
  };
  /** The hole at the root goes down to a leaf, and what was last fills it: it nearly always belongs there. */
  const refill = (last: Event): void => {
    let hole = 0;
    for (let child = 1; child < items.length; child = 2 * hole + 1) {
      const [left, right] = [items[child], items[child + 1]];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      items[hole] = isRight ? right : left;
      hole = isRight ? child + 1 : child;
    }
    rise(last, hole);
  };
  return {
    push: (event) => rise(event, items.length),
    pop: () => {
      const first = items[0];
      const last = items.pop();
      if (last !== undefined && items.length > 0) refill(last);
      return first;
    },
  };
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.serial < other.serial);
}
