import { z } from 'zod';

import type { Leases } from '../../domain/ports/leases.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import { passed } from './judge-time.ts';

const row = z.object({ _id: z.string(), owner: z.string(), at: z.date(), forMs: z.number() });

export const leaseKind: CollectionKind<typeof row.shape> = { name: 'lease', row, indexes: [] };

/** Leases as rows, stamped and judged by the server's clock alone. */
export function createLeases(backing: Pick<Backing, 'database'>): Leases {
  const rows = openCollection(backing, leaseKind);
  return {
    take: async (name, owner, forMs) => {
      const stamp = { $currentDate: { at: true } } as const;
      if (await rows.upsert({ _id: name, owner }, { $set: { forMs }, ...stamp })) return true;
      return rows.update({ _id: name, ...passed('at', '$forMs') }, { $set: { owner, forMs }, ...stamp });
    },
    release: async (name, owner) => void (await rows.remove({ _id: name, owner })),
  };
}
