import type { Leases } from '../domain/ports/leases.ts';
import type { Log } from '../domain/ports/log.ts';
import { kindOf } from './kind-of.ts';

/** What several processes need not do at once. */
export interface Turns {
  /** Does it if nobody else holds the lease; otherwise, or while the store does not answer, nothing. Never rejects. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  /** Lets another process have it at once. Never rejects. */
  readonly end: () => Promise<void>;
}

interface Lease {
  readonly name: string;
  readonly owner: string;
  /** The holder keeps it by running again within this time. */
  readonly forMs: number;
}

/**
 * Work that is safe to do twice at once, but costs something: one process does it at a time, and when that one is gone
 * for `forMs`, another.
 */
export function createTurns(leases: Leases, log: Log, { name, owner, forMs }: Lease): Turns {
  const attempt = async (step: string, ask: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await ask();
    } catch (error) {
      log('lease unknown', { lease: name, step, error: kindOf(error) });
      return false;
    }
  };
  return {
    run: async (work) => {
      if (await attempt('take', () => leases.take(name, owner, forMs))) await work();
    },
    end: async () => {
      await attempt('release', () => leases.release(name, owner).then(() => true));
    },
  };
}
