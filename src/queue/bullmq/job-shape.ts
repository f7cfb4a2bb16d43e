import { z } from 'zod';

import type { Job } from '../../domain/ports/queue.ts';

/** A job as it lies in Redis, where anybody may have written: the three kinds, and nothing beside their fields. */
export const jobShape: z.ZodType<Job> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('handle'), address: z.string().min(1) }),
  z.strictObject({ type: z.literal('reply'), account: z.string().min(1), delivery: z.string().min(1) }),
  z.strictObject({ type: z.literal('pump'), account: z.string().min(1), lane: z.enum(['reply', 'bulk']) }),
]);
