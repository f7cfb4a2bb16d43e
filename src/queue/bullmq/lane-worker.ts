import { WaitingError, Worker } from 'bullmq';
import type { Job as Stored } from 'bullmq';
import type { Redis } from 'ioredis';

import type { Job } from '../../domain/ports/queue.ts';
import { jobShape } from './job-shape.ts';
import type { LaneSettings } from './lane-settings.ts';

/** More than the longest call with its grace; a pump renews its lock for as long as it runs. */
const lockMs = 60_000;

/** The jobs of a dead process are cleared away after a lock and one or two of these; only tidiness depends on it. */
const stalledMs = 30_000;

/** Between two tries on a Redis that refuses (no memory, no disk, read only): BullMQ itself tries again at once, for ever. */
const restMs = 1000;

/** This process's hands on a lane. */
export interface LaneWorker {
  /** Whether it took a job that is not over. */
  readonly isBusy: () => boolean;
  /** How many jobs have ended here so far. */
  readonly endings: () => number;
  /** Begins nothing more; resolves when what was begun is over. */
  readonly end: () => Promise<void>;
  /** After `end`: lets go of everything. */
  readonly close: () => Promise<void>;
}

export interface WorkerSettings extends LaneSettings {
  /** Jobs at work at once. */
  readonly room: number;
  /** Stays its owner's; BullMQ makes itself a second one from it, for waiting. */
  readonly client: Redis;
  /** Never rejects. */
  readonly run: (job: Job) => Promise<void>;
  /** A job ended here. */
  readonly ended: () => void;
}

/** Takes jobs from now on; one whose form is foreign is dropped. While Redis is away it waits for it. */
export function startWorker(use: WorkerSettings): LaneWorker {
  const { name, lane, prefix, room, client, run, ended, tell, clock, log } = use;
  let atWork = 0;
  let endings = 0;
  let ending = false;
  let isOver: (() => void) | null = null;

  const begin = async (stored: Stored, token?: string): Promise<void> => {
    taken.delete(stored.id);
    if (ending) {
      // It was on its way here when the end came: it is for somebody else.
      await stored.moveToWait(token);
      throw new WaitingError();
    }
    const job = jobShape.safeParse(stored.data);
    if (!job.success) return log('foreign job dropped', { lane });
    atWork += 1;
    try {
      await run(job.data);
    } finally {
      atWork -= 1;
      endings += 1;
      ended();
      if (atWork === 0) isOver?.();
    }
  };
  const worker = new Worker(name, begin, {
    prefix,
    connection: client,
    concurrency: room,
    lockDuration: lockMs,
    stalledInterval: stalledMs,
    maxStalledCount: 0,
  });
  const rest = (): void => {
    if (worker.isPaused()) return;
    void worker.pause(true);
    clock.after(restMs, () => void (ending || worker.resume()));
  };
  const taken = watchTaken(worker);
  worker.on('error', (error) => {
    tell(error);
    if (error.name === 'ReplyError') rest();
  });

  return {
    isBusy: () => atWork > 0 || taken.size > 0,
    endings: () => endings,
    end: async () => {
      ending = true;
      await worker.pause(true);
      if (atWork > 0) await new Promise<void>((resolve) => void (isOver = resolve));
      // BullMQ asks Redis to write its end down before this turn is over.
      await nextTurn();
    },
    // BullMQ's own gentle close waits for a Redis that is away for ever; whatever it waits for is over by now.
    close: () => worker.close(true),
  };
}

/** The ids of jobs that it took and has not begun: BullMQ takes several before it begins the first. */
function watchTaken(worker: Worker): Set<string | undefined> {
  const taken = new Set<string | undefined>();
  worker.on('active', ({ id }) => void taken.add(id));
  // One that stalled in the hands of a dead process is failed without being begun.
  worker.on('failed', (stored) => void taken.delete(stored?.id));
  return taken;
}

/** After everything that follows from what has come so far. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
