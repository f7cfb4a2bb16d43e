import { pause } from '../../domain/pause.ts';
import { attempt } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { isLinked, openAuthState } from './auth-state.ts';
import type { AuthState } from './auth-state.ts';
import { createCaches } from './connection.ts';
import { waitAfter } from './endings.ts';
import type { Consequence } from './endings.ts';
import { connectionsPerProcess, restartsAtOnce } from './limits.ts';
import type { Ring } from './ring.ts';

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
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Links a device, with a code for this number or else with a QR code; connects again what had stopped. */
  pair(number: string | null): void;
  /** Resolves when the device's keys are forgotten, after telling the service so if it is connected. */
  logout(): Promise<void>;
  /** So many connections were made in this process that a new process is better. */
  isWorn(): boolean;
}

/** One connection after the other; between two of them happens what `endings.ts` says. */
export function createLife(use: Living): Life {
  const { ring, status } = use;
  const caches = createCaches();
  const wishes = createWishes();
  let stopping = new AbortController();
  let running: Promise<void> | null = null;
  let made = 0;

  async function forget(): Promise<void> {
    await ring.clear();
    status.forgotten();
  }

  /** What to do next after one look at the account: an end's consequence, or null to look again. */
  async function liveOnce(first: () => void): Promise<(Consequence & { wasStable: boolean }) | null> {
    const auth = await openAuthState(use.baileys, ring);
    await use.remember();
    const wish = wishes.take();
    if (!isLinked(auth.creds) && !(await isFresh(auth, ring))) return null;
    if (!isLinked(auth.creds) && wish === null) {
      status.become('unlinked', 'not_linked');
      first();
      await wishes.wait(stopping.signal);
      return null;
    }
    made += 1;
    const ended = await attempt({ ...use, caches }, auth, wish?.number ?? null, first, stopping.signal);
    if (ended.then === 'unlink' && !stopping.signal.aborted) await forget();
    return ended;
  }

  async function run(first: () => void): Promise<void> {
    const { signal } = stopping;
    const patience = createPatience(use);
    while (!signal.aborted) {
      const next = await liveOnce(first).catch(() => notRead);
      if (next === null || signal.aborted) continue;
      first();
      if (next.then === 'stop') {
        status.become('stopped', next.trouble);
        await wishes.wait(signal);
      } else if (next.then !== 'unlink') {
        status.become('connecting', next.trouble);
        await pause(use.clock, patience.next(next), signal);
      }
    }
    status.become('off', null);
  }

  return {
    start: () => {
      stopping = new AbortController();
      return new Promise((resolve) => {
        running = run(resolve);
      });
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
    pair: wishes.make,
    logout: async () => {
      const open = status.socket();
      if (open !== null) await open.logout();
      await forget();
      wishes.make(undefined);
    },
    isWorn: () => made > connectionsPerProcess,
  };
}

const notRead = { then: 'later', trouble: 'keys_not_read', wasStable: false } as const;

/** False: an attempt to link was abandoned here; what it left behind, which would be refused for ever, is gone now. */
async function isFresh({ creds }: AuthState, ring: Ring): Promise<boolean> {
  if (creds.me === undefined) return true;
  await ring.clear();
  return false;
}

interface Wish {
  readonly number: string | null;
}

/** What somebody at a terminal or a page wants, until the account takes it up. */
function createWishes() {
  let wish: Wish | null = null;
  let wake = (): void => {};
  return {
    /** undefined: only look again. */
    make: (number: string | null | undefined): void => {
      wish = number === undefined ? null : { number };
      wake();
    },
    take: (): Wish | null => {
      const taken = wish;
      wish = null;
      return taken;
    },
    /** Resolves at the next wish, or when the signal comes. */
    wait: (signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted || wish !== null) resolve();
      }),
  };
}

/** How long to wait after each end in a row. */
function createPatience({ chance }: Living) {
  let failures = 0;
  let restarts = 0;
  return {
    next: ({ then, wasStable }: Consequence & { readonly wasStable: boolean }): number => {
      if (wasStable) failures = 0;
      restarts = then === 'at_once' ? restarts + 1 : 0;
      if (then === 'at_once' && restarts <= restartsAtOnce) return 0;
      failures += 1;
      return waitAfter(failures - 1, chance());
    },
  };
}
