import { z } from 'zod';

import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';

const row = z.object({
  _id: z.string(),
  frozenUntil: z.exactOptional(z.date()),
  halted: z.exactOptional(z.string()),
});

export const accountKind: CollectionKind<typeof row.shape> = { name: 'account', row, indexes: [] };

/** Freezes and halts of channel accounts; an account without a row is free. */
export function createAccounts(backing: Backing): Accounts {
  const { time } = backing;
  const rows = openCollection(backing, accountKind);
  return {
    freeze: async (account, forMs) => {
      await rows.upsert({ _id: account }, { $max: { frozenUntil: new Date(time.now() + forMs) } });
    },
    halt: async (account, code) => {
      await rows.upsert({ _id: account, halted: { $exists: false } }, { $set: { halted: code } });
    },
    resume: async (account) => {
      await rows.update({ _id: account }, { $unset: { halted: true } });
    },
    read: async (account) => {
      const { frozenUntil, halted = null } = (await rows.findOne({ _id: account })) ?? {};
      const frozenForMs = frozenUntil === undefined ? 0 : Math.max(0, frozenUntil.getTime() - time.now());
      return { frozenForMs, halted };
    },
  };
}
