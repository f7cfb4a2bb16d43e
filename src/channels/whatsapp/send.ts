import type { Part, SendResult } from '../../domain/channel.ts';
import type { Ack, Acks } from './acks.ts';
import { compose, hasWebLinks } from './compose.ts';
import type { Composing } from './compose.ts';
import { floodMs, mediaMs, storeAgainMs } from './limits.ts';
import { messageIdOf } from './sent.ts';
import type { Sent } from './sent.ts';

/** One part of one delivery, to one person. */
export interface Letter {
  readonly chat: string;
  readonly part: Part;
  readonly delivery: string;
  readonly signal: AbortSignal;
}

export interface Sending extends Composing {
  readonly acks: Acks;
  readonly sent: Sent;
}

/**
 * Sends one part and waits for the service's own acknowledgement: Baileys' promise resolves before that, and says nothing.
 * Never throws.
 */
export async function sendLetter(use: Sending, letter: Letter): Promise<SendResult> {
  const { socket, acks, sent } = use;
  const { chat, part, delivery, signal } = letter;
  if (!hasWebLinks(part)) return { type: 'failed', blame: 'content', code: 'link' };
  const messageId = messageIdOf(delivery);
  // Only a sign of life: lost, it changes nothing.
  socket.sendPresenceUpdate('composing', chat).catch(() => {});
  const message = await compose(use, chat, part, messageId).catch(() => null);
  if (message === null) return { type: 'retry', afterMs: mediaMs, scope: 'chat', code: 'media' };
  try {
    await sent.remember(messageId, delivery);
  } catch {
    return { type: 'retry', afterMs: storeAgainMs, scope: 'chat', code: 'store' };
  }
  if (signal.aborted) return { type: 'retry', afterMs: 0, scope: 'chat', code: 'too_late' };
  const ack = acks.wait(messageId);
  const refused = new Promise<SendResult>((resolve) => {
    socket.relayMessage(chat, message, { messageId }).catch((error: unknown) => resolve(toRefusal(error)));
  });
  try {
    return await Promise.race([ack.then((said) => toSendResult(said, messageId)), refused, whenAborted(signal)]);
  } finally {
    acks.forget(messageId);
  }
}

function whenAborted(signal: AbortSignal): Promise<SendResult> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ type: 'uncertain', code: 'no_ack' }), { once: true });
  });
}

function toSendResult(ack: Ack, messageId: string): SendResult {
  if (ack.type === 'taken') return { type: 'sent', platformId: messageId };
  if (ack.type === 'lost') return { type: 'uncertain', code: 'connection_lost' };
  return refusals[ack.code] ?? { type: 'failed', blame: 'content', code: `refused_${ack.code}` };
}

/** Codes with which the service refuses a message. */
const refusals: Readonly<Record<string, SendResult>> = {
  /** The account may not begin conversations, or not this one; trying again makes it worse. */
  463: { type: 'failed', blame: 'content', code: 'restricted' },
  /** The person's devices have changed, or the address is none: their list is asked for again with the next try. */
  479: { type: 'strike', code: 'stale_device' },
  429: { type: 'retry', afterMs: floodMs, scope: 'account', code: 'flood' },
};

/** Codes after which the account begins no conversation any more until a person decides so. */
export const alarming: ReadonlySet<string> = new Set(['463', '429']);

/**
 * Why Baileys did not send. A closed connection and missing keys are met before anything is written; of everything else
 * nobody knows.
 */
function toRefusal(error: unknown): SendResult {
  const text = error instanceof Error ? error.message : '';
  if (text === 'Connection Closed') return { type: 'retry', afterMs: 0, scope: 'chat', code: 'disconnected' };
  if (text === 'All encryptions failed') return { type: 'strike', code: 'no_keys' };
  return { type: 'uncertain', code: 'unclear' };
}
