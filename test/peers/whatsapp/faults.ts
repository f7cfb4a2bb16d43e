/** A fault on demand: what it meets, how often, and what happens then. */
export interface Fault {
  /** An iq by its namespace (`usync`, `encrypt`), or `offline`, a backlog whose end is not told; a message of the bot when absent. */
  readonly iq?: string;
  /** Only messages to this person. */
  readonly person?: number;
  /** How many it meets; 1 when absent. */
  readonly times?: number;
  /** Refused with this code: 463 restricted, 479 malformed, 429 too fast. */
  readonly code?: number;
  /** Done, but never answered. */
  readonly silent?: boolean;
  /** The socket breaks. `before`: nothing was done. `after`: it was done, and the answer is lost. */
  readonly drop?: 'before' | 'after';
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The first fault that this meets; it is then used once. */
  next(iq: string | null, person: number | null): Fault | null;
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
    next: (iq, person) => {
      const met = waiting.find(
        ({ fault }) => (fault.iq ?? null) === iq && (fault.person === undefined || fault.person === person),
      );
      if (met === undefined) return null;
      met.left -= 1;
      if (met.left === 0) waiting = waiting.filter((other) => other !== met);
      return met.fault;
    },
  };
}
