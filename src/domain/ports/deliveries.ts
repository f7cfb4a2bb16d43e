import type { Out } from '../../engine/turn.ts';
import type { Fields, Zone } from '../../engine/value.ts';

/**
 * One row per message to a person: the only truth about it. Every change is one compare-and-set on the row; `attempt`
 * rises with each mark and makes whoever holds an older one harmless.
 *
 *     pending -claim-> claimed -mark-> sending -settle-> sent | failed | uncertain | cancelled | skipped | expired | pending
 */
export interface Deliveries {
  /**
   * Writes those that are absent, as `pending`; a known id stays as it was, except that `run` rises to the given one.
   * Twice is once. Durable when it resolves.
   */
  add(rows: readonly NewDelivery[]): Promise<void>;
  /** null when it never was or was purged. */
  read(id: string): Promise<Delivery | null>;

  /**
   * Takes up to `limit` rows that are due, `pending` or claimed longer than `leaseMs` ago, oldest `due` first, none of a source
   * in `except`. An economy, so that two pumps rarely meet; safety is in the gate and the mark.
   */
  claim(account: string, lane: Lane, ask: ClaimAsk): Promise<readonly Delivery[]>;
  /**
   * pending | claimed -> sending, `attempt` + 1, if `attempt` and `generation` are those given and
   * due <= now < min(until, pauseAt) - marginMs on the store's clock. Otherwise nothing changes and the answer says why.
   */
  mark(id: string, ask: MarkAsk): Promise<Mark>;
  /**
   * pending | claimed -> pending, due in `inMs` and never sooner than it was: somebody may have postponed it meanwhile.
   * Nothing when `attempt` differs or it is further on.
   */
  defer(id: string, attempt: number, inMs: number): Promise<void>;
  /** pending | claimed -> pending at `due`, to be marked before `pauseAt` (quiet hours). Nothing when `attempt` differs. */
  postpone(id: string, attempt: number, due: number, pauseAt: number | null): Promise<void>;
  /** pending | claimed -> a final state. False when `attempt` differs or it is further on. */
  close(id: string, attempt: number, state: FinalState, code: string): Promise<boolean>;
  /**
   * sending | uncertain -> what `outcome` says, if `attempt` is that of the mark: late truth heals doubt. False when it
   * does not fit any more. `again` (certainly not taken) and `part` (this part taken, the next is due) go back to pending.
   * What was taken, `sent` or `part`, is true also of a row that waits to be tried once more: then it is not tried again.
   */
  settle(id: string, attempt: number, outcome: Settlement): Promise<boolean>;
  /** uncertain -> pending, once in a row's life. False when it was done before, was given up, or is not in doubt. */
  retryDoubt(id: string, attempt: number): Promise<boolean>;
  /** An uncertain row will not be tried again (it is final now). Nothing when it is not in doubt. */
  giveUpDoubt(id: string, attempt: number): Promise<void>;
  /** Makes every mark that was prepared for the row's present generation fail. */
  raiseGeneration(id: string, generation: number): Promise<void>;
  /**
   * What the platform reports of a sent message; only rising. A row that it then calls `failed` (with its `code`) becomes so,
   * and sent again if it had arrived after all. False when no row changed: told before, overtaken, or of no row.
   */
  receipt(account: string, platformId: string, receipt: Receipt, code?: string): Promise<boolean>;

  /** The reply of one address with this number; null when it is absent. */
  reply(address: string, seq: number): Promise<Delivery | null>;
  /**
   * What stays of an address whose person wants to be forgotten: rows without a word in them. Pushes that still wait are
   * closed as `skipped`; replies that still wait go out first.
   */
  forget(address: string): Promise<void>;
  /** The newest rows of one address, newest first: what a page shows of a person's messages. */
  latest(address: string, limit: number): Promise<readonly Delivery[]>;
  /** Rows whose mark is older than `ageMs` and that are still `sending`. */
  stuck(ageMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Rows in doubt for longer than `ageMs` that may still be tried once. */
  doubtful(ageMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Unsent rows at or past their `until`: closed as `expired` and handed back, so that replies behind them can go. */
  expire(limit: number): Promise<readonly Delivery[]>;
  /** How many rows are `sending` that depend on this source or document (below a schedule version). */
  countSending(of: Dependence): Promise<number>;
  /** How many rows of a source are in each state. */
  count(source: string): Promise<Readonly<Record<DeliveryState, number>>>;
  /** The same with the code that says why: what an officer is told of an announcement. */
  outcomes(source: string): Promise<readonly Outcome[]>;
  /** Closes up to `limit` unsent rows of a source (with `runBelow`: only those no later run has seen); how many. */
  closeSource(source: string, state: FinalState, limit: number, runBelow?: number): Promise<number>;
  /** Account and lane pairs that have a row due now. */
  dueLanes(): Promise<readonly { readonly account: string; readonly lane: Lane }[]>;
  /** What is not final or in doubt, counted for whoever watches the service; no row is opened for it. */
  backlog(): Promise<readonly Backlog[]>;
  /** Removes up to `limit` final rows older than the age of their lane, by the time they became final; how many. */
  purge(replyAgeMs: number, pushAgeMs: number, limit: number): Promise<number>;
}

/** Replies never wait behind pushes. */
export type Lane = 'reply' | 'bulk';

/** Decides what happens in doubt, in quiet hours and after a stop. All but `reply` are pushes. */
export type DeliveryClass = 'reply' | 'reminder' | 'announcement' | 'change';

const finalStates = ['failed', 'cancelled', 'skipped', 'expired'] as const;
type FinalState = (typeof finalStates)[number];
/** `uncertain` is final only when `doubtOver` is set. */
export const deliveryStates = ['pending', 'claimed', 'sending', 'sent', 'uncertain', ...finalStates] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export type Receipt = 'delivered' | 'read' | 'failed';

export interface NewDelivery {
  /** Derived from source and recipient; a reply's is `<address>.<turn>.<n>`. */
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly class: DeliveryClass;
  /** Place in the person's row of replies; null for pushes. */
  readonly seq: number | null;
  /** What it comes from (`turn`, an announcement's id, a reminder rule's id): what is counted, paused and cancelled together. */
  readonly source: string;
  /** null: nothing is said, only `start` happens. */
  readonly content: Out | null;
  /** A flow that becomes the conversation when this was sent. */
  readonly start: { readonly flow: string; readonly args: Fields } | null;
  readonly due: number;
  /** No call begins at or after it. */
  readonly until: number;
  /** No call begins at or after it (quiet hours); the row then waits for the morning. null: never held back. */
  readonly pauseAt: number | null;
  readonly zone: Zone;
  /** Yields to the next day when the person already had a push today. */
  readonly yields: boolean;
  /** The consent purpose it needs; refused by the gate when the address is muted for it. */
  readonly purpose: string | null;
  /** What the look compares (batch, meeting, schedule version, entry number). */
  readonly depends: Dependency | null;
  /** The snapshot run that saw it; 0 outside snapshots. */
  readonly run: number;
}

export interface Dependency {
  /** The document's id, e.g. a batch. */
  readonly on: string;
  /** Rises when what was said is no longer true. */
  readonly version: number;
  readonly fields: Fields;
}

export interface Delivery extends NewDelivery {
  readonly state: DeliveryState;
  readonly attempt: number;
  readonly generation: number;
  /** The flight number of the gate under which it was marked. */
  readonly flight: number;
  /** Index of the part to send next. */
  readonly part: number;
  readonly platformId: string | null;
  readonly receipt: Receipt | null;
  /** Why it is where it is: a stable code, never an error's text. */
  readonly code: string | null;
  readonly doubtOver: boolean;
  /** What it says was altered where it is kept, or its key is gone: it has no content, and nothing of it can be sent. */
  readonly unreadable?: true;
}

/** Rows of one source that are in the same state for the same reason. */
export interface Outcome {
  readonly state: DeliveryState;
  readonly code: string | null;
  readonly count: number;
}

/** One account, lane and state; those without a row are left out. */
export interface Backlog {
  readonly account: string;
  readonly lane: Lane;
  /** `waiting`: pending or claimed; `uncertain`: also those that will not be tried again, until they are purged. */
  readonly state: 'waiting' | 'sending' | 'uncertain';
  readonly count: number;
  /** How long the oldest of those waiting has been due; 0: none is due, or they are further on. */
  readonly lateMs: number;
}

interface ClaimAsk {
  readonly limit: number;
  readonly leaseMs: number;
  readonly except: readonly string[];
}

export interface MarkAsk {
  readonly attempt: number;
  readonly generation: number;
  readonly flight: number;
  readonly marginMs: number;
}

export type Mark =
  | { readonly type: 'marked'; readonly attempt: number }
  /** Too early, somebody else's, or final. */
  | { readonly type: 'lost' }
  | { readonly type: 'expired' }
  | { readonly type: 'quiet' };

export type Settlement =
  | { readonly type: 'sent'; readonly platformId: string | null }
  | { readonly type: 'part'; readonly next: number }
  | { readonly type: 'again'; readonly inMs: number; readonly code: string }
  /** `final`: this class is not tried again; neither is a row that was tried again before. */
  | { readonly type: 'uncertain'; readonly code: string; readonly final: boolean }
  | { readonly type: FinalState; readonly code: string };

export type Dependence = { readonly source: string } | { readonly on: string; readonly versionBelow: number };
