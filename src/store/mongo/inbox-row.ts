import { z } from 'zod';

import type { CollectionKind } from './collection.ts';
import { bytes } from './row-schema.ts';

const row = z.object({
  _id: z.string(),
  address: z.string(),
  account: z.string(),
  position: z.number(),
  album: z.string().nullable(),
  at: z.date(),
  state: z.enum(['new', 'done', 'aside']),
  /** Chat and input, sealed together; gone when the row is done. */
  body: z.exactOptional(bytes),
});

export type InboxDocument = z.infer<typeof row>;

export const inboxKind: CollectionKind<typeof row.shape> = {
  name: 'inbox',
  row,
  indexes: [
    { name: 'waiting', on: { address: 1, position: 1, at: 1, _id: 1 }, where: { state: 'new' } },
    { name: 'state', on: { state: 1, at: 1 } },
  ],
};
