import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Log } from '../../domain/ports/log.ts';

/** What both sides of a lane are made with. */
export interface LaneSettings {
  /** What BullMQ calls it. */
  readonly name: string;
  readonly lane: Lane;
  readonly prefix: string;
  /** For what BullMQ complains of by itself. */
  readonly tell: (error: Error) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two lines about what BullMQ complains of. */
const quietMs = 10_000;

/**
 * BullMQ's complaints by their kind, one line in a while: a Redis that was flushed or has no memory left brings one per
 * job. A lost connection is told elsewhere, and a job whose lock or key is gone ran all the same.
 */
export function createTeller({ log, clock, lane }: { log: Log; clock: Clock; lane: Lane }): (error: Error) => void {
  let toldAt = -Infinity;
  return (error) => {
    if (isConnectionLoss(error) || clock.monotonic() - toldAt < quietMs) return;
    toldAt = clock.monotonic();
    log('queue complains', { lane, error: error.name });
  };
}

/** Errors of sockets have a code that is a word; BullMQ's own have a number, and those of Redis have none. */
function isConnectionLoss(error: Error): boolean {
  const isSocket = 'code' in error && typeof error.code === 'string';
  return isSocket || /^(Connection is closed|Socket timeout)/u.test(error.message);
}
