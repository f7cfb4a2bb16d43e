import type { Channel, Part } from '../../domain/channel.ts';
import type { Category } from '../../domain/cost.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Addresses } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries, Delivery } from '../../domain/ports/deliveries.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Media } from '../../domain/ports/media.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import type { Slots } from '../../domain/ports/slots.ts';
import type { Out } from '../../engine/turn.ts';
import type { Lead } from './lead.ts';
import type { Ration } from './ration.ts';

/** Everything that sending needs. */
export interface Sending {
  readonly deliveries: Deliveries;
  readonly addresses: Addresses;
  readonly accounts: Accounts;
  readonly inbox: Inbox;
  readonly media: Pick<Media, 'read'>;
  readonly queue: Queue;
  readonly slots: Slots;
  readonly clock: Clock;
  readonly log: Log;
  /** null: that account is not connected in this process. */
  readonly channelOf: (account: string) => Channel | null;
  /** Whether this process may begin a message of this account: not where another one has its only connection. */
  readonly sendsHere: (account: string) => boolean;
  /** The look: may this push still go, now that its mark is written? Reads what the row depends on. */
  readonly mayGo: (row: Delivery) => Promise<Verdict>;
  /** Sources that are paused or not yet running: their rows are not worth claiming. */
  readonly heldSources: () => Promise<readonly string[]>;
  /** Sources of announcements that are being sent: their rows yield to everything else. */
  readonly newsSources: () => Promise<readonly string[]>;
  /** Writes down an approved form that was taken: platforms charge for it. */
  readonly countCost: (row: Delivery, category: Category) => Promise<void>;
  /** Whose links are counted. */
  readonly links: LinkDresser;
  /** How much each account may begin by itself. */
  readonly ration: Ration;
  /** The platform refuses this content for everyone: its source should stop. */
  readonly reportFault: (row: Delivery, code: string) => Promise<void>;
  /** How long gate, mark and look take on this store 99 of 100 times, before anything was seen of it. */
  readonly leadMs: number;
}

/** What sending does about the links of an announcement; a row without counted ones is left as it is. */
export interface LinkDresser {
  /** The message with each link as long as it can become: it is cut there for everybody alike, so that parts keep their places. */
  readonly widest: (row: Delivery) => Out | null;
  /** A part of it as this person may get it now, the best first: with counted links if their last word about that was a yes. */
  readonly ways: (row: Delivery, part: Part) => Promise<readonly [Part, ...(readonly Part[])]>;
  /** The platform took this part. */
  readonly carried: (row: Delivery, part: Part) => void;
}

/** Sending with what it has learned meanwhile. */
export interface Delivering extends Sending {
  readonly lead: Lead;
}

export type Verdict =
  | { readonly type: 'go' }
  | { readonly type: 'wait'; readonly forMs: number; readonly code: string }
  | { readonly type: 'cancelled' | 'skipped' | 'expired'; readonly code: string };

/** The gate and the mark as one pass: from its first write on, five seconds are left to begin the call. */
export interface Pass {
  readonly flight: number;
  readonly attempt: number;
  readonly chat: string;
  readonly monotonic: number;
  readonly wall: number;
}

/** A call that begins later than this after its gate was entered might meet a sweep that has given it up. */
export const passLifeMs = 5000;

/** A call begins within this of its slot, or the slot is lost: else a stall would let a crowd through at once. */
export const slotWidthMs = 20;

/** No mark in the last minute before a deadline or the quiet hours: the call may come that much later. */
export const markMarginMs = 60_000;

export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
