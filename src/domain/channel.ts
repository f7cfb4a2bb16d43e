import type { Out } from '../engine/turn.ts';
import type { CapRules } from './caps.ts';
import type { MediaFile } from './media.ts';
import type { Inbound } from './message.ts';
import type { Receipt } from './ports/deliveries.ts';
import type { Filled } from './template.ts';

export type Blame = 'address' | 'content' | 'account' | 'moment';

/** What became of one call to a platform. The caller's only questions: taken, try again, give up, or doubt? */
export type SendResult =
  | { readonly type: 'sent'; readonly platformId: string }
  /** Certainly not taken. `account`: everything of this account waits `afterMs`; `chat`: only this chat. */
  | { readonly type: 'retry'; readonly afterMs: number; readonly scope: 'account' | 'chat'; readonly code: string }
  /**
   * Certainly never taken. `address`: blocked or gone; `content`: the message itself; `account`: token or settings; `moment`:
   * nobody's fault, this person just now.
   */
  | { readonly type: 'failed'; readonly blame: Blame; readonly code: string }
  /** Not taken now; the address dies only after three of these within 48 hours. */
  | { readonly type: 'strike'; readonly code: string }
  /** The chat has a new id: store it and send again. */
  | { readonly type: 'moved'; readonly to: string }
  /** Perhaps taken: a timeout, a reset connection, a 5xx. */
  | { readonly type: 'uncertain'; readonly code: string };

/** Rates and sizes of one channel, with the reason beside each number in its `limits.ts`. */
export interface ChannelLimits {
  readonly perSecond: number;
  readonly bulkPerSecond: number;
  readonly perChatMs: number;
  /** The same for a group or channel; absent: as for a person. */
  readonly perGroupMs?: number;
  readonly textLength: number;
  readonly labelLength: number;
  readonly choices: number;
  /** A call is given up (`uncertain`) after this long. */
  readonly timeoutMs: number;
}

/** Hands what came in to the service; resolves only when it is durable, and only then may the platform be told. */
export type Receive = (messages: readonly Inbound[]) => Promise<void>;

/**
 * What a platform tells later about a message that it was given. It may come before our call is answered, late, twice and
 * in any order.
 */
export interface Report {
  readonly account: string;
  readonly platformId: string;
  /** What `send` got as `callId`, where the platform gives it back; else null. */
  readonly delivery: string | null;
  readonly state: 'accepted' | Receipt;
  /** Why it failed, as `SendResult` names it; else null. */
  readonly code: string | null;
  /** Whose fault a failure is, where more follows from it than that this message did not arrive. */
  readonly blame?: Blame;
  /** As a `strike` of `SendResult`: the third within 48 hours kills the address. */
  readonly strike?: true;
  /** As a `retry` of `SendResult`: the account waits so long before anything else. This message is not sent again. */
  readonly waitMs?: number;
}

/** Hands reports to the service; resolves only when what they change is durable. */
export type Hear = (reports: readonly Report[]) => Promise<void>;

/** What became of fetching a file that a person sent. */
export type Fetched =
  | { readonly type: 'file'; readonly content: Uint8Array }
  | { readonly type: 'too_large' }
  /** Not what the person sent: its length or hash is another one. */
  | { readonly type: 'broken' }
  /** Not had; `code` says why and holds nothing personal. */
  | { readonly type: 'failed'; readonly code: string };

/** A message, or part of one, as it is handed to a channel. */
export interface Part extends Out {
  /** The bytes of `image` or `document`, where that names a file of the service's own. */
  readonly file?: MediaFile;
  /** To be sent in this approved form, which says the same. */
  readonly template?: Filled;
}

/** Of a platform that takes free words only for a while after the person wrote, and then only forms that it approved. */
interface Window {
  readonly forMs: number;
  /** The part in an approved form; null: there is none. */
  readonly approve: (part: Out) => Part | null;
}

/** One connected account of a platform. */
export interface Channel {
  readonly account: string;
  /** `telegram`, `whatsapp`, `simulator`. */
  readonly kind: string;
  readonly buttons: boolean;
  /**
   * Only one process at a time may take in for this account (it asks the platform itself, or holds a connection).
   * Otherwise every process with a door takes in what the platform brings there.
   */
  readonly exclusive: boolean;
  /** An exclusive account whose messages go out over the connection that its holder has: only there they are sent. */
  readonly sendsWhereHeld: boolean;
  readonly limits: ChannelLimits;
  /** How much the account may begin by itself; absent: as much as its rate lets through. */
  readonly caps?: CapRules;
  /** Absent: free words at any time. */
  readonly window?: Window;
  /** Cuts a message into what the platform takes in one call each; the same message is always cut the same way. */
  parts(out: Out): readonly Out[];
  /** One call for one part, which `callId` names (call-id.ts). Never throws; `signal` ends it after the limit. */
  send(chat: string, part: Part, callId: string, signal: AbortSignal): Promise<SendResult>;
  /**
   * Fetches a file that a person sent, of at most `largest` bytes, by the reference that its message came with. Never
   * throws; `signal` ends it. Absent: nobody can send files here.
   */
  fetchMedia?(ref: string, largest: number, signal: AbortSignal): Promise<Fetched>;
  /** Begins to take in, also again after a stop; resolves when the first attempt ended, well or not. */
  start(): Promise<void>;
  /** Stops taking in; resolves when nothing is being received any more. One that never started: nothing. */
  stop(): Promise<void>;
  /** Why this process begins no conversation for the account just now, by a code; replies go on. null or absent: pushes go out, too. */
  readonly pushesStopped?: () => string | null;
  /** The same of whichever process has the connection, as it is stored; rejects with what the store throws. */
  readonly whyStopped?: () => Promise<string | null>;
  /** One sentence's worth of state for health: null when all is well. */
  trouble(): string | null;
}
