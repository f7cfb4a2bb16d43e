import type { Lane } from './deliveries.ts';
import type { QueueTrouble } from './queue-trouble.ts';

/**
 * Wake-ups and nothing else: the store knows what is to be done. A job may come twice, late or never; whatever is lost is
 * found by the sweep. Replies have their own lane, so that a push of any size leaves them room.
 */
export interface Queue {
  /** Rings for one job after at least `delayMs`. Never deduplicated: a second ring may be about something newer. */
  wake(job: Job, delayMs?: number): Promise<void>;
  /** Begins to run jobs. `run` never rejects; it is called again for the same job only when that is rung again. */
  start(run: (job: Job) => Promise<void>): void;
  /** Takes no more jobs and resolves when those begun are over. */
  drain(): Promise<void>;
}

/** A queue as the process that runs it sees it. */
export interface WatchedQueue extends Queue {
  /**
   * From now on this account's replies and pumps travel in lanes of their own, which only those work on who begin to. Every
   * process that rings for them says so before it rings.
   */
  setApart(account: string): Apart;
  /** Resolves when nothing is at work or waiting for room; what waits for a later time does not count. */
  idle(): Promise<void>;
  /** Milliseconds for which jobs have waited for room and none has ended; 0: none waits. For health. */
  stuckMs(): number;
  /** Why wake-ups do not arrive just now, for health; null when they do. */
  trouble(): QueueTrouble | null;
}

/** The lanes of one account. */
export interface Apart {
  /** Works on them here from now on, once the queue was started. */
  begin(): void;
  /** Begins none of their jobs here any more, and resolves when those begun are over. What waits is for whoever begins next. */
  end(): Promise<void>;
}

export type Job =
  /** Look at this address: its inbox, its wait, its clock. */
  | { readonly type: 'handle'; readonly address: string }
  /** Send this reply of this account. */
  | { readonly type: 'reply'; readonly account: string; readonly delivery: string }
  /** Send what is due in a lane. */
  | { readonly type: 'pump'; readonly account: string; readonly lane: Lane };
