import type { Background } from '../app/background.ts';
import type { Tally } from '../app/counted-links/tally.ts';
import { holdAccount } from '../app/sending/hold-account.ts';
import type { Taking } from '../app/sending/hold-account.ts';
import type { Pump } from '../app/sending/pump-lane.ts';
import type { HeldSending } from '../app/sending/send-where-held.ts';
import { patience, startPatience } from '../app/sweep.ts';
import type { Patience } from '../app/sweep.ts';
import { createTurns } from '../app/take-turns.ts';
import type { Channel } from '../domain/channel.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Job } from '../domain/ports/queue.ts';
import { createTicker } from '../queue/ticker.ts';
import type { Ticker } from '../queue/ticker.ts';
import type { Pair } from './pair.ts';
import { dutiesOf } from './roles.ts';
import type { Role } from './roles.ts';

/** How often the sweep looks for whatever was lost: what a crash may cost a person in waiting. */
const sweepEveryMs = 15_000;
/** Of several processes one sweeps. It comes back within this, a slow sweep included; if it does not, another one does. */
const sweepLeaseMs = 20_000;

export interface Household {
  readonly pair: Pair;
  readonly role: Role;
  readonly log: Log;
  /** This process, by a name that no other has. */
  readonly owner: string;
  readonly channels: readonly Channel[];
  readonly whileHeld: HeldSending['whileHeld'];
  readonly runJob: (job: Job) => Promise<void>;
  readonly sweep: (how: Patience) => Promise<void>;
  readonly pump: Pump;
  readonly background: Background;
  readonly tally: Pick<Tally, 'flush'>;
}

export interface Life {
  readonly start: () => Promise<void>;
  /** Takes nothing in any more, lets what was begun end, and closes queue and store. Also when it never started. */
  readonly stop: () => Promise<void>;
  /** Since the sweep was last looked after here, and how long that took; null: this process does not sweep. */
  readonly ticker: Pick<Ticker, 'silentMs' | 'tookMs'> | null;
}

/** What a process of each role starts, in this order, and stops. */
export function createLife(household: Household): Life {
  const { pair, role, log, owner, channels, whileHeld, runJob, sweep, pump, background, tally } = household;
  const { store, queue, clock, alone } = pair;
  const { receives, works } = dutiesOf[role];
  const takings = channels.flatMap((channel): readonly Taking[] => {
    if (channel.exclusive) return works ? [holdAccount({ ...store, clock, log, owner }, whileHeld(channel))] : [];
    return receives ? [channel] : [];
  });
  const turns = createTurns(store.leases, log, { name: 'sweep', owner, forMs: sweepLeaseMs });
  let ticker: Ticker | null = null;

  return {
    start: async () => {
      // A token that was refused before may have been replaced; the first refusal halts its account again.
      for (const { account } of channels) await store.accounts.resume(account);
      if (works) {
        queue.start(runJob);
        await sweep(alone ? startPatience : patience);
        ticker = createTicker(clock, sweepEveryMs, () => turns.run(() => sweep(patience)));
      }
      for (const taking of takings) await taking.start();
    },
    stop: async () => {
      await Promise.all(takings.map((taking) => taking.stop()));
      if (ticker !== null) {
        await ticker.stop();
        await turns.end();
      }
      pump.stop();
      await queue.drain();
      await background.ended();
      await tally.flush();
      await store.close();
    },
    ticker: works ? { silentMs: () => ticker?.silentMs() ?? 0, tookMs: () => ticker?.tookMs() ?? 0 } : null,
  };
}
