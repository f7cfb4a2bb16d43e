import { pause } from '../../domain/pause.ts';
import { attempt } from './attempt.ts';
import type { Attempted, Attempting } from './attempt.ts';
import { isLinked, openAuthState } from './auth-state.ts';
import type { AuthState } from './auth-state.ts';
import { createCaches } from './connection.ts';
import { createPatience } from './patience.ts';
import type { Ring } from './ring.ts';
import { createWishes } from './wishes.ts';
import type { Wishes } from './wishes.ts';

export interface Living extends Omit<Attempting, 'caches'> {
  readonly ring: Ring;
  /** Reads what else the account has to remember; asked before each connection. */
  readonly remember: () => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/** An account's connection through all its ends, from each start to its stop. */
export interface Life {
  /** Resolves when the first attempt has ended, well or not, or there is none because no device is linked. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Links a device, with a code for this number or else with a QR code; connects again what had stopped. */
  readonly pair: (number: string | null) => void;
  /** Resolves when the device's keys are forgotten, after telling the service so if it is connected. */
  readonly logout: () => Promise<void>;
}

/** One connection after the other; between two of them happens what `endings.ts` says. */
export function createLife(use: Living): Life {
  const { ring, status } = use;
  const wishes = createWishes();
  const caches = createCaches();
  let stopping = new AbortController();
  let current = new AbortController();
  let trying: Promise<Attempted | null> = Promise.resolve(null);
  let running: Promise<void> | null = null;

  /** One look at the account and, where there is a device or the wish for one, one connection. null: look again. */
  async function liveOnce(first: () => void): Promise<Attempted | null> {
    const auth = await openAuthState(use.baileys, ring);
    await use.remember();
    if (!isLinked(auth.creds) && !(await isFresh(auth, use))) return null;
    const wish = wishes.take();
    if (!isLinked(auth.creds) && wish === null) {
      status.become('unlinked', 'not_linked');
      first();
      await wishes.wait(stopping.signal);
      return null;
    }
    current = new AbortController();
    if (stopping.signal.aborted) current.abort();
    const ended = await attempt({ ...use, caches }, auth, wish?.number ?? null, first, current.signal);
    if (ended.next === 'unlink' && !current.signal.aborted) await forget(use);
    return ended;
  }

  return {
    start: () => {
      stopping = new AbortController();
      return new Promise((resolve) => {
        running = goOn(
          use,
          wishes,
          (first) => (trying = liveOnce(first).catch(() => notRead)),
          resolve,
          stopping.signal,
        );
      });
    },
    stop: async () => {
      stopping.abort();
      current.abort();
      await running;
    },
    pair: wishes.make,
    logout: async () => {
      const open = status.socket();
      if (open === null) current.abort();
      else await open.logout();
      wishes.make(undefined);
      await trying;
      await forget(use);
    },
  };
}

async function forget({ ring, status }: Living): Promise<void> {
  await ring.clear();
  status.forgotten();
}

/** Until the signal comes. */
async function goOn(
  { clock, chance, status }: Living,
  wishes: Wishes,
  once: (first: () => void) => Promise<Attempted | null>,
  first: () => void,
  signal: AbortSignal,
): Promise<void> {
  const patience = createPatience(chance);
  while (!signal.aborted) {
    const ended = await once(first);
    if (ended === null || signal.aborted) continue;
    first();
    if (ended.next === 'stop') {
      status.become('stopped', ended.trouble);
      await wishes.wait(signal);
    } else if (ended.next !== 'unlink') {
      status.become('connecting', ended.trouble);
      await pause(clock, patience.next(ended), signal);
    }
  }
  first();
  status.become('off', null);
}

const notRead = { next: 'later', trouble: 'keys_not_read', wasStable: false } as const;

/** False: an attempt to link was abandoned here; what it left behind, which would be refused for ever, is gone now. */
async function isFresh({ creds }: AuthState, { ring }: Living): Promise<boolean> {
  if (creds.me === undefined) return true;
  await ring.clear();
  return false;
}
