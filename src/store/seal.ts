import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { isSealed, StoreTrouble } from '../domain/ports/store-trouble.ts';

/**
 * Keeps personal content unreadable at rest. A sealed value names the key that made it, so that keys can change;
 * `place` (table, column, id) is bound into it, so that a value moved to another row does not open.
 */
export interface Seal {
  sealText(text: string, place: string): Uint8Array;
  /** Throws `wrong_key` when the key is not held, or the value was altered or stands in another place. */
  openText(sealed: Uint8Array, place: string): string;
  sealBytes(bytes: Uint8Array, place: string): Uint8Array;
  /** Throws as `openText` does. */
  openBytes(sealed: Uint8Array, place: string): Uint8Array;
  sealJson(value: unknown, place: string): Uint8Array;
  openJson(sealed: Uint8Array, place: string): unknown;
  /** Keyed HMAC for lookups and ids: the same text gives the same 22 characters, and nobody without the key finds it. */
  fingerprint(purpose: string, text: string): string;
}

/** null: it does not open, now or when asked again. */
export function tryOpen<Opened>(open: () => Opened): Opened | null {
  try {
    return open();
  } catch (error) {
    if (isSealed(error)) return null;
    throw error;
  }
}

/** 22 base64url characters are 132 bits: no collision for any number of people. */
const FINGERPRINT_LENGTH = 22;
/** Below this a key can be guessed; `openssl rand -base64 32` gives 44. */
const SHORTEST_KEY = 32;
/** `gcm1`: the layout below, so that another one can follow. */
const LAYOUT = 1;
const KEY_ID_BYTES = 4;
/** 96 random bits, as NIST SP 800-38D asks; good for 2^32 values a key, some ten years of a busy service. */
const IV_BYTES = 12;
/** One call for some fifty turns; what is left at the end is thrown away. */
const IVS_DRAWN = 256;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES;
const BODY_START = HEAD_BYTES + IV_BYTES + TAG_BYTES;

/**
 * Takes `GELOMBANG_KEY`: one key, or several with commas, newest first. The first one seals, all of them open.
 * Fingerprints hang on the LAST one, the oldest, which therefore stays in the list for ever. Throws `key_invalid`.
 */
export function createSeal(key: string): Seal {
  const masters = key.split(',').map((each) => each.trim());
  const newest = masters[0];
  const oldest = masters.at(-1);
  if (newest === undefined || oldest === undefined || masters.some((each) => each.length < SHORTEST_KEY)) {
    throw new StoreTrouble('key_invalid', { file: '' });
  }
  const sealing = deriveKey(newest);
  const opening = new Map(masters.map(deriveKey).map((each) => [each.id.toString('hex'), each.secret]));
  const pepper = derive(oldest, 'pepper', 32);

  const drawIv = createIvs();
  const sealText = (text: string, place: string): Uint8Array => encrypt(sealing, drawIv(), Buffer.from(text), place);
  const openText = (sealed: Uint8Array, place: string): string => decrypt(opening, sealed, place).toString('utf8');
  return {
    sealText,
    openText,
    sealBytes: (bytes, place) => encrypt(sealing, drawIv(), bytes, place),
    openBytes: (sealed, place) => decrypt(opening, sealed, place),
    sealJson: (value, place) => sealText(JSON.stringify(value), place),
    openJson: (sealed, place): unknown => JSON.parse(openText(sealed, place)),
    fingerprint: (purpose, text) =>
      createHmac('sha256', pepper).update(`${purpose}\n${text}`).digest('base64url').slice(0, FINGERPRINT_LENGTH),
  };
}

interface SealingKey {
  readonly id: Buffer;
  readonly secret: KeyObject;
}

/** One master key gives the sealing key, its public id and the pepper; none of them tells anything of the others. */
function derive(master: string, use: 'seal' | 'key-id' | 'pepper', length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'gelombang', use, length));
}

function deriveKey(master: string): SealingKey {
  return { id: derive(master, 'key-id', KEY_ID_BYTES), secret: createSecretKey(derive(master, 'seal', 32)) };
}

/** Each IV is used once; drawing many at a time spares the system a call for each. */
function createIvs(): () => Uint8Array {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(IV_BYTES * IVS_DRAWN);
    const iv = drawn.subarray(0, IV_BYTES);
    drawn = drawn.subarray(IV_BYTES);
    return iv;
  };
}

/** Layout: 1 byte layout, 4 bytes key id, 12 bytes IV, 16 bytes tag, then the ciphertext. */
function encrypt(key: SealingKey, iv: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(LAYOUT), key.id, iv, cipher.getAuthTag(), ...body]);
}

function decrypt(keys: ReadonlyMap<string, KeyObject>, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const secret = keys.get(bytes.toString('hex', 1, HEAD_BYTES));
  if (bytes[0] !== LAYOUT || secret === undefined || bytes.length < BODY_START)
    throw new StoreTrouble('wrong_key', { place });
  const iv = bytes.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(HEAD_BYTES + IV_BYTES, BODY_START));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(BODY_START)), decipher.final()]);
  } catch (error) {
    throw new StoreTrouble('wrong_key', { place }, error);
  }
}
