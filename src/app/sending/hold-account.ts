import type { Channel } from '../../domain/channel.ts';
import { elapsedMs, readClocks } from '../../domain/elapsed.ts';
import type { Moment } from '../../domain/elapsed.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Leases } from '../../domain/ports/leases.ts';
import type { Log } from '../../domain/ports/log.ts';
import { kindOf } from '../kind-of.ts';

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
 * is ours, stops it when the lease is lost or a renewal comes late, and asks again. A channel that does not start is let
 * go of too: another process may have more luck, and this one tries again. `start` resolves when it was asked for once and,
 * if we have it, the channel was started; `stop` lets go of it.
 */
export function holdAccount(use: Holding, channel: Pick<Channel, 'account' | 'kind'> & Taking): Taking {
  const { clock, log } = use;
  /** All that a log may say of an account, which may be a phone number. */
  const about = { channel: channel.kind };
  const ending = new AbortController();
  const { signal } = ending;
  const lease = createLease(use, `account.${channel.account}`, about, signal);
  let life: Promise<void> | null = null;
  let taking: Promise<void> | null = null;
  let isBroken = false;

  const begin = async (): Promise<void> => {
    log('account held', about);
    try {
      await channel.start();
    } catch (error) {
      log('account not started', { ...about, error: kindOf(error) });
      isBroken = true;
      // Nobody waits for it: a store that does not answer must not keep us from stopping.
      void lease.release();
    }
  };
  const rest = async (): Promise<void> => {
    if (taking === null) return;
    log('account left', about);
    await channel.stop();
    await taking;
    taking = null;
    isBroken = false;
  };
  const live = async (first: () => void): Promise<void> => {
    while (!signal.aborted) {
      // Who slept over it stops before it asks anything: the answer may be long in coming.
      if (isBroken || lease.leftMs() <= 0) await rest();
      await lease.ask();
      const isOurs = lease.leftMs() > 0 && !signal.aborted;
      if (isOurs) taking ??= begin();
      else await rest();
      void Promise.resolve(taking).then(first);
      await pause(clock, isOurs ? Math.min(renewMs, lease.leftMs()) : renewMs, signal);
    }
    await rest();
    await lease.release();
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

interface Lease {
  /** Takes or renews it. Without an answer it stays ours for as long as it was; nobody waits for one beyond that. */
  readonly ask: () => Promise<void>;
  /** How long it is certainly ours, counted from before we asked, on our own clocks; 0 or less: it is not. */
  readonly leftMs: () => number;
  readonly release: () => Promise<void>;
}

function createLease(
  { leases, clock, log, owner }: Holding,
  name: string,
  about: Parameters<Log>[1],
  signal: AbortSignal,
): Lease {
  let since: Moment | null = null;
  const leftMs = (): number => (since === null ? 0 : leaseMs - marginMs - elapsedMs(clock, since));
  const take = async (): Promise<boolean | null> => {
    try {
      return await leases.take(name, owner, leaseMs);
    } catch (error) {
      log('lease unknown', { ...about, error: kindOf(error) });
      return null;
    }
  };
  return {
    leftMs,
    ask: async () => {
      const asked = readClocks(clock);
      const late = pause(clock, leftMs() > 0 ? leftMs() : leaseMs, signal).then(() => null);
      const isOurs = await Promise.race([take(), late]);
      if (isOurs === true) since = asked;
      if (isOurs === false) since = null;
    },
    release: async () => {
      since = null;
      await leases.release(name, owner).catch((error: unknown) => {
        log('lease left behind', { ...about, error: kindOf(error) });
      });
    },
  };
}
