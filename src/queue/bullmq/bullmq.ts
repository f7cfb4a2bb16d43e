import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { WatchedQueue } from '../../domain/ports/queue.ts';
import type { Slots } from '../../domain/ports/slots.ts';

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
export function openBullmq(_settings: BullmqSettings): Promise<RedisPair> {
  throw new Error('not built yet');
}
