/**
 * Time for everything above the pure rooms. Embedded, it is also the store's clock, and a test or a demonstration may
 * move it forward; distributed, the store has its own and this one only waits.
 */
export interface Clock {
  /** Epoch milliseconds on the wall. */
  now(): number;
  /** Milliseconds that never go back, from a start that means nothing: for leases and slots. */
  monotonic(): number;
  /** Runs `then` once, after at least `ms` (0: as soon as possible). The answer takes it back; twice is harmless. */
  after(ms: number, then: () => void): () => void;
}
