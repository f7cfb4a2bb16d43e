import type { Inbound } from '../../domain/message.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { orderMs } from './limits.ts';

/** One message of one person, from its first bytes on. */
export interface Arrival {
  readonly person: string;
  readonly id: string;
  readonly order: number;
  readonly at: number;
  /** What it says; null: nothing that is answered. Absent: not opened yet. */
  input?: Inbound['input'] | null;
  /** Those behind it do not wait for it any more. */
  passed: boolean;
}

/** Each person's messages in the order in which they came, though Baileys opens them in another one. */
export interface Lines {
  readonly join: (person: string, id: string, at: number) => Arrival;
  /** What it says is known now; a second time changes nothing. */
  readonly open: (arrival: Arrival, input: Inbound['input'] | null) => void;
  /** It may take long: those behind it go first. */
  readonly pass: (arrival: Arrival) => void;
}

/** Nobody stands in line. `ready` gets opened messages of one person, in order. */
export function createLines(clock: Clock, ready: (arrivals: readonly Arrival[]) => void): Lines {
  const lines = new Map<string, readonly Arrival[]>();
  let order = 0;

  function release(person: string): void {
    const line = lines.get(person) ?? [];
    const stuck = line.findIndex(({ input, passed }) => input === undefined && !passed);
    const [going, rest] = stuck === -1 ? [line, []] : [line.slice(0, stuck), line.slice(stuck)];
    if (rest.length === 0) lines.delete(person);
    else lines.set(person, rest);
    const opened = going.filter(({ input }) => input !== undefined);
    if (opened.length > 0) ready(opened);
    const [first, ...others] = rest;
    if (first !== undefined && others.some(({ input }) => input !== undefined)) clock.after(orderMs, () => pass(first));
  }

  function pass(arrival: Arrival): void {
    if (arrival.passed) return;
    arrival.passed = true;
    release(arrival.person);
  }

  return {
    join: (person, id, at) => {
      order = Math.max(order + 1, clock.now());
      const arrival: Arrival = { person, id, order, at, passed: false };
      lines.set(person, [...(lines.get(person) ?? []), arrival]);
      return arrival;
    },
    open: (arrival, input) => {
      if (arrival.input !== undefined) return;
      arrival.input = input;
      if (lines.get(arrival.person)?.includes(arrival) === true) release(arrival.person);
      else ready([arrival]);
    },
    pass,
  };
}
