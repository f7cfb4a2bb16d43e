import { deflateSync } from 'node:zlib';

import { proto } from '@whiskeysockets/baileys';

import type { Account } from './account.ts';
import type { Companion } from './companion.ts';
import type { Copy } from './contact.ts';
import { fromPlaintext, toPlaintext } from './plaintext.ts';
import type { Registry } from './registry.ts';
import { stamp, stanza } from './stanza.ts';

/** The phone that the account belongs to, in its owner's hand. */
export interface Phone {
  /** Scans the QR code that a client shows; true once that client is linked. */
  scans(qr: string): Promise<boolean>;
  /** A client shows a code and waits for it to be typed here. */
  isAsked(): boolean;
  /** Types the code that a client shows; true once that client is linked, false when the code was wrong. */
  types(code: string): Promise<boolean>;
  /** Writes to a person by hand, so that the bot's devices see a message of their own account. */
  writes(person: { readonly lid: string; readonly phone: string }, text: string): string;
  /** Copies of what the linked devices wrote: what the owner sees in the chats of the account. */
  copies(): readonly { readonly id: string; readonly message: proto.IMessage }[];
  /** Ids of copies that it could not read. */
  unreadable(): readonly string[];
}

/** The phone with what the service does to it. */
export interface Handset extends Phone {
  take(from: Companion, copy: Copy): Promise<void>;
  /** The first history for a device that has just been linked; a client waits for it before it shows messages. */
  inform(companion: Companion): void;
}

/** The phone of this account. */
export function createPhone(account: Account, registry: Registry, failed: (error: unknown) => void): Handset {
  const { phone } = account;
  const copies: { id: string; message: proto.IMessage }[] = [];
  const unreadable: string[] = [];
  let written = 0;
  const writing = new Map<Companion, Promise<void>>();

  function send(companion: Companion, message: proto.IMessage, attrs: Readonly<Record<string, string>>): void {
    const before = writing.get(companion) ?? Promise.resolve();
    writing.set(companion, before.then(() => encrypt(companion, message, attrs)).catch(failed));
  }

  async function encrypt(companion: Companion, message: proto.IMessage, attrs: Readonly<Record<string, string>>) {
    const device = String(companion.device);
    if (!phone.knows(device)) await phone.meet(device, await companion.bundle());
    const { kind, bytes } = await phone.encrypt(device, toPlaintext(message));
    const enc = stanza('enc', { v: 2, type: kind }, bytes);
    companion.post(stanza('message', { ...attrs, t: stamp(), type: 'text' }, [enc]));
  }

  function newId(): string {
    written += 1;
    return `3APHONE${String(written).padStart(13, '0')}`;
  }

  return {
    scans: (qr) => registry.scan(qr),
    isAsked: () => registry.asked(),
    types: (code) => registry.type(code),
    writes: ({ lid, phone: number }, text) => {
      const id = newId();
      const addresses = { from: account.jids(0).lid, recipient: lid, peer_recipient_pn: number };
      const message = { deviceSentMessage: { destinationJid: lid, message: { conversation: text } } };
      for (const companion of account.companions()) {
        send(companion, message, { ...addresses, addressing_mode: 'lid', id });
      }
      return id;
    },
    copies: () => copies,
    unreadable: () => unreadable,
    take: async (from, { id, kind, bytes }) => {
      try {
        copies.push({ id, message: fromPlaintext(await phone.decrypt(String(from.device), kind, bytes)) });
      } catch {
        unreadable.push(id);
      }
    },
    inform: (companion) => {
      companion.informed = true;
      const syncType = proto.HistorySync.HistorySyncType.INITIAL_BOOTSTRAP;
      const history = deflateSync(proto.HistorySync.encode({ syncType, phoneNumberToLidMappings: [] }).finish());
      const protocolMessage = {
        type: proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION,
        historySyncNotification: { syncType, initialHistBootstrapInlinePayload: history },
      };
      send(companion, { protocolMessage }, { from: account.jids(0).id, id: newId(), category: 'peer' });
    },
  };
}
