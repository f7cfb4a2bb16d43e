import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

import type { SignalKeyStoreWithTransaction } from '@whiskeysockets/baileys';

import type { Baileys } from './baileys.ts';
import { verifySignature } from './verify-signature.ts';

/** Faults of Baileys 7.0.0-rc14 that can be mended from outside; docs/whatsapp.md tells how each was found. */

/** These two are awaited by who holds the common label, and touch no session that is being worked on. */
const ownLabel = /^(?:lid-mapping$|delete-)/u;

/** Lets whoever closes a socket wait for the work on its keys. */
export interface Transactions {
  /** Resolves when none is under way any more. */
  readonly ended: () => Promise<void>;
}

/**
 * Sending and receiving lock the same sessions under different labels in rc14: of a reply and a message that cross, one
 * loses the other's state, and later replies cannot be read. Here nearly all take one label. What runs on inside a
 * transaction that has ended is taken out of it; there, its writes would be lost.
 */
export function repairTransactions(keys: SignalKeyStoreWithTransaction): Transactions {
  const current = new AsyncLocalStorage<{ ended: boolean }>();
  const outside = new AsyncResource('outside every transaction');
  const underway = new Set<Promise<unknown>>();
  const before = { ...keys };

  function alive<Result>(work: () => Result): Result {
    return current.getStore()?.ended === true ? outside.runInAsyncScope(work) : work();
  }

  function begin<Result>(work: () => Promise<Result>, label: string): Promise<Result> {
    const state = { ended: false };
    const marked = () =>
      current.run(state, async () => {
        try {
          return await work();
        } finally {
          state.ended = true;
        }
      });
    const done = before.transaction(marked, ownLabel.test(label) ? label : 'account');
    const leave = (): void => void underway.delete(done);
    done.then(leave, leave);
    underway.add(done);
    return done;
  }

  keys.get = (type, ids) => alive(() => before.get(type, ids));
  keys.set = (data) => alive(() => before.set(data));
  keys.isInTransaction = () => alive(() => before.isInTransaction());
  keys.transaction = (work, label) => alive(() => (before.isInTransaction() ? work() : begin(work, label)));
  return {
    ended: async () => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

/** rc14 takes every signature for genuine: the server's certificates and the phone's word for a new device. */
export function checkSignatures({ Curve }: Baileys): void {
  Curve.verify = verifySignature;
}

/** How libsignal begins the lines in which it prints whole sessions, private keys included. */
const spoken =
  /^(?:Closing |Opening |Removing old closed |Session already |Migrating session|V1 session storage|Failed to decrypt message|Session error:|Decrypted message with closed|Unhandled bucket type|WARNING: Expected pubkey)/u;

/** A process has one console. */
let isSilenced = false;

/** Keeps libsignal's sessions out of the process's output for good; every other line passes. */
export function silenceLibsignal(): void {
  if (isSilenced) return;
  isSilenced = true;
  for (const name of ['info', 'warn', 'error'] as const) {
    const print = console[name].bind(console);
    console[name] = (...words: unknown[]) => {
      if (typeof words[0] !== 'string' || !spoken.test(words[0])) print(...words);
    };
  }
}
