import type { ChannelLimits } from '../../domain/channel.ts';

/** The pages are those under developers.facebook.com/documentation/business-messaging/whatsapp. */
export const limits: ChannelLimits = {
  /** throughput: 80 messages a second and number, in and out together; who answers 20 people a second must leave room for them. */
  perSecond: 50,
  /** Announcements and reminders, so that answers to people always find room. */
  bulkPerSecond: 40,
  /**
   * throughput, pair rate: one message in 6 seconds to one person, but bursts of 45 are lent against it. A conversation lives on
   * that loan; whoever has used it up is waited for (131056).
   */
  perChatMs: 1000,
  /** messages/text-messages: text.body. */
  textLength: 4096,
  /** messages/interactive-list-messages: the title of a row. */
  labelLength: 24,
  /** messages/interactive-list-messages: rows of all sections together. */
  choices: 10,
  /** An answer takes a second; a call that hangs must not hold a lane. */
  timeoutMs: 15_000,
};

/** The body of a message with buttons, with a list or that asks for a place. */
export const interactiveLength = 1024;

/** messages/image-messages and document-messages: the caption. */
export const captionLength = 1024;

/** messages/interactive-reply-buttons-messages: buttons of one message, and their titles. */
export const buttons = { most: 3, titleLength: 20 } as const;

/** messages/interactive-list-messages: below the title of a row. */
export const rowDescriptionLength = 72;

/** A text by a person; what is longer did not come through WhatsApp's own apps. */
export const inboundTextLength = 4096;

/** webhooks/overview: a payload may have up to 3 MB. */
export const webhookBodyBytes = 3 * 1_048_576;

/** An answer to a message is below a kilobyte. */
export const answerBytes = 65_536;

/** A call that is no message: whether the number and its token are in order. */
export const housekeepingMs = 10_000;

/** messages/send-messages, customer service windows: free words only for 24 hours after the person's last; a minute for the way. */
export const windowMs = 24 * 60 * 60_000 - 60_000;

/** Waits that no answer names. */
export const waits = {
  /** 131056: the loan on one person grows back at one message in 6 seconds. */
  pairMs: 12_000,
  /** 130429: the number's second is full. */
  throughputMs: 5000,
  /** 4, 80007: the app's calls of this hour are used up. */
  callsMs: 5 * 60_000,
  /** 131048, 133016: too many complaints, or attempts; sooner makes it worse. */
  coolingMs: 60 * 60_000,
  /** 2, 131016, 133004: down for a moment. */
  downMs: 30_000,
  /** 131057: being mended, or moved to a higher throughput. */
  maintenanceMs: 10 * 60_000,
  /** A refused connection or a missing name often passes within seconds; the whole account waits together. */
  unreachableMs: 2000,
} as const;
