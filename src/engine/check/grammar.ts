import { z } from 'zod';

import { ANSWER_KINDS } from '../answers/table.ts';
import { headSchema } from '../flow-head.ts';
import { STEP_KINDS } from '../steps/table.ts';

/** The keys that a block may have, and those that it must have. */
export interface Keys {
  readonly known: readonly string[];
  readonly needed: readonly string[];
}

/** The keys and words of the flow language, as the tables of step kinds and answer kinds define them. */
export interface Grammar {
  readonly head: Keys;
  /** By the kind word of a step; those of `tanya` are what all questions share. */
  readonly steps: ReadonlyMap<string, Keys>;
  /** By `jenis`: its own keys, and whether its answers are personal. */
  readonly answers: ReadonlyMap<string, Keys & { readonly personal: boolean }>;
}

/** The grammar of this release. */
export const GRAMMAR: Grammar = {
  head: keysOf(headSchema),
  steps: new Map(STEP_KINDS.map(({ word, schema }) => [word, keysOf(schema)])),
  answers: new Map(ANSWER_KINDS.map(({ jenis, keys, personal }) => [jenis, { ...keysOf(z.object(keys)), personal }])),
};

/** The keys of a block's schema; of a union, the keys that all its forms share. */
function keysOf(schema: z.core.$ZodType): Keys {
  if (schema instanceof z.ZodUnion) {
    const [first, ...rest] = schema.options.map(keysOf);
    const inAll = (key: string): boolean => rest.every(({ known }) => known.includes(key));
    return { known: first?.known.filter(inAll) ?? [], needed: first?.needed.filter(inAll) ?? [] };
  }
  if (!(schema instanceof z.ZodObject)) return { known: [], needed: [] };
  const known = Object.keys(schema.shape);
  return { known, needed: known.filter((key) => !z.safeParse(schema.shape[key] ?? z.any(), undefined).success) };
}
