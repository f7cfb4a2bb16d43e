import { z } from 'zod';

import { ANSWER_KINDS } from '../answers/table.ts';
import { branch, branches } from '../loading/block.ts';
import { headSchema } from '../loading/flow-head.ts';
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
  /** Kind words at which a conversation may stand still. */
  readonly waits: ReadonlySet<string>;
  /** Keys that hold steps: one branch, or one branch for each code or result. */
  readonly branches: { readonly single: ReadonlySet<string>; readonly named: ReadonlySet<string> };
}

const SHAPES: readonly z.core.$ZodShape[] = [
  ...STEP_KINDS.flatMap(({ schema }) => shapesOf(schema)),
  ...ANSWER_KINDS.map(({ keys }) => keys),
];

/** The grammar of this release. */
export const GRAMMAR: Grammar = {
  head: keysOf(headSchema),
  steps: new Map(STEP_KINDS.map(({ word, schema }) => [word, keysOf(schema)])),
  answers: new Map(ANSWER_KINDS.map(({ jenis, keys, personal }) => [jenis, { ...keysOf(z.object(keys)), personal }])),
  waits: new Set(['tanya', 'pastikan', 'jalankan', 'prasyarat', 'tanya_lagi', 'tunggu', 'formulir']),
  branches: { single: keysLike(branch), named: keysLike(branches) },
};

/** The keys anywhere in the grammar whose values are of this very schema. */
function keysLike(wanted: z.core.$ZodType): ReadonlySet<string> {
  const isLike = (schema: z.core.$ZodType): boolean =>
    schema === wanted || (schema instanceof z.ZodOptional && isLike(schema.unwrap()));
  return new Set(
    SHAPES.flatMap((shape) =>
      Object.entries(shape)
        .filter(([, schema]) => isLike(schema))
        .map(([key]) => key),
    ),
  );
}

function shapesOf(schema: z.core.$ZodType): readonly z.core.$ZodShape[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  return schema instanceof z.ZodObject ? [schema.shape] : [];
}

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
