import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Seal } from '../seal.ts';
import type { Database } from './open-store.ts';

const PLACE = 'canary';

/**
 * Throws `wrong_key` unless this key sealed the data: its canary opens, and the oldest key of the list still gives the
 * fingerprints that ids were made from. False: nothing was sealed yet.
 */
export function checkKey(database: Database, seal: Seal): boolean {
  const canary = database
    .prepare<{ sealed: Uint8Array; fingerprint: string }>('select sealed, fingerprint from canary')
    .get();
  if (canary === null) return false;
  seal.openText(canary.sealed, PLACE);
  if (canary.fingerprint !== seal.fingerprint(PLACE, PLACE)) throw new StoreTrouble('wrong_key');
  return true;
}

/** Leaves what `checkKey` looks for; before anything else is sealed. */
export function leaveCanary(database: Database, seal: Seal): void {
  database
    .prepare('insert into canary (sealed, fingerprint) values (?, ?)')
    .run(seal.sealText(PLACE, PLACE), seal.fingerprint(PLACE, PLACE));
}
