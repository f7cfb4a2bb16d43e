/**
 * What one process at a time should do (sweep, ask Telegram for news, hold a WhatsApp account): held for a while on the
 * store's clock, and lost when it is not renewed. A holder counts from before it asked, on both of its own clocks.
 */
export interface Leases {
  /** Makes or keeps `owner` the holder of `name` for `forMs` from now. False: somebody else holds it. */
  take(name: string, owner: string, forMs: number): Promise<boolean>;
  /** Lets go at once; nothing when it is not the holder. */
  release(name: string, owner: string): Promise<void>;
}
