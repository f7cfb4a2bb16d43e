import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/** Virtual time with everything that will happen in it, in an order that the seed decides. */
export interface World {
  readonly random: Random;
  readonly now: () => number;
  /** Calls `happen` after `ms`. */
  readonly after: (ms: number, happen: () => void) => void;
  /** Lets time pass until `until`, or until `over` says so between two events. */
  readonly run: (until: number, over: () => boolean) => Promise<void>;
}

/** A Tuesday in Jakarta, just before the quiet hours. */
const startsAt = Date.UTC(2026, 10, 3, 12, 58, 20);

export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const events = createHeap();
  let time = startsAt;
  let serial = 0;
  return {
    random,
    now: () => time,
    after: (ms, happen) => {
      serial += 1;
      events.push({ at: time + Math.max(0, ms), serial, happen });
    },
    run: async (until, over) => {
      while (!over()) {
        const event = events.pop();
        if (event === undefined || event.at > until) return;
        time = Math.max(time, event.at);
        event.happen();
        await settled();
      }
    },
  };
}

/** Resolves when every continuation of the last event has run up to its next wait. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

interface Event {
  readonly at: number;
  readonly serial: number;
  readonly happen: () => void;
}

interface Heap {
  readonly push: (event: Event) => void;
  readonly pop: () => Event | undefined;
}

function createHeap(): Heap {
  const items: Event[] = [];
  const before = (a: number, b: number): boolean => {
    const [one, other] = [items[a], items[b]];
    if (one === undefined || other === undefined) return false;
    return one.at - other.at < 0 || (one.at === other.at && one.serial < other.serial);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [items[a], items[b]];
    if (one === undefined || other === undefined) return;
    items[a] = other;
    items[b] = one;
  };
  return {
    push: (event) => {
      let at = items.push(event) - 1;
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); at = up, up = (at - 1) >> 1) swap(at, up);
    },
    pop: () => {
      if (items.length === 0) return undefined;
      swap(0, items.length - 1);
      const first = items.pop();
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const least = before(right, left) ? right : left;
        if (least >= items.length || !before(least, at)) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
