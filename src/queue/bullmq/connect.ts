import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';

import { waitAtMost } from './wait-at-most.ts';

/** A ring is worth no more waiting than this: whoever rings stands in front of a person or of the sweep. */
const answerMs = 2000;

/** A worker's socket that is silent for longer than any blocking read (10 s) is dead, whatever the kernel thinks. */
const silenceMs = 30_000;

/** Attempts to come back: quickly at first, and for ever. */
const firstRetryMs = 50;
const lastRetryMs = 2000;

const connectTimeoutMs = 5000;

const always = {
  lazyConnect: true,
  connectTimeout: connectTimeoutMs,
  retryStrategy: (attempt: number) => Math.min(firstRetryMs * 2 ** Math.min(attempt, 10), lastRetryMs),
  // After a failover the old primary may only be read: the address leads to the new one.
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
} satisfies RedisOptions;

/** For rings and slots: answers or fails within two seconds, at once while Redis is away. Connects when told to. */
export function toAsk(url: string): Redis {
  return silence(
    new Redis(url, {
      ...always,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: answerMs,
      socketTimeout: answerMs,
    }),
  );
}

/** For workers: waits for Redis as long as it takes, as BullMQ wants it. Connects by itself, also much later. */
export function toWork(url: string): Redis {
  return silence(
    new Redis(url, { ...always, lazyConnect: false, maxRetriesPerRequest: null, socketTimeout: silenceMs }),
  );
}

/** Lets Redis do what it was asked and says goodbye; where it does not listen, just leaves. Never throws. */
export async function disconnect(client: Redis): Promise<void> {
  if (client.status === 'ready') await waitAtMost(answerMs, client.quit()).catch(() => undefined);
  client.disconnect();
}

/** Whoever asks gets the error; the same one as an event would end the process. */
function silence(client: Redis): Redis {
  return client.on('error', () => undefined);
}
