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

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The first fault that this request meets; it is then used once. */
  next(method: string, chat: unknown): Fault | null;
}

/** The faults that wait to be met, oldest first. */
export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    next: (method, chat) => {
      const met = waiting.find(
        ({ fault }) =>
          (fault.method ?? method) === method && (fault.chat === undefined || String(fault.chat) === String(chat)),
      );
      if (met === undefined) return null;
      met.left -= 1;
      if (met.left === 0) waiting = waiting.filter((other) => other !== met);
      return met.fault;
    },
  };
}
