import { z } from 'zod';

import { checkCanary, sealCanary } from '../canary.ts';
import type { Canary } from '../canary.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import { bytes } from './row-schema.ts';

const row = z.object({ _id: z.string(), sealed: bytes, fingerprint: z.string() });

const canaryKind: CollectionKind<typeof row.shape> = { name: 'meta', part: 'canary', row, indexes: [] };
const ID = 'canary';

type On = Pick<Backing, 'database'>;

/** Throws `wrong_key` unless this key sealed the data. False: nothing was sealed yet. */
export async function checkKey({ database, seal }: Pick<Backing, 'database' | 'seal'>): Promise<boolean> {
  const canary = await readCanary({ database });
  if (canary === null) return false;
  checkCanary(canary, seal);
  return true;
}

/** Leaves what `checkKey` looks for, before anything else is sealed; of two that begin at once, the first one's stays. */
export async function leaveCanary({ database, seal }: Pick<Backing, 'database' | 'seal'>): Promise<void> {
  await openCollection({ database }, canaryKind).insert({ _id: ID, ...sealCanary(seal) });
}

/** null: nothing was sealed yet. */
export async function readCanary(on: On): Promise<Canary | null> {
  return openCollection(on, canaryKind).findOne({ _id: ID });
}

/** Keeps a canary in the place of the one that was there. */
export async function putCanary(on: On, { sealed, fingerprint }: Canary): Promise<void> {
  await openCollection(on, canaryKind).upsert({ _id: ID }, { $set: { sealed, fingerprint } });
}
