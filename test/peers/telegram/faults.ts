/** A fault on demand: what it meets, how often, and what happens then. */
export interface Fault {
  readonly method?: string;
  readonly chat?: number;
  /** How many requests it meets; 1 when absent. */
  readonly times?: number;
  /** The refusal: `code` with its `description`. */
  readonly code?: number;
  readonly description?: string;
  readonly retryAfter?: number;
  readonly migrateTo?: number;
  /** Held back this long, by the peer's clock, before anything else happens. */
  readonly latencyMs?: number;
  /** `before`: the connection breaks and nothing was done. `after`: it was done, and the answer is lost. */
  readonly drop?: 'before' | 'after';
  /** Answered with this text instead of JSON, although it was done. */
  readonly garbage?: string;
}

/** True when this fault is for a call of this method to this chat. */
export function isFor(fault: Fault, method: string, chat: unknown): boolean {
  return (fault.method ?? method) === method && (fault.chat === undefined || String(fault.chat) === String(chat));
}
