import type { WAMessage, WASocket } from '@whiskeysockets/baileys';

import type { Hear, Report } from '../../domain/channel.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Acks } from './acks.ts';
import type { Arrivals } from './arrivals.ts';
import type { Baileys } from './baileys.ts';
import type { Pushes } from './pushes.ts';
import { isMessageId, isPerson, personOf, readContent } from './read.ts';
import { alarming } from './send.ts';
import type { Sent } from './sent.ts';

interface Hearing {
  readonly account: string;
  readonly baileys: Baileys;
  readonly arrivals: Arrivals;
  readonly acks: Acks;
  readonly sent: Sent;
  readonly pushes: Pushes;
  readonly hear: Hear;
  readonly log: Log;
}

/** The part of a stanza that is readable without keys. */
interface Stanza {
  readonly attrs: Readonly<Record<string, string | undefined>>;
}

/** Listens to a socket that has just been made: to the bare stanzas, because Baileys tells neither all of them nor in time. */
export function hearSocket(use: Hearing, socket: WASocket): void {
  const { baileys, arrivals, pushes } = use;
  const isOwn = (jid: string): boolean => {
    const { id, lid } = socket.user ?? {};
    return [id, lid].some((own) => own !== undefined && baileys.areJidsSameUser(own, jid));
  };
  const senderOf = (addresses: readonly (string | null | undefined)[]): string | null => {
    const [from] = addresses;
    return from == null || !isPerson(from) || isOwn(from) ? null : personOf(addresses);
  };

  socket.ws.on('CB:message', ({ attrs }: Stanza) => {
    const { id, from, sender_lid: lid, sender_pn: number, category } = attrs;
    const person = senderOf([from, lid, number]);
    if (person !== null && id !== undefined && isMessageId(id) && category !== 'peer') arrivals.note(person, id);
  });
  socket.ws.on('CB:ack,class:message', ({ attrs }: Stanza) => void hearAck(use, attrs));
  socket.ev.on('messages.upsert', ({ messages }) => {
    for (const message of messages) {
      const { remoteJid, remoteJidAlt, fromMe, id } = message.key;
      const person = fromMe === true ? null : senderOf([remoteJid, remoteJidAlt]);
      if (person !== null && id != null && isMessageId(id)) arrive(use, person, id, message);
    }
  });
  socket.ev.on('messages.update', (updates) => {
    for (const { key, update } of updates) {
      if (key.fromMe === true && key.id != null) void report(use, key.id, update.status);
    }
  });
  socket.ev.on('connection.update', ({ reachoutTimeLock, receivedPendingNotifications }) => {
    if (reachoutTimeLock?.isActive === true) stopPushes(pushes, 'restricted', use.log);
    if (receivedPendingNotifications === true) arrivals.caughtUp();
  });
  socket.ev.on('message-capping.update', ({ capping_status: status, total_quota: total, used_quota: used = 0 }) => {
    const isWarned = status !== undefined && status !== baileys.NewChatMessageCappingStatusType.NONE;
    if (isWarned || (total !== undefined && used >= total)) stopPushes(pushes, 'capped', use.log);
  });
}

function arrive({ baileys, arrivals }: Hearing, person: string, id: string, message: WAMessage): void {
  const isStub = message.message == null && message.key.isViewOnce !== true;
  if (isStub) arrivals.failed(person, id);
  else arrivals.opened(person, id, readContent(baileys, message));
}

/** An ack that nobody waits for any more still ends a doubt. */
async function hearAck(use: Hearing, attrs: Stanza['attrs']): Promise<void> {
  const { id, error } = attrs;
  if (id === undefined) return;
  if (error !== undefined && alarming.has(error)) stopPushes(use.pushes, `refused_${error}`, use.log);
  if (use.acks.settle(id, error)) return;
  await tell(use, id, error === undefined ? 'accepted' : 'failed', error === undefined ? null : `refused_${error}`);
}

/** Baileys' states of a message, as far as they say more than the ack did. */
const states: Readonly<Record<number, Report['state']>> = { 3: 'delivered', 4: 'read', 5: 'read' };

async function report(use: Hearing, id: string, status: number | null | undefined): Promise<void> {
  const state = states[status ?? 0];
  if (state !== undefined) await tell(use, id, state, null);
}

async function tell(use: Hearing, id: string, state: Report['state'], code: string | null): Promise<void> {
  try {
    const delivery = await use.sent.deliveryOf(id);
    // Written by the account's owner on the telephone, or long ago.
    if (delivery === null) return;
    await use.hear([{ account: use.account, platformId: id, delivery, state, code }]);
  } catch {
    // It is told once. What is in doubt without it is tried again under the same id.
    use.log('whatsapp.report_lost', { state });
  }
}

function stopPushes(pushes: Pushes, code: string, log: Log): void {
  pushes.stop(code).catch(() => log('whatsapp.stop_not_stored', { code }));
}
