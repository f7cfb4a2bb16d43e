import type { Lane } from '../domain/ports/deliveries.ts';
import type { Apart, Job } from '../domain/ports/queue.ts';

type Run = (job: Job) => Promise<void>;

/** A reply lane and a bulk lane, and those who work on them in this process. */
export interface Team {
  /** Works on the lanes from now on; nothing when it does. */
  readonly begin: (run: Run) => void;
  /** Begins nothing more; resolves when what was begun is over. */
  readonly end: () => Promise<void>;
}

/** Everybody's team, and one for each account that was set apart. */
export interface Teams<Each extends Team> {
  readonly all: () => readonly Each[];
  readonly of: (job: Job) => Each;
  readonly start: (run: Run) => void;
  readonly setApart: (account: string) => Apart;
}

/** `open`: makes the team of an account; null: everybody's. */
export function createTeams<Each extends Team>(open: (account: string | null) => Each): Teams<Each> {
  const common = open(null);
  /** `begun`: it works, or will from the start on. */
  const apart = new Map<string, { readonly team: Each; begun: boolean }>();
  let given: Run | null = null;
  return {
    all: () => [common, ...[...apart.values()].map(({ team }) => team)],
    of: (job) => (job.type === 'handle' ? null : apart.get(job.account)?.team) ?? common,
    start: (run) => {
      given = run;
      common.begin(run);
      for (const { team, begun } of apart.values()) if (begun) team.begin(run);
    },
    setApart: (account) => {
      const own = { team: open(account), begun: false };
      apart.set(account, own);
      return {
        begin: () => {
          own.begun = true;
          if (given !== null) own.team.begin(given);
        },
        end: () => {
          own.begun = false;
          return own.team.end();
        },
      };
    },
  };
}

/** Replies have their own lane, and so has whatever comes in: a push of any size leaves them room. */
export function laneOf(job: Job): Lane {
  return job.type === 'pump' ? job.lane : 'reply';
}
