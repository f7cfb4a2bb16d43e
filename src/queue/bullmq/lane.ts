import { Queue } from 'bullmq';
import type { JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';

import type { Job } from '../../domain/ports/queue.ts';
import type { LaneSettings } from './lane-settings.ts';

/** Nobody reads the events of a queue; BullMQ keeps 10,000 of them unless told otherwise. */
const eventsKept = 100;

/** A pump that waits stands for every ring of its lane, but not for longer: its ring may be lost with a process. */
const pumpStandsMs = 30_000;

/**
 * A job leaves nothing behind and is tried once, also when its process died: the sweep finds what it was about. It has no
 * delay here either, for BullMQ judges delays by the wall clocks of who rings and who works.
 */
const jobOptions: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** One BullMQ queue, from outside. */
export interface JobLane {
  /** Rejects when Redis does not take it. */
  readonly add: (job: Job) => Promise<void>;
  /** Jobs that nobody has begun, as this connection's Redis counts them. */
  readonly waiting: (client: Redis) => Promise<number>;
  /** The job is about to look: from here on a ring is perhaps about something that it does not see any more. */
  readonly begin: (job: Job) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `ask` stays its owner's. */
export function createLane({ name, prefix, tell }: LaneSettings, ask: Redis): JobLane {
  const queue = new Queue(name, { prefix, connection: ask, streams: { events: { maxLen: eventsKept } } });
  queue.on('error', tell);
  return {
    add: async (job) => {
      const id = standsFor(job);
      const deduplication = id === null ? {} : { deduplication: { id, ttl: pumpStandsMs } };
      await queue.add(job.type, job, { ...jobOptions, ...deduplication });
    },
    waiting: (client) => client.llen(queue.toKey('wait')),
    begin: async (job) => {
      const id = standsFor(job);
      if (id !== null) await queue.removeDeduplicationKey(id);
    },
    close: () => queue.close(),
  };
}

/**
 * What a waiting job stands for. A pump that waits will look at its whole lane after this ring, so it stands for it. Once
 * begun it stands for nothing; and no other job ever does, for it may be about something newer than what the waiting one
 * is about.
 */
function standsFor(job: Job): string | null {
  return job.type === 'pump' ? `${job.account}.${job.lane}` : null;
}
