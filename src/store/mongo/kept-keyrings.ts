import { z } from 'zod';

import type { HouseTable } from '../house.ts';
import { keptTables } from '../kept-row.ts';
import type { KeptRow } from '../kept-row.ts';
import { accountOfKey } from '../keyring-id.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import { ringHeadKind, ringValueKind } from './ring-rows.ts';
import { openRing } from './ring.ts';
import type { Ring } from './ring.ts';

const idOnly = z.object({ _id: z.string() });

/** All keyrings, value by value, as of their current generations. Throws `keyring_torn` for one that is not whole. */
export function openKeptKeyrings(on: Pick<Backing, 'database'>): HouseTable {
  const [heads, values] = [openCollection(on, ringHeadKind), openCollection(on, ringValueKind)];
  const rings = new Map<string, Ring>();
  /** Every id in order; null: not known now. */
  let listed: readonly string[] | null = null;

  const ringOf = (account: string): Ring => {
    const ring = rings.get(account) ?? openRing(on, account);
    rings.set(account, ring);
    return ring;
  };
  const list = async (): Promise<readonly string[]> => {
    if (listed !== null) return listed;
    const known = await heads.pick(['_id'], {});
    // Values that lost their head are torn, not absent.
    const named = await values.aggregate([{ $group: { _id: '$account' } }], idOnly);
    const accounts = new Set([...known, ...named].map(({ _id }) => _id));
    const ids = await Promise.all([...accounts].map((account) => ringOf(account).list()));
    return (listed = ids.flat().toSorted());
  };
  const among = async (ids: readonly string[]): Promise<readonly KeptRow[]> => {
    const found = await Promise.all(
      [...byAccount(ids, (id) => id)].map(async ([account, each]) => {
        const sealed = await ringOf(account).read(each);
        return [...sealed].map(([id, value]) => keptTables.keyring.parse({ id, account, value }));
      }),
    );
    return found.flat();
  };
  const write = async (changes: readonly (readonly [string, Uint8Array | null])[]): Promise<void> => {
    listed = null;
    for (const [account, each] of byAccount(changes, ([id]) => id)) await ringOf(account).write(new Map(each));
  };

  return {
    count: async () => (await list()).length,
    page: async (after, limit) => {
      const ids = (await list()).filter((id) => id > after).slice(0, limit);
      return (await among(ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    among,
    put: (rows) => write(rows.map((row) => [row.id, keptTables.keyring.parse(row).value] as const)),
    drop: (ids) => write(ids.map((id) => [id, null] as const)),
  };
}

function byAccount<Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, readonly Item[]> {
  const grouped = new Map<string, readonly Item[]>();
  for (const item of items) {
    const account = accountOfKey(idOf(item));
    grouped.set(account, [...(grouped.get(account) ?? []), item]);
  }
  return grouped;
}
