import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Seal } from '../seal.ts';
import type { Database } from './open-store.ts';

const PLACE = 'canary';

/**
 * Throws `wrong_key` unless this key sealed the data: its canary opens, and the oldest key of the list still gives the
 * fingerprints that ids were made from. The first time it leaves the canary.
 */
export function checkKey(database: Database, seal: Seal): void {
  const fingerprint = seal.fingerprint(PLACE, PLACE);
  const canary = database
    .prepare<{ sealed: Uint8Array; fingerprint: string }>('select sealed, fingerprint from canary')
    .get();
  if (canary === null) {
    database
      .prepare('insert into canary (sealed, fingerprint) values (?, ?)')
      .run(seal.sealText(PLACE, PLACE), fingerprint);
    return;
  }
  seal.openText(canary.sealed, PLACE);
  if (canary.fingerprint !== fingerprint) throw new StoreTrouble('wrong_key');
}
