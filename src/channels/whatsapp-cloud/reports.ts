import { z } from 'zod';

import type { Report, SendResult } from '../../domain/channel.ts';
import { explainError } from './errors.ts';

/** webhooks/reference/messages/status. */
const status = z.object({
  id: z.string().min(1),
  status: z.string(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number().int() })).optional(),
});

const states: Readonly<Record<string, Report['state']>> = {
  sent: 'accepted',
  delivered: 'delivered',
  read: 'read',
  // A voice message was listened to.
  played: 'read',
  failed: 'failed',
};

/** One status in our words. null: its shape is unknown. Empty: a status that says nothing about the message's way. */
export function readStatus(raw: unknown, account: string): readonly Report[] | null {
  const parsed = status.safeParse(raw);
  if (!parsed.success) return null;
  const { id: platformId, status: name, biz_opaque_callback_data: delivery = null, errors } = parsed.data;
  const state = states[name];
  if (state === undefined) return [];
  const report = { account, platformId, delivery, state, code: null };
  if (state !== 'failed') return [report];
  const why = explainError(errors?.[0]?.code ?? null);
  if (why.type === 'sent' || why.type === 'moved') return [report];
  return [{ ...report, code: why.code, ...consequenceOf(why) }];
}

/** What follows for others. One person's pace is over long before its status comes. */
function consequenceOf(why: SendResult): Pick<Report, 'blame' | 'strike' | 'waitMs'> {
  if (why.type === 'failed') return { blame: why.blame };
  if (why.type === 'strike') return { strike: true };
  return why.type === 'retry' && why.scope === 'account' ? { waitMs: why.afterMs } : {};
}
