import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';

import { Curve } from '@whiskeysockets/baileys';
import type { KeyPair } from '@whiskeysockets/baileys';

/**
 * The key exchange behind the code of eight letters: both sides hide an ephemeral key under the code; what they agree
 * on then carries the identities.
 */

/** Rounds of PBKDF2 that stretch the code. */
const rounds = 131_072;
const saltBytes = 32;
const ivBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** A public key hidden under the code: salt, iv, and the key in AES-CTR. */
export function wrapKey(code: string, key: Uint8Array): Buffer {
  const salt = randomBytes(saltBytes);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-ctr', stretch(code, salt), iv);
  return Buffer.concat([salt, iv, cipher.update(key), cipher.final()]);
}

/** The key again. A wrong code gives another key, and no error. */
export function unwrapKey(code: string, wrapped: Buffer): Buffer {
  const salt = wrapped.subarray(0, saltBytes);
  const cipher = createDecipheriv('aes-256-ctr', stretch(code, salt), wrapped.subarray(saltBytes, saltBytes + ivBytes));
  return Buffer.concat([cipher.update(wrapped.subarray(saltBytes + ivBytes)), cipher.final()]);
}

/** What the device sends when it finishes, opened by the phone. */
export interface Finish {
  readonly companionIdentity: Buffer;
  /** The secret that proves the phone's signature to the device. */
  readonly advSecret: Buffer;
}

/** Opens the bundle of identities; a bundle made with another code, or for another phone, is null. */
export function openBundle(
  bundle: Buffer,
  ephemeral: KeyPair,
  companionEphemeral: Buffer,
  identity: KeyPair,
): Finish | null {
  const shared = Curve.sharedKey(ephemeral.private, companionEphemeral);
  const plain = decryptBundle(bundle, shared);
  if (plain === null) return null;
  const [companionIdentity, phoneIdentity, random] = [0, 1, 2].map((part) =>
    plain.subarray(part * keyBytes, (part + 1) * keyBytes),
  );
  if (companionIdentity === undefined || random === undefined || !phoneIdentity?.equals(identity.public)) return null;
  const secret = Buffer.concat([shared, Curve.sharedKey(identity.private, companionIdentity), random]);
  return { companionIdentity, advSecret: expand(secret, Buffer.alloc(keyBytes), 'adv_secret') };
}

function decryptBundle(bundle: Buffer, shared: Uint8Array): Buffer | null {
  const salt = bundle.subarray(0, saltBytes);
  const nonce = bundle.subarray(saltBytes, saltBytes + nonceBytes);
  const key = expand(shared, salt, 'link_code_pairing_key_bundle_encryption_key');
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAuthTag(bundle.subarray(-tagBytes));
  try {
    return Buffer.concat([cipher.update(bundle.subarray(saltBytes + nonceBytes, -tagBytes)), cipher.final()]);
  } catch {
    return null;
  }
}

function stretch(code: string, salt: Buffer): Buffer {
  return pbkdf2Sync(code, salt, rounds, keyBytes, 'sha256');
}

function expand(secret: Uint8Array, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, keyBytes));
}
