import type { Log } from '../domain/ports/log.ts';
import { kindOf } from './kind-of.ts';

/** Work that nobody waits for, so that a stop can. */
export interface Background {
  /** Begins it; what it throws is logged. The sweep does again what was lost. */
  readonly run: (work: () => Promise<void>) => void;
  /** Resolves when nothing is at work; true when something was. */
  readonly ended: () => Promise<boolean>;
}

export function createBackground(log: Log): Background {
  const atWork = new Set<Promise<void>>();
  const guard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log('background work failed', { error: kindOf(error) });
    }
  };
  return {
    run: (work) => {
      const running = guard(work).finally(() => atWork.delete(running));
      atWork.add(running);
    },
    ended: async () => {
      const busy = atWork.size > 0;
      while (atWork.size > 0) await Promise.all(atWork);
      return busy;
    },
  };
}
