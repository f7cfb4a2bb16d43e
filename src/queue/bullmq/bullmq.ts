import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { WatchedQueue } from '../../domain/ports/queue.ts';
import type { Slots } from '../../domain/ports/slots.ts';
import { createBullmqQueue } from './bullmq-queue.ts';
import { checkRedis } from './check-redis.ts';
import { toAsk, toWork } from './connect.ts';
import { createOutage } from './outage.ts';
import { createRedisSlots } from './redis-slots.ts';

export interface BullmqSettings {
  /** `REDIS_URL`; never logged. */
  readonly url: string;
  /** Before every key, so that two installations may share a Redis. */
  readonly prefix: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface RedisPair {
  /** `drain` ends what was begun and then closes every connection. */
  readonly queue: WatchedQueue;
  readonly slots: Slots;
}

/** Connects and checks Redis. Throws `QueueTrouble`, and then holds nothing. */
export async function openBullmq({ url, prefix, clock, log }: BullmqSettings): Promise<RedisPair> {
  const { host } = new URL(url);
  const ask = toAsk(url);
  try {
    await checkRedis(ask, host, prefix);
  } catch (error) {
    ask.disconnect();
    throw error;
  }
  const parts = { ask, prefix, clock, log, outage: createOutage({ clock, log, host }) };
  return {
    queue: createBullmqQueue({ ...parts, connectToWork: () => toWork(url) }),
    slots: createRedisSlots(parts),
  };
}
