import type { Lane } from './deliveries.ts';

/**
 * Rate grants of a channel account as points in time, taken ahead; in any window there are at most rate x window + 1.
 * A slot that is not used is lost. Bulk waits for its share first and takes a slot of the account's then, so replies always have
 * room; its share is a mean over some seconds, so that pushes make up for what a standstill cost them.
 */
export interface Slots {
  /**
   * The next free slot at least `leadMs` away, as milliseconds from the moment this resolves; it may wait before. null:
   * none now, because the account is frozen or whoever grants is not reached for seconds already. The row asks again later.
   */
  take(account: string, lane: Lane, rates: Rates, leadMs: number): Promise<number | null>;
  /** No slot begins for `forMs`, in any process; never shortens a longer freeze. */
  freeze(account: string, forMs: number): Promise<void>;
}

/** Infinity: no limit. */
interface Rates {
  readonly perSecond: number;
  readonly bulkPerSecond: number;
}
