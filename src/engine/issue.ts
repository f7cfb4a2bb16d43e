/** Faults of one file that are told: nobody reads on after a hundred, and most of them come from the first few. */
export const MOST_TOLD = 100;

/**
 * One fault of a flow. The sentence stands in the locale under `periksa.<code>`, with `params` filled in,
 * so that it can be read in Indonesian and in English.
 */
export interface Issue {
  readonly code: string;
  readonly severity: 'fault' | 'warning';
  readonly file: string;
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly params: Readonly<Record<string, string | number>>;
}
