/**
 * Time for everything above the pure rooms. Embedded, it is also the store's clock, and a test or a demonstration may
 * move it forward; distributed, `now` follows the database server's clock, and the machine's own may be an hour wrong.
 */
export interface Clock {
  /** Epoch milliseconds, as everybody who works on this store sees them. */
  now(): number;
  /** Epoch milliseconds of this machine alone: only good for noticing that it stood still. */
  wall(): number;
  /** Milliseconds that never go back, from a start that means nothing: for leases and slots. */
  monotonic(): number;
  /** Runs `then` once, after at least `ms` (0: as soon as possible). The answer takes it back; twice is harmless. */
  after(ms: number, then: () => void): () => void;
}
