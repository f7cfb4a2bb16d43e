import type { ChannelLimits } from '../../domain/channel.ts';

/** Nothing platform-like holds the simulator back; the numbers only keep one person's mistake from filling the memory. */
export const limits: ChannelLimits = {
  /** Far above what one machine carries, so that a try-out never waits for a slot. */
  perSecond: 10_000,
  bulkPerSecond: 10_000,
  perChatMs: 0,
  /** As Telegram, so that what fits here fits there. */
  textLength: 4096,
  labelLength: 64,
  choices: 10,
  timeoutMs: 30_000,
};

/** What one resident may say at once; the platforms' own limit for a message. */
export const inboundLength = 4096;

/** Happenings kept for a page that is opened again; older ones are forgotten, the conversation itself is not. */
export const feedLength = 600;
