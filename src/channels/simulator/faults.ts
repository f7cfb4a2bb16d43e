import { z } from 'zod';

import type { SendResult } from '../../domain/channel.ts';

const sendFaults = ['none', 'lost_answer', 'too_many', 'server_error', 'blocked'] as const;

/** What can be switched on to see how the service bears it. */
export const faultSettings = z.strictObject({
  /** Each send takes this long. */
  latencyMs: z.number().int().min(0).max(10_000),
  /** Each thing a person says arrives twice, as platforms do when our answer was late. */
  duplicate: z.boolean(),
  /** Things said within the hold-back arrive in the reverse order. */
  reorder: z.boolean(),
  /** What the platform answers to a send. */
  send: z.enum(sendFaults),
});

export type Faults = z.infer<typeof faultSettings>;

export const noFaults: Faults = { latencyMs: 0, duplicate: false, reorder: false, send: 'none' };

/** How long reordered messages are held back, so that a person has the time to say two things. */
export const reorderHoldMs = 1500;

/** A platform's usual wait after too many calls, short enough to watch. */
const retryAfterMs = 3000;

interface SendFault {
  /** Did the person see the message all the same? */
  readonly shown: boolean;
  readonly result: SendResult;
}

const byName: Readonly<Record<(typeof sendFaults)[number], SendFault | null>> = {
  none: null,
  lost_answer: { shown: true, result: { type: 'uncertain', code: 'lost_answer' } },
  too_many: { shown: false, result: { type: 'retry', afterMs: retryAfterMs, scope: 'account', code: '429' } },
  server_error: { shown: false, result: { type: 'uncertain', code: '500' } },
  blocked: { shown: false, result: { type: 'failed', blame: 'address', code: 'blocked' } },
};

/** The fault that a send meets now, or null when it goes through. */
export function sendFault(faults: Faults): SendFault | null {
  return byName[faults.send];
}
