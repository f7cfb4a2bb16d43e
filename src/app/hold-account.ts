import type { Channel } from '../domain/channel.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Leases } from '../domain/ports/leases.ts';
import type { Log } from '../domain/ports/log.ts';
import { kindOf } from './kind-of.ts';

/** Who dies or freezes is replaced after this. */
const leaseMs = 30_000;

/** Asked again this often, by who holds it and by who would: one renewal may fail without harm. */
const renewMs = 10_000;

/** A holder stops this long before its lease may be another's: ending what is being received takes a moment. */
const marginMs = 5000;

export interface Holding {
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Log;
  /** This process, by a name that no other has. */
  readonly owner: string;
}

/** Something that takes in from its start to its stop. */
export type Taking = Pick<Channel, 'start' | 'stop'>;

/**
 * Takes in for an account that only one process may take in for: starts the channel while the lease `account.<account>`
 * is ours, stops it when the lease is lost or a renewal comes late, and asks again. The time that is left is counted from
 * before we asked, on our own clock. `start` resolves when it was asked for once and, if we have it, the channel started.
 */
export function holdAccount({ leases, clock, log, owner }: Holding, channel: Channel): Taking {
  const { account } = channel;
  const lease = `account.${account}`;
  const ending = new AbortController();
  let life: Promise<void> | null = null;
  /** The channel takes in exactly while this lies ahead. */
  let oursUntil = -Infinity;
  let taking: Promise<void> | null = null;

  const ask = async (): Promise<'ours' | 'theirs' | 'unknown'> => {
    try {
      return (await leases.take(lease, owner, leaseMs)) ? 'ours' : 'theirs';
    } catch (error) {
      log('account lease unknown', { account, error: kindOf(error) });
      return 'unknown';
    }
  };
  const askInTime = (): ReturnType<typeof ask> => {
    if (taking === null) return ask();
    const late = pause(clock, oursUntil - clock.monotonic(), ending.signal).then(() => 'unknown' as const);
    return Promise.race([ask(), late]);
  };
  const begin = async (): Promise<void> => {
    log('account held', { account });
    await channel.start().catch((error: unknown) => log('account not started', { account, error: kindOf(error) }));
  };
  const rest = async (): Promise<void> => {
    if (taking === null) return;
    log('account left', { account });
    await channel.stop();
    await taking;
    taking = null;
  };
  /** Makes the channel follow the lease; resolves with how long the answer holds. */
  const follow = async (): Promise<number> => {
    const askedAt = clock.monotonic();
    const answer = await askInTime();
    if (answer === 'ours') oursUntil = askedAt + leaseMs - marginMs;
    if (answer === 'theirs') oursUntil = -Infinity;
    if (clock.monotonic() >= oursUntil || ending.signal.aborted) {
      await rest();
      return renewMs;
    }
    taking ??= begin();
    return Math.min(renewMs, oursUntil - clock.monotonic());
  };
  const live = async (first: () => void): Promise<void> => {
    while (!ending.signal.aborted) {
      const forMs = await follow();
      void (taking ?? Promise.resolve()).then(first);
      await pause(clock, forMs, ending.signal);
    }
    await rest();
    await leases.release(lease, owner).catch(() => log('account lease left behind', { account }));
    first();
  };

  return {
    start: () =>
      new Promise((resolve) => {
        life = live(resolve);
      }),
    stop: async () => {
      ending.abort();
      await life;
    },
  };
}

/** Ends early, without an error, when the signal does. */
function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      forget();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const forget = clock.after(ms, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
