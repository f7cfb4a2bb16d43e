import type { Role } from '../../src/wire/roles.ts';

/** What one life of the service is told at its birth, as JSON in its first argument. */
export interface Orders {
  /** Settings of the environment: the pair, the platform, the port. */
  readonly settings: Readonly<Record<string, string>>;
  readonly role: Role;
  /** Seats of the batch that everybody wants, and of the one that has room for the rest. */
  readonly seats: number;
  readonly room: number;
  /** Channels without a pace. */
  readonly fast: boolean;
  /** How far the service's clock is ahead of the machine's; only where it is the service's own. */
  readonly aheadMs: number;
  /** The name of a mutant of the store; null: the store as it is. */
  readonly mutant: string | null;
}

/**
 * What the harness may ask a living service: how much work is left; to end what it has begun; to sweep `passMs` later than
 * it was, and then how much work is left; to end in good order.
 */
export type Question = 'open' | 'settle' | 'sweep' | 'stop';

export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly count: number }
  | { readonly type: 'log'; readonly event: string };

/** The batch that more people want than it has seats, and the one where everybody else finds one. */
export const wantedBatch = 'kk-1';
export const roomyBatch = 'pd-2';

/** One step of passing time: a sweep's distance. */
export const passMs = 15_000;
