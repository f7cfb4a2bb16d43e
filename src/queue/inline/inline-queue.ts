import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Job, WatchedQueue } from '../../domain/ports/queue.ts';

/**
 * Jobs at work in each lane. Replies mostly wait for the disk, and all that wait together share one flush: at 64 a flush
 * carried 4 turns, at 256 it carries 16. A bulk job is a whole pump.
 */
const room: Readonly<Record<Lane, number>> = { reply: 256, bulk: 4 };

/** The queue of one process: lanes in memory, timers on the given clock. A crash loses it all, as the port allows. */
export function createInlineQueue({ clock }: { readonly clock: Clock }): WatchedQueue {
  const lanes = { reply: createLane(clock, room.reply), bulk: createLane(clock, room.bulk) };
  const timers = new Set<() => void>();
  let draining = false;

  const wake = (job: Job, delayMs = 0): void => {
    if (draining) return;
    if (delayMs <= 0) return lanes[laneOf(job)].add(job);
    const stop = clock.after(delayMs, () => {
      timers.delete(stop);
      wake(job);
    });
    timers.add(stop);
  };
  const idle = async (): Promise<void> => {
    while (lanes.reply.busy() || lanes.bulk.busy()) await Promise.all([lanes.reply.idle(), lanes.bulk.idle()]);
  };

  return {
    wake: async (job, delayMs) => wake(job, delayMs),
    start: (run) => {
      for (const lane of Object.values(lanes)) lane.start(run);
    },
    idle,
    stuckMs: () => Math.max(lanes.reply.stuckMs(), lanes.bulk.stuckMs()),
    trouble: () => null,
    drain: async () => {
      draining = true;
      for (const stop of timers) stop();
      for (const lane of Object.values(lanes)) lane.clear();
      await idle();
    },
  };
}

function laneOf(job: Job): Lane {
  return job.type === 'pump' ? job.lane : 'reply';
}

interface Jobs {
  readonly add: (job: Job) => void;
  readonly start: (run: (job: Job) => Promise<void>) => void;
  /** Forgets what has not begun. */
  readonly clear: () => void;
  readonly busy: () => boolean;
  readonly stuckMs: () => number;
  readonly idle: () => Promise<void>;
}

function createLane(clock: Clock, places: number): Jobs {
  let waiting: Job[] = [];
  let atWork = 0;
  let movedAt = clock.monotonic();
  let run: ((job: Job) => Promise<void>) | null = null;
  let listeners: (() => void)[] = [];

  const busy = (): boolean => atWork > 0 || (run !== null && waiting.length > 0);
  const fill = (): void => {
    if (run !== null) {
      const begun = waiting.splice(0, places - atWork);
      atWork += begun.length;
      for (const job of begun) void work(run, job);
    }
    if (busy()) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  const work = async (given: (job: Job) => Promise<void>, job: Job): Promise<void> => {
    try {
      await given(job);
    } finally {
      atWork -= 1;
      movedAt = clock.monotonic();
      fill();
    }
  };

  return {
    add: (job) => {
      if (waiting.length === 0) movedAt = clock.monotonic();
      waiting.push(job);
      fill();
    },
    start: (given) => {
      run = given;
      fill();
    },
    clear: () => {
      waiting = [];
    },
    busy,
    stuckMs: () => (waiting.length === 0 ? 0 : clock.monotonic() - movedAt),
    idle: () => (busy() ? new Promise((resolve) => listeners.push(resolve)) : Promise.resolve()),
  };
}
