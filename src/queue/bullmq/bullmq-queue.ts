import type { Redis } from 'ioredis';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Job, WatchedQueue } from '../../domain/ports/queue.ts';
import { disconnect } from './connect.ts';
import { startCrew } from './crew.ts';
import type { Crew } from './crew.ts';
import { createTeller } from './lane-settings.ts';
import { createLane } from './lane.ts';
import type { Outage } from './outage.ts';
import { createPulse } from './pulse.ts';

/** While `idle` waits for jobs that another process may take. */
const lookAgainMs = 20;

export interface BullmqQueueSettings {
  readonly prefix: string;
  /** For asking, connected; `drain` disconnects it. */
  readonly ask: Redis;
  /** Another connection, for workers. */
  readonly connectToWork: () => Redis;
  readonly clock: Clock;
  readonly log: Log;
  readonly outage: Outage;
}

/** Wake-ups over Redis. What is rung for later waits in the memory of who rings: a crash loses it, as the port allows. */
export function createBullmqQueue(use: BullmqQueueSettings): WatchedQueue {
  const { prefix, ask, connectToWork, clock, outage } = use;
  const lanes = { reply: openLane(use, 'reply'), bulk: openLane(use, 'bulk') };
  const timers = new Set<() => void>();
  const listeners = new Set<() => void>();
  let crew: Crew | null = null;
  let drained: Promise<void> | null = null;

  // A Redis without memory still reads: whether it takes what is rung, only a write tells.
  const count = async (): Promise<Record<Lane, number>> => {
    await ask.set(`${prefix}:pulse`, 1, 'PX', 60_000);
    return { reply: await lanes.reply.waiting(ask), bulk: await lanes.bulk.waiting(ask) };
  };
  const pulse = createPulse(clock, () => outage.attempt(count));
  const ended = (lane: Lane): void => {
    pulse.moved(lane);
    for (const tell of listeners) tell();
  };
  const ring = async (job: Job): Promise<void> => {
    if (drained === null) await outage.attempt(() => lanes[laneOf(job)].add(job));
  };
  const ringLater = (job: Job, delayMs: number): void => {
    const stop = clock.after(delayMs, () => {
      timers.delete(stop);
      void ring(job);
    });
    timers.add(stop);
  };
  const drain = async (): Promise<void> => {
    pulse.stop();
    for (const stop of timers) stop();
    await crew?.dismiss();
    await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    await disconnect(ask);
  };
  const idle = async (): Promise<void> => {
    if (drained !== null) return drained;
    if (crew === null || !(await crew.isBusy())) return;
    await nextMove(clock, listeners);
    return idle();
  };

  return {
    wake: async (job, delayMs = 0) => {
      if (drained !== null) return;
      if (delayMs > 0) ringLater(job, delayMs);
      else await ring(job);
    },
    start: (run) => {
      crew = startCrew(Object.values(lanes), connectToWork(), run, ended);
    },
    idle,
    stuckMs: () => Math.max(outage.forMs(), crew === null ? 0 : pulse.stuckMs()),
    trouble: outage.trouble,
    drain: () => (drained ??= drain()),
  };
}

function openLane({ prefix, ask, clock, log }: BullmqQueueSettings, name: Lane) {
  const settings = { name, prefix, clock, log, tell: createTeller({ clock, log, lane: name }) };
  return { ...settings, ...createLane(settings, ask) };
}

function laneOf(job: Job): Lane {
  return job.type === 'pump' ? job.lane : 'reply';
}

/** Resolves when a job ends here, or soon: the last one that waits may be another process's. */
function nextMove(clock: Clock, listeners: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stop();
      listeners.delete(go);
      resolve();
    };
    const stop = clock.after(lookAgainMs, go);
    listeners.add(go);
  });
}
