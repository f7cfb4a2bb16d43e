import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import { laneOf } from '../teams.ts';
import { createLane } from './inline-lane.ts';
import type { JobLane } from './inline-lane.ts';

/**
 * Jobs at work in each lane. Replies mostly wait for the disk, and all that wait together share one flush: at 64 a flush
 * carried 4 turns, at 256 it carries 16. A bulk job is a whole pump.
 */
const room: Readonly<Record<Lane, number>> = { reply: 256, bulk: 4 };

/** A reply lane and a bulk lane, of everybody or of one account, as one. */
export type InlineTeam = JobLane;

export function createInlineTeam(clock: Clock): InlineTeam {
  const lanes = { reply: createLane(clock, room.reply), bulk: createLane(clock, room.bulk) };
  const all: readonly JobLane[] = Object.values(lanes);
  const busy = (): boolean => all.some((lane) => lane.busy());
  const idle = async (): Promise<void> => {
    while (busy()) await Promise.all(all.map((lane) => lane.idle()));
  };
  return {
    add: (job) => lanes[laneOf(job)].add(job),
    begin: (run) => all.forEach((lane) => lane.begin(run)),
    end: async () => {
      await Promise.all(all.map((lane) => lane.end()));
    },
    clear: () => all.forEach((lane) => lane.clear()),
    stuckMs: () => Math.max(...all.map((lane) => lane.stuckMs())),
    busy,
    idle,
  };
}
