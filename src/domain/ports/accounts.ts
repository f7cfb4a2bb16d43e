/** What holds for a whole channel account: a freeze after 429, a halt after a refused token. */
export interface Accounts {
  /** Nothing is sent for `forMs` from now; never shortens a longer freeze. */
  freeze(account: string, forMs: number): Promise<void>;
  /** Nothing is sent until `resume`; the first code stays. */
  halt(account: string, code: string): Promise<void>;
  /** Ends a halt (start-up with a working token). Nothing when there is none. */
  resume(account: string): Promise<void>;
  /** An account never heard of is free. */
  read(account: string): Promise<AccountState>;
}

interface AccountState {
  /** Milliseconds of the freeze that are left, on the store's clock; 0: none. */
  readonly frozenForMs: number;
  readonly halted: string | null;
}
