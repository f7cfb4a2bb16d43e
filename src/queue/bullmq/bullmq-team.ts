import type { Redis } from 'ioredis';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Job } from '../../domain/ports/queue.ts';
import { laneOf } from '../teams.ts';
import type { Team } from '../teams.ts';
import { startCrew } from './crew.ts';
import type { Crew } from './crew.ts';
import { createTeller } from './lane-settings.ts';
import { createLane } from './lane.ts';

export interface BullmqTeamSettings {
  readonly prefix: string;
  /** For asking, connected; stays its owner's. */
  readonly ask: Redis;
  /** Another connection, for workers. */
  readonly connectToWork: () => Redis;
  readonly clock: Clock;
  readonly log: Log;
}

/** The lanes of everybody or of one account, in Redis. */
export interface BullmqTeam extends Team {
  /** Rejects when Redis does not take it. */
  readonly add: (job: Job) => Promise<void>;
  /** Whether a job is at work here, or waits for those who work here. */
  readonly isBusy: () => Promise<boolean>;
  /** The names of the lanes that are worked on here, with the jobs that wait in them. */
  readonly waiting: () => Promise<readonly (readonly [lane: string, jobs: number])[]>;
  /** After `end`. */
  readonly close: () => Promise<void>;
}

/** `account`: whose lanes they are; null: everybody's. `ended` is told the name of the lane for each job that ended here. */
export function createBullmqTeam(
  use: BullmqTeamSettings,
  account: string | null,
  ended: (lane: string) => void,
): BullmqTeam {
  const lanes = { reply: openLane(use, 'reply', account), bulk: openLane(use, 'bulk', account) };
  const all = Object.values(lanes);
  let crew: Crew | null = null;
  let leaving: Promise<unknown> = Promise.resolve();
  return {
    add: (job) => lanes[laneOf(job)].add(job),
    begin: (run) => {
      crew ??= startCrew(all, use.connectToWork(), run, ended);
    },
    end: async () => {
      leaving = Promise.all([leaving, crew?.dismiss()]);
      crew = null;
      await leaving;
    },
    isBusy: async () => (await crew?.isBusy()) ?? false,
    waiting: async () => {
      if (crew === null) return [];
      return Promise.all(all.map(async (lane) => [lane.name, await lane.waiting(use.ask)] as const));
    },
    close: async () => {
      await Promise.all(all.map((lane) => lane.close()));
    },
  };
}

function openLane({ prefix, ask, clock, log }: BullmqTeamSettings, lane: Lane, account: string | null) {
  // BullMQ takes no colon in the name of a queue.
  const name = account === null ? lane : `${lane}@${encodeURIComponent(account)}`;
  const settings = { name, lane, prefix, clock, log, tell: createTeller({ clock, log, lane }) };
  return { ...settings, ...createLane(settings, ask) };
}
