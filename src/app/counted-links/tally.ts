import { addToLink } from '../../domain/counted-link.ts';
import type { LinkCounts } from '../../domain/counted-link.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { kindOf } from '../kind-of.ts';
import type { Office } from '../office.ts';
import { ifItOpens } from '../read-all.ts';

/** What a death may lose, and how seldom a link that everybody taps is written. */
const writeEveryMs = 1000;

/** What is counted in this process, and added to the links together. */
export interface Tally {
  /** One more for the link with this code, which must be one: so no more are counted than there are links. */
  readonly add: (code: string, what: keyof LinkCounts) => void;
  /** Adds what was counted so far. Without a store it stays counted, and is added a second later. */
  readonly flush: () => Promise<void>;
}

interface Tallying extends Pick<Office, 'countedLinks'> {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Log;
  /** This process, by a name that no other has. */
  readonly owner: string;
}

/** A sum on its way: it keeps its id until it is certainly added. */
interface Sum extends LinkCounts {
  readonly id: string;
  readonly code: string;
}

/** Counts taps and messages for about a second, then writes one sum for each link. */
export function createTally({ countedLinks, clock, log, owner }: Tallying): Tally {
  const counted = new Map<string, LinkCounts>();
  let sums: readonly Sum[] = [];
  let serial = 0;
  let disarm: (() => void) | null = null;
  let writing = Promise.resolve();

  const arm = (): void => {
    disarm ??= clock.after(writeEveryMs, () => void flush());
  };
  const freeze = (): readonly Sum[] => {
    const frozen = [...counted].map(([code, counts]) => {
      serial += 1;
      return { id: `${owner}.${serial}`, code, ...counts };
    });
    counted.clear();
    return frozen;
  };
  const write = async (): Promise<void> => {
    disarm?.();
    disarm = null;
    if (sums.length === 0) sums = freeze();
    for (const sum of sums) {
      // One that does not open counts nothing, and keeps no other from counting.
      await ifItOpens(countedLinks.change(sum.code, (link) => ({ doc: link && addToLink(link, sum), result: null })));
      sums = sums.slice(1);
    }
    if (counted.size > 0) arm();
  };
  const flush = (): Promise<void> => {
    writing = writing.then(write).catch((error: unknown) => {
      log('taps not written', { error: kindOf(error) });
      arm();
    });
    return writing;
  };
  return {
    add: (code, what) => {
      const { carried, taps } = counted.get(code) ?? { carried: 0, taps: 0 };
      counted.set(code, what === 'taps' ? { carried, taps: taps + 1 } : { carried: carried + 1, taps });
      arm();
    },
    flush,
  };
}
