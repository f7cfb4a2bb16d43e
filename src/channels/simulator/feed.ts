import type { Clock } from '../../domain/ports/clock.ts';
import type { Out } from '../../engine/turn.ts';
import { feedLength } from './limits.ts';
import type { Said } from './read.ts';

/** What happened on one resident's phone. Exactly one of `said`, `out` and `received` is there. */
interface Happening {
  /** Rises over all phones and over restarts; a page that comes back asks for what is newer. */
  readonly seq: number;
  readonly person: string;
  readonly at: number;
  /** What the person did, and the id of the act. */
  readonly said?: Said;
  readonly act?: string;
  /** The service has that act durably. */
  readonly received?: string;
  /** What the service sent, and its row in the ledger. */
  readonly out?: Out;
  readonly deliveryId?: string;
}

/** The last happenings of all phones, and those who watch them. */
export interface Feed {
  show(happening: Omit<Happening, 'seq' | 'at'>): Happening;
  /** Newer than `seq`, oldest first. */
  since(seq: number): readonly Happening[];
  /** That act of the person is among those kept. */
  knows(person: string, act: string): boolean;
  /** Calls back for each new one until the returned function is called. */
  watch(listener: (happening: Happening) => void): () => void;
}

/** Opens an empty feed; the clock stamps what happens. */
export function createFeed(clock: Clock): Feed {
  const kept: Happening[] = [];
  const listeners = new Set<(happening: Happening) => void>();
  // From the clock, so that a page which outlived the process does not take the new numbers for old ones.
  let last = clock.now();
  return {
    show(happening) {
      last += 1;
      const shown: Happening = { ...happening, seq: last, at: clock.now() };
      kept.push(shown);
      if (kept.length > feedLength) kept.shift();
      for (const listener of listeners) listener(shown);
      return shown;
    },
    knows: (person, act) => kept.some((happening) => happening.act === act && happening.person === person),
    since: (seq) => kept.filter((happening) => happening.seq > seq),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
