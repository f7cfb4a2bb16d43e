/**
 * What a store brings to a contract suite beside its ports. No suite moves a store's clock: `pass` makes it as if that
 * time had gone by, by a movable clock or by ageing every row.
 */
export interface Bench {
  /** The store's clock. */
  now(): number;
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty store for one test. */
export type OpenBench<Ports> = () => Promise<Bench & Ports>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
