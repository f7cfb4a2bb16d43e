import { z } from 'zod';

import { within } from './client.ts';
import type { Call } from './client.ts';
import type { Connect } from './connect.ts';
import { toLater } from './intake.ts';
import type { TakeStep } from './intake.ts';
import { pollBatch, pollGraceMs, pollSeconds } from './limits.ts';
import { wantedUpdates } from './read.ts';
import type { Take } from './reception.ts';

const batch = z.array(z.looseObject({ update_id: z.number().int() }));

/** Long polling, step by step: connect, then one batch after the other. */
export function createPolling(connect: Connect, call: Call, take: Take): TakeStep {
  let connected = false;
  // The offset confirms what came before it. It is given once: ids may start anywhere after a week without updates,
  // and an old offset would then confirm what nobody has seen.
  let confirm: number | null = null;

  return async (signal) => {
    if (!connected) {
      const refused = await connect(signal);
      connected = refused === null;
      return refused ?? { type: 'again' };
    }
    const request = { offset: confirm ?? 0, limit: pollBatch, timeout: pollSeconds, allowed_updates: wantedUpdates };
    const limitMs = pollSeconds * 1000 + pollGraceMs;
    const answer = await within(limitMs, signal, (limited) => call('getUpdates', request, limited));
    if (answer.type !== 'ok') {
      connected = false;
      return toLater(answer);
    }
    const updates = batch.safeParse(answer.result);
    if (!updates.success) return { type: 'later', trouble: 'unreadable_answer', afterMs: null };
    try {
      await take(updates.data);
    } catch {
      return { type: 'later', trouble: 'not_stored', afterMs: null };
    }
    const last = updates.data.at(-1);
    confirm = last === undefined ? null : last.update_id + 1;
    return { type: 'again' };
  };
}
