import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import type { Seal } from './seal.ts';

/** What tells the right key from a wrong one. Sealed once, so no two installations have the same. */
export interface Canary {
  readonly sealed: Uint8Array;
  readonly fingerprint: string;
}

const PLACE = 'canary';

/** To be kept before anything else is sealed. */
export function sealCanary(seal: Seal): Canary {
  return { sealed: seal.sealText(PLACE, PLACE), fingerprint: seal.fingerprint(PLACE, PLACE) };
}

/**
 * Throws `wrong_key` unless this key sealed the data: its canary opens, and the oldest key of the list still gives the
 * fingerprints that ids were made from.
 */
export function checkCanary(canary: Canary, seal: Seal): void {
  seal.openText(canary.sealed, PLACE);
  if (canary.fingerprint !== seal.fingerprint(PLACE, PLACE)) throw new StoreTrouble('wrong_key');
}
