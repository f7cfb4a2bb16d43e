import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';

import type { Log } from '../../src/domain/ports/log.ts';
import type { Apart, Job, WatchedQueue } from '../../src/domain/ports/queue.ts';
import type { Slots } from '../../src/domain/ports/slots.ts';
import { openBullmq } from '../../src/queue/bullmq/bullmq.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import type { MovableClock } from '../../src/queue/inline/system-clock.ts';

/** Jobs that the lanes of one process have room for, as the service has it. */
const room = { reply: 64, bulk: 4 } as const;

/** The pair of one process on a Redis, and what a test sees of it. */
export interface RedisPairBench {
  readonly queue: WatchedQueue;
  readonly slots: Slots;
  readonly clock: MovableClock;
  /** Past the queue. */
  readonly redis: Redis;
  /** The events that were logged. */
  readonly logged: readonly string[];
  /** Resolves when every job is at work that there is room for. */
  readonly quiet: () => Promise<void>;
}

/** Opened as the service does it; whatever is left of it is closed after the test. */
export async function openPair(url: string, prefix: string): Promise<RedisPairBench> {
  const clock = createSystemClock();
  const logged: string[] = [];
  const log: Log = (event) => void logged.push(event);
  const { queue, slots } = await openBullmq({ url, prefix, clock, log });
  const redis = connect(url);
  let atWork = 0;
  const start = (run: (job: Job) => Promise<void>): void =>
    queue.start(async (job) => {
      atWork += 1;
      await run(job).finally(() => (atWork -= 1));
    });
  onTestFinished(() => queue.drain());

  /** What lanes end with: everybody's with nothing, an account's with its name; and whether they are worked on here. */
  const suffixes = new Map([['', true]]);
  const setApart = (account: string): Apart => {
    const apart = queue.setApart(account);
    const suffix = `@${encodeURIComponent(account)}`;
    return {
      begin: () => {
        suffixes.set(suffix, true);
        apart.begin();
      },
      end: () => {
        suffixes.set(suffix, false);
        return apart.end();
      },
    };
  };

  const isQuiet = async (): Promise<boolean> => {
    const names = [...suffixes].flatMap(([suffix, begun]) =>
      (['reply', 'bulk'] as const).map((lane) => ({ lane, suffix, begun })),
    );
    const lanes = await Promise.all(
      names.map(async ({ lane, suffix, begun }) => {
        const [waiting, active] = await Promise.all([
          redis.llen(`${prefix}:${lane}${suffix}:wait`),
          redis.llen(`${prefix}:${lane}${suffix}:active`),
        ]);
        return { active, isFull: !begun || waiting === 0 || active >= room[lane] };
      }),
    );
    return lanes.every(({ isFull }) => isFull) && lanes.reduce((sum, { active }) => sum + active, 0) === atWork;
  };
  const quiet = async (): Promise<void> => {
    while (!(await isQuiet()));
  };
  return { queue: { ...queue, start, setApart }, slots, clock, redis, logged, quiet };
}

/** A connection of the test's own. */
export function connect(url: string): Redis {
  const redis = new Redis(url).on('error', () => undefined);
  onTestFinished(() => redis.disconnect());
  return redis;
}
