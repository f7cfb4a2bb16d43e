import { z } from 'zod';

import { UNIT_MINUTES } from '../value.ts';

/**
 * The pieces that blocks are made of. Everything is text in a flow file; its place decides what it means. The message
 * of a pattern is an example of what fits it.
 */

export const text = z.string();

/** `ya` and `tidak` are the only yes and no. */
export const yes = z.enum(['ya', 'tidak']).transform((word) => word === 'ya');

export const count = z
  .string()
  .regex(/^\d{1,6}$/u, '3')
  .transform(Number);

/** `1-3`, or `3` for exactly three. */
export const range = z
  .string()
  .regex(/^\d{1,6}(\s*-\s*\d{1,6})?$/u, '10-1000')
  .transform((source) => {
    const [least = '0', most = least] = source.split('-');
    return { least: Number(least), most: Number(most) };
  });

/** `30 menit`, `12 jam`, `7 hari`, as milliseconds. */
export const duration = z
  .string()
  .regex(/^\d{1,4} (menit|jam|hari|minggu)$/u, '7 hari')
  .transform((source) => {
    const [amount = '0', unit = ''] = source.split(' ');
    return Number(amount) * (UNIT_MINUTES[unit] ?? 0) * MINUTE_MS;
  });

const MINUTE_MS = 60_000;

/** A list of texts; one text alone is a list of one. */
export const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Words that stand for a whole branch. */
export const BRANCH_WORDS: ReadonlySet<string> = new Set(['lanjut', 'selesai', 'petugas', 'lewati']);

/** A list of steps, one step, or one of `BRANCH_WORDS`. Compiled by `build.branch`. */
export const branch = z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/** Branches by the name of a result or the code of an answer. */
export const branches = z.record(z.string(), branch);

/** `dengan`: names of answers, or `name: expression`. Becomes pairs of argument and expression. */
export const args = z
  .union([z.record(z.string(), z.string()), z.array(z.union([z.string(), z.record(z.string(), z.string())]))])
  .transform((source) => {
    const items = Array.isArray(source) ? source : [source];
    return items.flatMap((item): readonly (readonly [string, string])[] =>
      typeof item === 'string' ? [[item, item]] : Object.entries(item),
    );
  });

export type Args = z.infer<typeof args>;

/** What every kind of step but `jika` and `bagian` may carry. Read by the flow compiler. */
export const onlyIf = { hanya_jika: text.optional() };
