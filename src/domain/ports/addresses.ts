import type { Session } from '../../engine/session.ts';
import type { Deed } from '../../engine/turn.ts';
import type { DeliveryClass, NewDelivery } from './deliveries.ts';
import type { Page } from './documents.ts';
import type { Closed } from './inbox.ts';

/**
 * One way to reach one person: (channel account, channel user). The document is the commit of every turn and the gate of
 * every send; its two halves are updated by field, never replaced whole. A write that throws has perhaps happened.
 */
export interface Addresses {
  /** Writes it if absent; twice is once. */
  meet(id: string, who: Who): Promise<void>;
  /** null when nobody wrote from there yet. */
  read(id: string): Promise<Address | null>;
  /** Where the person's row of replies stands: asked for every message, so nothing sealed is opened for it. */
  replies(id: string): Promise<RowOfReplies | null>;
  /** How people can be reached there, by address; nothing sealed is opened for it. Absent ones are left out. */
  standings(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** All addresses of a contact, by id. */
  ofContact(contact: string): Promise<readonly Address[]>;
  /** Addresses where a conversation is open, by id: for counts, page after page. */
  talking(page: Page): Promise<readonly Talking[]>;

  /** Makes `owner` its only holder and raises the fence; marks it `open`. `busy`: it is held. */
  take(id: string, owner: string): Promise<Address | 'busy' | 'absent'>;
  /** Whoever holds it will look again before letting go. Absent: nothing. */
  ring(id: string): Promise<void>;
  /**
   * The turn: if fence and turn are those given, stores everything in `commit` and turn + 1, sets `crashes` 0 and renews the
   * holder's lease. False: somebody else has it now, or it was done. Durable when it resolves.
   */
  commit(id: string, hold: { readonly fence: number; readonly turn: number }, commit: Commit): Promise<boolean>;
  /** The holder is at work: its lease begins anew. Nothing when it lost the address. */
  renew(id: string, fence: number): Promise<void>;
  /**
   * Lets go if the fence is ours and nobody rang since `bell`: owner, `open`, did and owed are emptied, `next` is set.
   * `stumbled`: the input could not be handled; `crashes` + 1, and the bell does not matter. False: look again.
   */
  release(id: string, hold: { readonly fence: number; readonly bell: number }, after: Release): Promise<boolean>;
  /**
   * Takes every address from a holder that has been silent for `leaseMs` (0: from all, when it is certain that no holder
   * lives): owner null, `crashes` + 1, `next` null; it stays `open`.
   */
  disown(leaseMs: number): Promise<void>;
  /** Open addresses that nobody holds. */
  unfinished(limit: number): Promise<readonly string[]>;
  /** Addresses whose `next` has come and that nobody holds. */
  due(limit: number): Promise<readonly string[]>;

  /** Lets one send begin, or says why not. One at a time; the flight number of an open gate is new. */
  enter(id: string, ask: GateAsk): Promise<Gate>;
  /**
   * Ends that flight; `pushDay` notes that the person had a push. The row of replies as it stood at that moment; null, and
   * nothing: it is not the one in flight.
   */
  leave(id: string, flight: number, pushDay: string | null): Promise<RowOfReplies | null>;
  /** `nextReply` from `seq` to `seq` + 1; nothing when it stands elsewhere. */
  advance(id: string, seq: number): Promise<void>;
  /** Gates entered more than `ageMs` ago. */
  stuck(ageMs: number, limit: number): Promise<readonly { readonly id: string; readonly flight: Flight }[]>;

  /** Sets what the person refuses, if `version` is higher than the last; twice is once. */
  forbid(id: string, refusal: Refusal, version: number): Promise<void>;
  /** The platform says that nobody can be reached there (or can again). */
  setDead(id: string, dead: boolean): Promise<void>;
  /** Notes one doubtful refusal and tells how many there were within `windowMs`, this one included. */
  strike(id: string, windowMs: number): Promise<number>;
  /** The platform gave the chat a new id. */
  move(id: string, chat: string): Promise<void>;
}

interface Who {
  readonly contact: string;
  readonly account: string;
  /** The platform's own id; sealed at rest. */
  readonly chat: string;
}

/** The half of the turn: who holds an address, and what its turns left there. */
export type AddressTurns = Pick<
  Addresses,
  | 'meet'
  | 'read'
  | 'replies'
  | 'standings'
  | 'ofContact'
  | 'talking'
  | 'take'
  | 'ring'
  | 'commit'
  | 'renew'
  | 'release'
  | 'disown'
  | 'unfinished'
  | 'due'
>;

/** The half of sending: the gate, and what shuts it. */
export type AddressGate = Omit<Addresses, keyof AddressTurns>;

/** Whether a push would arrive there. */
export type Standing = Pick<Address, 'heardAt' | 'dead'>;

export interface Talking {
  readonly id: string;
  /** null: its seal does not open. */
  readonly session: Session | null;
}

export interface RowOfReplies {
  /** Number of the last reply that was owed; 0 before the first. */
  readonly lastReply: number;
  /** Number of the reply whose turn it is; 1 before the first. */
  readonly nextReply: number;
}

export interface Address extends Who, RowOfReplies {
  readonly id: string;
  readonly owner: string | null;
  /** When it was taken or last committed, on the store's clock: the holder's "now". */
  readonly ownedAt: number;
  readonly fence: number;
  readonly bell: number;
  /** Times that a holder died or stumbled since the last commit. */
  readonly crashes: number;
  readonly turn: number;
  readonly session: Session | null;
  readonly wait: Wait | null;
  /** Inbox rows that the last commit handled; closed by whoever holds the address. */
  readonly did: readonly Closed[];
  /** Deliveries that the last commit owes; copied by whoever holds the address. */
  readonly owed: readonly NewDelivery[];
  /** When the person last said something, on the store's clock. */
  readonly heardAt: number | null;
  /** When somebody must look at it although nobody wrote. */
  readonly next: number | null;
  readonly flight: Flight | null;
  /** When the last message to the person began to leave; 0: none did. */
  readonly flightAt: number;
  readonly refusal: Refusal;
  readonly dead: boolean;
  /** Local day (2026-12-01) of the last push. */
  readonly pushDay: string | null;
  /** What does not open of it (altered on the disk, or without its key), base64; it reads as empty. A commit writes over it. */
  readonly unopened?: Unopened | undefined;
}

/** The sealed parts of an address; whatever is refused, and which turn it is, is not among them. */
export type Unopened = Readonly<Partial<Record<'chat' | 'session' | 'wait' | 'owed', string>>>;

/** The intent of a deed: stored before it is done, kept until its result is committed. */
export interface Wait {
  readonly deed: Deed;
  /** `now` of the turn that wanted it. */
  readonly at: number;
  readonly failures: number;
}

export interface Commit {
  readonly session: Session | null;
  readonly wait: Wait | null;
  readonly did: readonly Closed[];
  readonly owed: readonly NewDelivery[];
  readonly lastReply: number;
  readonly heardAt: number | null;
}

interface Release {
  readonly next: number | null;
  readonly stumbled: boolean;
}

export interface Flight {
  readonly delivery: string;
  readonly class: DeliveryClass;
  readonly number: number;
}

export interface Refusal {
  readonly stopped: boolean;
  /** Purposes of consent that were taken back. */
  readonly muted: readonly string[];
}

export interface GateAsk {
  readonly delivery: string;
  readonly class: DeliveryClass;
  readonly seq: number | null;
  readonly purpose: string | null;
  /** Local day, when the row yields to a push of the same day; null otherwise. */
  readonly yieldsOn: string | null;
  /** The last flight must have ended at least this long ago. */
  readonly perChatMs: number;
  /** The person must not have said anything for this long (a push that starts a flow); 0: does not matter. */
  readonly silentMs: number;
}

export type Gate =
  | { readonly type: 'open'; readonly flight: number; readonly chat: string }
  /**
   * `busy`: one is in flight; `early`: another reply is first; `passed`: that reply's turn is over; `soon`: per-chat pace;
   * `talking`: the person said something just now; `today`: had a push today; the rest: never. `absent` is also one of which
   * nobody can read any more where it is.
   */
  | { readonly type: 'shut'; readonly why: ShutWhy };

export type ShutWhy =
  | 'busy'
  | 'early'
  | 'passed'
  | 'soon'
  | 'talking'
  | 'today'
  | 'stopped'
  | 'muted'
  | 'dead'
  | 'absent';
