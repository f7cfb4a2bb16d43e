import type { Service } from '../../domain/message.ts';
import type { Operations } from '../../domain/operation.ts';
import type { Address, Addresses } from '../../domain/ports/addresses.ts';
import type { Deliveries, NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import type { Session } from '../../engine/session.ts';
import type { Facts, Input, Out, Turn } from '../../engine/turn.ts';

/** Everything that handling an address needs; the flows are already inside `takeTurn`. */
export interface Handling {
  readonly inbox: Inbox;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly queue: Queue;
  readonly log: Log;
  readonly operations: Operations;
  readonly takeTurn: (session: Session | null, input: Input, facts: Facts) => Turn;
  /** When the session wants to be looked at although nobody wrote. */
  readonly nextLook: (session: Session) => number | null;
  readonly readPerson: (address: Address) => Promise<Person>;
  /** Reminders of a draft that lies idle: those due now, and when to look again. Ids derive from `heardAt`. */
  readonly remindDraft: (address: Address, now: number) => DraftReminders;
  /** True when the person gives up (batal) or asks for a human (petugas): ends a deed that keeps failing. */
  readonly givesUp: (input: Input | Service) => boolean;
  readonly words: Words;
  /** A name for one holding of an address that no other process uses. */
  readonly newOwner: () => string;
}

/** What a turn may know about the person besides time and needs. */
export interface Person {
  readonly facts: Omit<Facts, 'turnId' | 'now' | 'found'>;
  /** The officer's id when the person is one. */
  readonly officer: string | null;
}

export interface DraftReminders {
  readonly owed: readonly NewDelivery[];
  readonly next: number | null;
}

/** The sentences that the service itself says, outside every flow. */
export interface Words {
  /** Their message could not be handled and was set aside. */
  readonly apology: Out;
  /** What they asked for takes longer; nothing is lost. */
  readonly delayed: Out;
  /** The deed that kept failing was given up at their word. */
  readonly givenUp: Out;
  readonly unreadable: (kind: string) => Out;
}

/** Three deaths or errors on one input are the input's fault; a store that is away is not counted. */
export const poisonLimit = 3;

/** A deed that failed this often is slow: the person is told once, an officer gets a line. */
export const deedPatience = 5;

/** One second, doubled each time, at most an hour: what fails is neither hammered nor overslept. */
export function backOffMs(failures: number): number {
  return Math.min(1000 * 2 ** (failures - 1), 60 * 60_000);
}
