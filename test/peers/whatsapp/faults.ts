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

/** True when this fault is for this iq, or for the bot's message to this person. */
export function isFor(fault: Fault, iq: string | null, person: number | null): boolean {
  return (fault.iq ?? null) === iq && (fault.person === undefined || fault.person === person);
}
