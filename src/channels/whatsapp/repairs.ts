import type { Baileys } from './baileys.ts';
import { verifySignature } from './verify-signature.ts';

/** Faults of Baileys 7.0.0-rc14 that can be mended from outside; docs/whatsapp.md tells how each was found. */

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
