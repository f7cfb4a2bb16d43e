import type { Service } from '../../domain/message.ts';
import type { Operations } from '../../domain/operation.ts';
import type { Address, Addresses } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries } from '../../domain/ports/deliveries.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Media } from '../../domain/ports/media.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import type { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { SetAside } from '../../domain/set-aside.ts';
import type { Session } from '../../engine/session.ts';
import type { Facts, Found, Input, Need, Out, Turn } from '../../engine/turn.ts';
import type { Forbid } from '../sending/forbid.ts';

/** Everything that handling an address needs; `takeTurn` finds the flows that are live and those of the session. */
export interface Handling {
  readonly inbox: Inbox;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  readonly operations: Operations;
  readonly takeTurn: (session: Session | null, input: Input, facts: Facts) => Turn | Promise<Turn>;
  /** When the session wants to be looked at although nobody wrote: by day, for looking may say something. */
  readonly nextLook: (session: Session, now: number) => number | null;
  readonly readPerson: (address: Address) => Promise<Person>;
  /** Answers a `Need` of type `media`. */
  readonly keepMedia: (held: Address, need: Need) => Promise<Found>;
  readonly media: Pick<Media, 'claim' | 'release'>;
  /**
   * Whether these words end a deed that keeps failing. `answered`: by that alone (batal, petugas); `heard`: they are heard
   * afterwards, with nothing open (stop).
   */
  readonly givesUp: (input: Input | Service) => false | 'answered' | 'heard';
  /** The service's own sentences in a language; absent: none was chosen. */
  readonly words: (language?: string) => Words;
  /** Keeps what does not open of an address; twice is once. */
  readonly setAside: (one: SetAside) => Promise<unknown>;
  readonly stopPushes: Forbid['stopPushes'];
  /** A name for one holding of an address that no other process uses. */
  readonly newOwner: () => string;
}

/** What a turn may know about the person besides time and needs. */
export interface Person {
  readonly facts: Omit<Facts, 'turnId' | 'now' | 'found'>;
  /** The officer's id when the person is one. */
  readonly officer: string | null;
  /** What is known of them does not open: no turn can be taken. */
  readonly trouble?: StoreTrouble;
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
  readonly damage: (what: Damage) => Out;
}

/**
 * What does not open, for whoever waits for an answer: the conversation so far; what they asked for (perhaps STOP); records that
 * their message needs; the same, and they said STOP, which holds.
 */
type Damage = 'percakapan' | 'permintaan' | 'data' | 'berhenti';

/** Three deaths or errors on one input are the input's fault; a store that is away is not counted. */
export const poisonLimit = 3;

/** A deed that failed this often is slow: the person is told once, an officer gets a line. */
export const deedPatience = 5;

/** The deed that an order to forget somebody becomes: the service's own, so nobody hears of it, and nobody can give it up. */
export const forgetting = 'lupakan_warga';

/** One second, doubled each time, at most an hour: what fails is neither hammered nor overslept. */
export function backOffMs(failures: number): number {
  return Math.min(1000 * 2 ** (failures - 1), 60 * 60_000);
}
