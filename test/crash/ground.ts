import type { Store } from '../../src/domain/ports/store.ts';

export type PairName = 'embedded' | 'distributed';

/** What the service stands on: it outlives every process of the service. */
export interface Ground {
  /** Settings that lead a process of the service here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Several processes at once, which wait for each other's leases. */
  readonly shared: boolean;
  /** Redis forgets everything. */
  flush(): Promise<void>;
  /** Lets time pass for what stands in the store, where no process can move its own clock. */
  age(ms: number): Promise<void>;
  /** When the service has let it go. */
  openStore(): Promise<Store>;
  /** What no port tells, because nobody but a harness asks. */
  count(): Promise<Counted>;
  close(): Promise<void>;
}

export interface Counted {
  readonly inbox: Readonly<Record<'new' | 'done' | 'aside', number>>;
  /** Ids of deliveries that were in doubt, and of those of them that were then sent again. */
  readonly doubted: ReadonlySet<string>;
  readonly resent: ReadonlySet<string>;
}
