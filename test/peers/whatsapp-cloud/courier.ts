import { createHmac } from 'node:crypto';

import type { PeerClock } from '../telegram/clock.ts';

/** One attempt to bring a payload to the service. */
export interface Attempt {
  readonly payload: unknown;
  /** 0: nobody answered. */
  readonly status: number;
}

/** Brings signed payloads, all at once as the platform does, and each again with growing waits until it is taken. */
export interface Courier {
  readonly bring: (payload: unknown) => void;
  readonly attempts: () => readonly Attempt[];
  /** Payloads that were not taken yet. */
  readonly pending: () => number;
  readonly close: () => Promise<void>;
}

interface Route {
  readonly url: () => string | null;
  readonly appSecret: string;
  readonly clock: PeerClock;
  readonly changed: () => void;
}

const retriesMs: readonly number[] = [0, 1000, 5000, 30_000, 300_000, 3_600_000];

export function signatureOf(appSecret: string, body: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

export function createCourier({ url, appSecret, clock, changed }: Route): Courier {
  const attempts: Attempt[] = [];
  const ending = new AbortController();
  const underway = new Set<Promise<void>>();

  const post = async (payload: unknown): Promise<number> => {
    const to = url();
    if (to === null) return 0;
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(appSecret, body) };
    try {
      return (await fetch(to, { method: 'POST', headers, body, signal: ending.signal })).status;
    } catch {
      return 0;
    }
  };
  const carry = async (payload: unknown): Promise<void> => {
    for (let tries = 0; !ending.signal.aborted; tries += 1) {
      const status = await post(payload);
      if (ending.signal.aborted) return;
      attempts.push({ payload, status });
      changed();
      if (status === 200) return;
      await clock.wait(retriesMs[Math.min(tries, retriesMs.length - 1)] ?? 0, ending.signal);
    }
  };
  return {
    bring: (payload) => {
      const done = carry(payload).finally(() => {
        underway.delete(done);
        changed();
      });
      underway.add(done);
    },
    attempts: () => attempts,
    pending: () => underway.size,
    close: async () => {
      ending.abort();
      await Promise.all(underway);
    },
  };
}
