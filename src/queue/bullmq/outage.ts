import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { QueueTrouble } from '../../domain/ports/queue-trouble.ts';
import { toTrouble } from './check-redis.ts';

/** Whether Redis answers, as all that ask it see it: one line when it stops, one when it is back. */
export interface Outage {
  /** What `ask` resolves to; null: Redis did not do it, now or perhaps later. */
  readonly attempt: <Result>(ask: () => Promise<Result>) => Promise<Result | null>;
  /** Milliseconds since Redis first failed to answer; 0: it answers. */
  readonly forMs: () => number;
  readonly trouble: () => QueueTrouble | null;
}

export function createOutage(use: { readonly clock: Clock; readonly log: Log; readonly host: string }): Outage {
  const { clock, log, host } = use;
  let outage: { readonly since: number; readonly trouble: QueueTrouble } | null = null;
  const forMs = (): number => (outage === null ? 0 : clock.monotonic() - outage.since);
  return {
    attempt: async (ask) => {
      try {
        const result = await ask();
        if (outage !== null) log('redis back', { forMs: Math.round(forMs()) });
        outage = null;
        return result;
      } catch (error) {
        const trouble = toTrouble(error, host);
        if (outage === null) log('redis away', { code: trouble.code });
        outage = { since: outage?.since ?? clock.monotonic(), trouble };
        return null;
      }
    },
    forMs,
    trouble: () => outage?.trouble ?? null,
  };
}
