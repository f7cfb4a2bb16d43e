import type { Deliveries, Delivery } from '../domain/ports/deliveries.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Job } from '../domain/ports/queue.ts';
import { kindOf } from './kind-of.ts';
import type { Pump } from './sending/pump-lane.ts';

export interface Running {
  readonly handleAddress: (id: string) => Promise<void>;
  readonly deliver: (row: Delivery) => Promise<void>;
  readonly pump: Pump;
  readonly deliveries: Deliveries;
  readonly log: Log;
}

/** The door of the queue: one handler for every kind of job, and the one place that catches what it throws. */
export function createRunJob(use: Running): (job: Job) => Promise<void> {
  return async (job) => {
    try {
      await run(use, job);
    } catch (error) {
      use.log('job failed', { job: job.type, error: kindOf(error) });
    }
  };
}

async function run(use: Running, job: Job): Promise<void> {
  switch (job.type) {
    case 'handle':
      return use.handleAddress(job.address);
    case 'pump':
      return use.pump.run(job.account, job.lane);
    case 'reply': {
      const row = await use.deliveries.read(job.delivery);
      if (row !== null && (row.state === 'pending' || row.state === 'claimed')) await use.deliver(row);
    }
  }
}
