import type { Redis } from 'ioredis';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Job, WatchedQueue } from '../../domain/ports/queue.ts';
import { createTeams } from '../teams.ts';
import { createBullmqTeam } from './bullmq-team.ts';
import type { BullmqTeamSettings } from './bullmq-team.ts';
import { disconnect } from './connect.ts';
import type { Outage } from './outage.ts';
import { createPulse } from './pulse.ts';

/** While `idle` waits for jobs that another process may take. */
const lookAgainMs = 20;

export interface BullmqQueueSettings extends BullmqTeamSettings {
  /** `drain` disconnects it. */
  readonly ask: Redis;
  readonly outage: Outage;
}

/** Wake-ups over Redis. What is rung for later waits in the memory of who rings: a crash loses it, as the port allows. */
export function createBullmqQueue(use: BullmqQueueSettings): WatchedQueue {
  const { prefix, ask, clock, outage } = use;
  const timers = new Set<() => void>();
  const listeners = new Set<() => void>();
  let drained: Promise<void> | null = null;

  const ended = (lane: string): void => {
    pulse.moved(lane);
    for (const tell of listeners) tell();
  };
  const teams = createTeams((account) => createBullmqTeam(use, account, ended));

  // A Redis without memory still reads: whether it takes what is rung, only a write tells.
  const count = async (): Promise<ReadonlyMap<string, number>> => {
    await ask.set(`${prefix}:pulse`, 1, 'PX', 60_000);
    const waiting = await Promise.all(teams.all().map((team) => team.waiting()));
    return new Map(waiting.flat());
  };
  const pulse = createPulse(clock, () => outage.attempt(count));
  const ring = async (job: Job): Promise<void> => {
    if (drained === null) await outage.attempt(() => teams.of(job).add(job));
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
    await Promise.all(teams.all().map((team) => team.end()));
    await Promise.all(teams.all().map((team) => team.close()));
    await disconnect(ask);
  };
  const idle = async (): Promise<void> => {
    if (drained !== null) return drained;
    const busy = await Promise.all(teams.all().map((team) => team.isBusy()));
    if (!busy.includes(true)) return;
    await nextMove(clock, listeners);
    return idle();
  };

  return {
    wake: async (job, delayMs = 0) => {
      if (drained !== null) return;
      if (delayMs > 0) ringLater(job, delayMs);
      else await ring(job);
    },
    start: teams.start,
    setApart: teams.setApart,
    idle,
    stuckMs: () => Math.max(outage.forMs(), pulse.stuckMs()),
    trouble: outage.trouble,
    drain: () => (drained ??= drain()),
  };
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
