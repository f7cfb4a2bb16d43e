import { checkCanary, sealCanary } from '../canary.ts';
import type { Canary } from '../canary.ts';
import type { Seal } from '../seal.ts';
import type { Database } from './open-store.ts';

/** Throws `wrong_key` unless this key sealed the data. False: nothing was sealed yet. */
export function checkKey(database: Database, seal: Seal): boolean {
  const canary = readCanary(database);
  if (canary === null) return false;
  checkCanary(canary, seal);
  return true;
}

/** Leaves what `checkKey` looks for; before anything else is sealed. */
export function leaveCanary(database: Database, seal: Seal): void {
  putCanary(database, sealCanary(seal));
}

/** null: nothing was sealed yet. */
export function readCanary(database: Database): Canary | null {
  return database.prepare<Canary>('select sealed, fingerprint from canary').get();
}

/** Keeps a canary in the place of the one that was there. */
export function putCanary(database: Database, { sealed, fingerprint }: Canary): void {
  const known = database.prepare('update canary set sealed = ?, fingerprint = ?').run(sealed, fingerprint) > 0;
  if (!known) database.prepare('insert into canary (sealed, fingerprint) values (?, ?)').run(sealed, fingerprint);
}
