import type { Log } from '../../domain/ports/log.ts';

/** A log that is written on, and how often each event stood in it since the start. */
export interface CountedLog {
  readonly log: Log;
  readonly counts: () => ReadonlyMap<string, number>;
}

/** Event names are few and stable, so a count of each costs nothing; their details are not looked at. */
export function countEvents(log: Log): CountedLog {
  const counts = new Map<string, number>();
  return {
    log: (event, details) => {
      counts.set(event, (counts.get(event) ?? 0) + 1);
      log(event, details);
    },
    counts: () => counts,
  };
}
