import type { Out } from '../../engine/turn.ts';
import { feedLength } from './limits.ts';
import type { Said } from './read.ts';

/** One bubble on one resident's phone. */
export interface Bubble {
  /** Rises over all phones; a page that comes back asks for what is newer. */
  readonly seq: number;
  readonly person: string;
  readonly at: number;
  /** What the person did; absent on what the service sent. */
  readonly said?: Said;
  readonly out?: Out;
  /** The row in the ledger that this message is. */
  readonly deliveryId?: string;
}

/** The last bubbles of all phones, and those who watch them. */
export interface Feed {
  show(bubble: Omit<Bubble, 'seq' | 'at'>): Bubble;
  /** Bubbles newer than `seq`, oldest first. */
  since(seq: number): readonly Bubble[];
  /** Calls back for each new bubble until the returned function is called. */
  watch(listener: (bubble: Bubble) => void): () => void;
}

/** Opens an empty feed; `now` stamps the bubbles. */
export function createFeed(now: () => number): Feed {
  const bubbles: Bubble[] = [];
  const listeners = new Set<(bubble: Bubble) => void>();
  let last = 0;
  return {
    show(bubble) {
      last += 1;
      const shown: Bubble = { ...bubble, seq: last, at: now() };
      bubbles.push(shown);
      if (bubbles.length > feedLength) bubbles.shift();
      for (const listener of listeners) listener(shown);
      return shown;
    },
    since: (seq) => bubbles.filter((bubble) => bubble.seq > seq),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
