/** What one life of the service is told at its birth, as JSON in its first argument. */
export interface Orders {
  readonly dataDir: string;
  readonly apiRoot: string;
  readonly token: string;
  /** Where the webhook listens; null: long polling. */
  readonly port: number | null;
  /** Seats of the batch that everybody wants, and of the one that has room for the rest. */
  readonly seats: number;
  readonly room: number;
  /** Channels without a pace. */
  readonly fast: boolean;
  /** How far the service's clock is ahead of the machine's. */
  readonly aheadMs: number;
  /** The name of a mutant of the store; null: the store as it is. */
  readonly mutant: string | null;
}

/**
 * What the harness may ask a living service: how much work is left; to let time pass, when nobody has anything to do
 * until then; to end in good order.
 */
export type Question = 'open' | 'pass' | 'stop';

export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly count: number }
  | { readonly type: 'log'; readonly event: string };

/** The batch that more people want than it has seats, and the one where everybody else finds one. */
export const wantedBatch = 'kk-1';
export const roomyBatch = 'pd-2';

/** One step of passing time: a sweep's distance. */
export const passMs = 15_000;
