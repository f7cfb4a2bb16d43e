import type { ChannelLimits } from '../../domain/channel.ts';

/** Rates and sizes of Telegram: core.telegram.org/bots/faq (limits) and core.telegram.org/bots/api (sizes). */
export const limits: ChannelLimits = {
  /** The FAQ allows about 30 a second; 26 leaves room for what the network squeezes together on the way. */
  perSecond: 26,
  /** Announcements and reminders, so that answers to people always find room. */
  bulkPerSecond: 20,
  /** The FAQ: no more than one message a second to one chat. */
  perChatMs: 1000,
  /** The FAQ: no more than 20 messages a minute to the same group; channels are said to be the same. */
  perGroupMs: 3000,
  /** sendMessage.text, counted in UTF-16 units, the stricter way to read "characters". */
  textLength: 4096,
  /** Not documented: what a narrow phone shows of a button before it writes dots. */
  labelLength: 32,
  /** Not documented: 100 buttons and about 10 kB of markup were reported; 50 of ours stay under 8 kB. */
  choices: 50,
  /** Telegram answers within a second; a call that hangs must not hold a lane. */
  timeoutMs: 15_000,
};

/** sendPhoto.caption and sendDocument.caption. */
export const captionLength = 1024;

/** A message by a person; what is longer did not come through Telegram's own apps. */
export const inboundTextLength = 4096;

/** An update is a few kilobytes; the largest (a long message full of entities) stays under a tenth of this. */
export const webhookBodyBytes = 1_048_576;

/** getUpdates.limit, the documented maximum. */
export const pollBatch = 100;

/** getUpdates.timeout in seconds: the server's own maximum is 50, and proxies often cut at 60. */
export const pollSeconds = 30;

/** A long poll that is not answered this long after its timeout is dead. */
export const pollGraceMs = 10_000;

/** Calls that are not messages: getMe, setWebhook, the answer to a tap. */
export const housekeepingMs = 10_000;

/** Waits between failed attempts to take in updates. */
export const backOffMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000, 30_000];

/** A 429 without `retry_after` should not exist; the server's own brake is a minute. */
export const unnamedFreezeMs = 60_000;

/** "bot can't send messages to the user" passes by itself; asking again sooner has shown no use. */
export const transientRefusalMs = 15 * 60_000;

/** A refused connection or a missing name often passes within seconds; the whole account waits together. */
export const unreachableMs = 2000;
