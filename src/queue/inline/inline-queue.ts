import type { Clock } from '../../domain/ports/clock.ts';
import type { Job, WatchedQueue } from '../../domain/ports/queue.ts';
import { createTeams } from '../teams.ts';
import { createInlineTeam } from './inline-team.ts';

/** The queue of one process: lanes in memory, timers on the given clock. A crash loses it all, as the port allows. */
export function createInlineQueue({ clock }: { readonly clock: Clock }): WatchedQueue {
  const teams = createTeams(() => createInlineTeam(clock));
  const timers = new Set<() => void>();
  let draining = false;

  const wake = (job: Job, delayMs = 0): void => {
    if (draining) return;
    if (delayMs <= 0) return teams.of(job).add(job);
    const stop = clock.after(delayMs, () => {
      timers.delete(stop);
      wake(job);
    });
    timers.add(stop);
  };
  const idle = async (): Promise<void> => {
    while (teams.all().some((team) => team.busy())) await Promise.all(teams.all().map((team) => team.idle()));
  };

  return {
    wake: async (job, delayMs) => wake(job, delayMs),
    start: teams.start,
    setApart: teams.setApart,
    idle,
    stuckMs: () => Math.max(...teams.all().map((team) => team.stuckMs())),
    trouble: () => null,
    drain: async () => {
      draining = true;
      for (const stop of timers) stop();
      for (const team of teams.all()) team.clear();
      await idle();
    },
  };
}
