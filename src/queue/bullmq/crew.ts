import type { Redis } from 'ioredis';

import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Job } from '../../domain/ports/queue.ts';
import { disconnect } from './connect.ts';
import type { LaneSettings } from './lane-settings.ts';
import { nextTurn, startWorker } from './lane-worker.ts';
import type { JobLane } from './lane.ts';

/**
 * Jobs at work in each lane of this process. Replies are a queue of their own with room that no push can take, so nothing
 * needs a priority: within a lane the oldest goes first, and BullMQ's priorities would only cost a sorted set.
 */
const room: Readonly<Record<Lane, number>> = { reply: 64, bulk: 4 };

/** Those who work on some lanes in this process. */
export interface Crew {
  /** Whether a job is at work here, or waits for anybody. */
  readonly isBusy: () => Promise<boolean>;
  /** What was begun ends, nothing more begins, and the connection is closed. */
  readonly dismiss: () => Promise<void>;
}

/** `run` never rejects; `ended` is told each job's lane by its name. Closes `client` in the end. */
export function startCrew(
  lanes: readonly (LaneSettings & JobLane)[],
  client: Redis,
  run: (job: Job) => Promise<void>,
  ended: (lane: string) => void,
): Crew {
  const workers = lanes.map((lane) =>
    startWorker({
      ...lane,
      room: room[lane.lane],
      client,
      run: async (job) => {
        await lane.begin(job).catch(() => undefined);
        await run(job);
      },
      ended: () => ended(lane.name),
    }),
  );
  const endings = (): number => workers.reduce((sum, worker) => sum + worker.endings(), 0);
  return {
    // Asked over the workers' own connection, so that whatever a worker took before the count is heard of before it: a
    // moment later it counts as taken, or nothing is. One that ended meanwhile may have rung.
    isBusy: async () => {
      const before = endings();
      const waiting = await Promise.all(lanes.map((lane) => lane.waiting(client)));
      await nextTurn();
      const isWorking = workers.some((worker) => worker.isBusy());
      return isWorking || waiting.some((count) => count > 0) || endings() !== before;
    },
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.end()));
      await disconnect(client);
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}
