import { z } from 'zod';

import type { PeerClock } from './clock.ts';
import type { Update, Updates } from './updates.ts';

/** What the official server does (WebhookActor.cpp). */
const readTimeoutMs = 60_000;
const longestRetryMs = 60_000;
const longestRetryAfterMs = 3_600_000;

export interface Address {
  readonly url: string;
  readonly secret: string | undefined;
  readonly connections: number;
}

export interface Courier {
  /** Delivers what waits; call it whenever something may have changed. */
  work(): void;
  /** Resolves when no delivery is under way. */
  close(): Promise<void>;
  lastError(): { readonly date: number; readonly message: string } | null;
  /** Every attempt with the status of its answer; 0 when there was none. */
  attempts(): readonly { readonly updateId: number; readonly status: number; readonly at: number }[];
}

/** Brings updates to one webhook: one at a time in each queue, again and again until it answers 2xx. */
export function createCourier(address: Address, updates: Updates, clock: PeerClock, changed: () => void): Courier {
  const closing = new AbortController();
  const busy = new Map<string, Promise<void>>();
  const attempts: { updateId: number; status: number; at: number }[] = [];
  let lastError: { date: number; message: string } | null = null;

  function work(): void {
    for (const update of updates.pending()) {
      if (closing.signal.aborted || busy.size >= address.connections) return;
      const queue = queueOf(update);
      if (busy.has(queue)) continue;
      const delivery = deliver(update).finally(() => {
        busy.delete(queue);
        work();
      });
      busy.set(queue, delivery);
    }
  }

  async function deliver(update: Update): Promise<void> {
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      const { status, retryAfterMs } = await post(update);
      attempts.push({ updateId: update.update_id, status, at: clock.now() });
      if (status >= 200 && status < 300) {
        updates.remove(update.update_id);
        return;
      }
      lastError = { date: Math.floor(clock.now() / 1000), message: `Wrong response from the webhook: ${status}` };
      // At once, then 2, 4, 8 ... seconds.
      const pauseMs = attempt === 0 ? 0 : Math.min(2 ** attempt * 1000, longestRetryMs);
      const pause = clock.wait(Math.max(pauseMs, retryAfterMs), closing.signal);
      changed();
      await pause;
    }
  }

  async function post(update: Update): Promise<{ status: number; retryAfterMs: number }> {
    const answered = new AbortController();
    const late = new AbortController();
    void clock.wait(readTimeoutMs, AbortSignal.any([answered.signal, closing.signal])).then(() => late.abort());
    try {
      const response = await fetch(address.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(address.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': address.secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: late.signal,
      });
      await response.arrayBuffer();
      const seconds = Number(response.headers.get('retry-after') ?? 0);
      return { status: response.status, retryAfterMs: Math.min(seconds * 1000, longestRetryAfterMs) };
    } catch {
      return { status: 0, retryAfterMs: 0 };
    } finally {
      answered.abort();
    }
  }

  return {
    work,
    close: async () => {
      closing.abort();
      await Promise.all(busy.values());
    },
    lastError: () => lastError,
    attempts: () => attempts,
  };
}

const tapped = z.object({ callback_query: z.object({ from: z.object({ id: z.number() }) }) });
const inChat = z.object({ chat: z.object({ id: z.number() }) });

/** Messages queue by chat, but callback queries by user in a queue of their own: a tap may overtake a message. */
function queueOf(update: Update): string {
  const tap = tapped.safeParse(update);
  if (tap.success) return `taps of ${tap.data.callback_query.from.id}`;
  const chats = Object.values(update).map((body) => inChat.safeParse(body).data?.chat.id);
  return `chat ${chats.find((id) => id !== undefined) ?? 'unknown'}`;
}
