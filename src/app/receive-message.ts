import type { Receive } from '../domain/channel.ts';
import type { Inbound } from '../domain/message.ts';
import type { Arrival, Inbox } from '../domain/ports/inbox.ts';
import type { Queue } from '../domain/ports/queue.ts';
import { hidesNik, redactNiks } from '../language/nik.ts';
import { visible } from '../language/visible.ts';

export interface Receiving {
  readonly inbox: Inbox;
  readonly queue: Queue;
  /** A fingerprint that holds nothing personal: the first 22 characters of a keyed hash of account + platform id. */
  readonly fingerprint: (account: string, platformId: string) => string;
}

/** What every channel calls: resolves when the messages are durable, and only then may the platform be told. */
export function createReceiveMessage({ inbox, queue, fingerprint }: Receiving): Receive {
  return async (messages) => {
    const rows = messages.map((message) => toArrival(message, fingerprint));
    const answers = await inbox.accept(rows);
    const fresh = rows.filter((_, index) => answers[index] === 'new');
    await Promise.all(fresh.map((row) => queue.wake({ type: 'handle', address: row.address })));
  };
}

/** The id of the address by which a person is known: nothing in it says who they are. */
export function addressOf(fingerprint: Receiving['fingerprint'], account: string, user: string): string {
  return [account, fingerprint(account, user)].join('.');
}

function toArrival(message: Inbound, fingerprint: Receiving['fingerprint']): Arrival {
  const { account, user, chat, externalId, order, input } = message;
  return {
    id: [account, fingerprint(account, chat), externalId].join('.'),
    address: addressOf(fingerprint, account, user),
    account,
    chat: user,
    order,
    group: message.group ?? null,
    input: clean(input),
  };
}

/**
 * What is kept of what was written: only what can be seen, and no NIK, which has no place in a chat (UU 27/2022
 * art. 35).
 */
function clean(input: Inbound['input']): Inbound['input'] {
  if (input.type === 'text') return { ...input, text: cleanText(input.text) };
  if (input.type !== 'photo' && input.type !== 'document') return input;
  if (input.caption === undefined) return input;
  // The picture is then most likely that of the card itself: its reference is not kept, so nothing can fetch it.
  if (hidesNik(input.caption)) return { type: 'unreadable', kind: 'bernomor' };
  return { ...input, caption: cleanText(input.caption) };
}

function cleanText(text: string): string {
  return redactNiks(visible(text));
}
