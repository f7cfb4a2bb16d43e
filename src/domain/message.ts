import type { Input } from '../engine/turn.ts';

/** One thing a person sent, in our words, as a channel's `read` makes it. */
export interface Inbound {
  /** The channel account that received it (`telegram:123`, `simulator`). */
  readonly account: string;
  /** The platform's own id of the person; sealed at rest, never in an id or a log. */
  readonly user: string;
  /** The platform's chat when it is not the person's own (groups later). */
  readonly chat: string;
  /** Unique within account + chat: the platform's id of the message, tap or update. */
  readonly externalId: string;
  /** The platform's order within the chat; rows accepted together are handled by it. */
  readonly order: number;
  /** Parts of one album share it and are handled as one input. */
  readonly group?: string;
  readonly input: Input | Service;
}

/** What a platform, or the service itself, says about a person rather than for them. */
export type Service =
  | { readonly type: 'blocked' }
  | { readonly type: 'unblocked' }
  /** Something we cannot read (a sticker, a voice note); `kind` for the sentence that says so. */
  | { readonly type: 'unreadable'; readonly kind: string }
  /** Of the service itself: all that is known of them is deleted, and what is open at this address ends. */
  | { readonly type: 'forget' };
