/**
 * What can be wrong with Redis, none of it a bug. The sentence that says what to do stands in the locale under
 * `redis.<code>`, with `params` filled in; it never holds the address' password.
 */
export type QueueTroubleCode =
  /** Not reachable; `host`. */
  | 'queue_away'
  /** User or password are wrong, or the user may not do what a queue needs; `host`. */
  | 'queue_refused'
  /** It throws keys away when it is full: `policy` instead of `noeviction`. */
  | 'queue_evicts'
  /** `found`, `needed`. */
  | 'queue_old'
  /** A Redis Cluster: the lanes and the rates need one server. */
  | 'queue_cluster';

/** Thrown at start and by `doctor`. While the service runs, a Redis that is away costs time and nothing else. */
export class QueueTrouble extends Error {
  readonly code: QueueTroubleCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: QueueTroubleCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'QueueTrouble';
    this.code = code;
    this.params = params;
  }
}
