import type { Clock } from '../../domain/ports/clock.ts';
import type { Job } from '../../domain/ports/queue.ts';

/** Jobs of one kind, so many at work at once; none before it begins. */
export interface JobLane {
  readonly add: (job: Job) => void;
  readonly begin: (run: (job: Job) => Promise<void>) => void;
  /** Begins nothing more until it begins again; resolves when what was begun is over. */
  readonly end: () => Promise<void>;
  /** Forgets what has not begun. */
  readonly clear: () => void;
  readonly busy: () => boolean;
  readonly stuckMs: () => number;
  readonly idle: () => Promise<void>;
}

export function createLane(clock: Clock, places: number): JobLane {
  let waiting: Job[] = [];
  let atWork = 0;
  let movedAt = clock.monotonic();
  let run: ((job: Job) => Promise<void>) | null = null;
  let listeners: (() => void)[] = [];

  const busy = (): boolean => atWork > 0 || (run !== null && waiting.length > 0);
  const fill = (): void => {
    if (run !== null) {
      const begun = waiting.splice(0, places - atWork);
      atWork += begun.length;
      for (const job of begun) void work(run, job);
    }
    if (busy()) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  };
  const idle = (): Promise<void> => (busy() ? new Promise((resolve) => listeners.push(resolve)) : Promise.resolve());
  const work = async (given: (job: Job) => Promise<void>, job: Job): Promise<void> => {
    try {
      await given(job);
    } finally {
      atWork -= 1;
      movedAt = clock.monotonic();
      fill();
    }
  };

  return {
    add: (job) => {
      if (waiting.length === 0) movedAt = clock.monotonic();
      waiting.push(job);
      fill();
    },
    begin: (given) => {
      run = given;
      movedAt = clock.monotonic();
      fill();
    },
    end: () => {
      run = null;
      return idle();
    },
    clear: () => {
      waiting = [];
    },
    busy,
    stuckMs: () => (run === null || waiting.length === 0 ? 0 : clock.monotonic() - movedAt),
    idle,
  };
}
