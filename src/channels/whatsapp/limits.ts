import type { ChannelLimits } from '../../domain/channel.ts';

/**
 * Rates and sizes of the unofficial client. WhatsApp publishes none for it and restricts numbers that write much: reports
 * speak of 15 to 40 messages a day to people who never wrote, of 400 replies in two hours, and of 429 at three a second.
 */
export const limits: ChannelLimits = {
  /** Replies follow what people wrote; two a second stay below what was refused. */
  perSecond: 2,
  /** Never two pushes in one second; how far they are really apart is in caps.ts. */
  bulkPerSecond: 1,
  /** Nobody types two messages to one person within a second. */
  perChatMs: 1000,
  /** WhatsApp takes 65,536; beyond this, a telephone folds the message up. */
  textLength: 4096,
  /** A line of a menu that a narrow telephone shows in two rows. */
  labelLength: 72,
  /** There are no buttons: choices are lines of the text, and more than these nobody reads. */
  choices: 20,
  /** Longer than one unanswered query within a send (`queryMs`). */
  timeoutMs: 30_000,
};

/** A caption is cut off behind this on the telephones. */
export const captionLength = 1024;

/** A message by a person; a longer one was not typed. */
export const inboundTextLength = 4096;

/** Each unanswered query holds up all sending, and with the repaired transactions receiving, too. */
export const queryMs = 20_000;

/** The telephone is asked for a ping this often; silence is noticed within twice this. */
export const keepAliveMs = 30_000;

/** From the first byte to an open connection; the first login uploads 812 keys. */
export const openWithinMs = 60_000;

/** Waits between attempts to connect. */
export const backOffMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000, 30_000, 60_000];

/** A connection that held this long was a good one: the next failure is the first again. */
export const stableMs = 60_000;

/** More restarts in a row than the service ever asks for: from then on they wait like other failures. */
export const restartsAtOnce = 3;

/** Entries of Baileys' and our own memories: a regency's conversations of a day. */
export const keptInMemory = 5000;

/** A burst of one person waits this long for a message that was seen before it and is not readable yet. */
export const orderMs = 2000;

/** A message that is still unreadable then is asked for again; the sender's telephone answers within seconds or not at all. */
export const askAgainMs = 30_000;

/** What was received and could not be stored is tried again after this. */
export const storeAgainMs = 1000;

/** Not connected just now: the whole account waits. */
export const disconnectedMs = 5000;

/** Stopped until somebody acts: looking once a minute is enough. */
export const stoppedMs = 60_000;

/** 429 has no time of its own; five minutes are longer than any reported brake. */
export const floodMs = 5 * 60_000;

/** A picture that could not be fetched or uploaded. */
export const mediaMs = 60_000;

/** A telephone that lost its session asks for a message again within its first days. */
export const sentForMs = 14 * 24 * 60 * 60_000;

/** Names of sent messages: 256 drawers of the newest 64. */
export const sentPerDrawer = 64;

/** How long a pairing code or QR code is worth waiting for: WhatsApp's six QR codes last 160 s. */
export const linkWithinMs = 3 * 60_000;
