import { randomBytes } from 'node:crypto';

import type { proto } from '@whiskeysockets/baileys';

import type { Account } from './account.ts';
import type { Companion } from './companion.ts';
import { createParty } from './party.ts';
import type { Bundle, Party } from './party.ts';
import { fromPlaintext, textOf, toPlaintext } from './plaintext.ts';
import { stamp, stanza } from './stanza.ts';

type Address = 'lid' | 'phone';

/** A message of the bot as the person has it. A phone shows a message that comes twice once. */
interface Heard {
  readonly id: string;
  readonly text: string;
  readonly message: proto.IMessage;
  /** The address it was sent to. */
  readonly to: Address;
  /** How often it came. */
  copies: number;
}

/** How a message leaves a phone. */
interface Way {
  /** The address that it is sent from; the LID, as the service mostly does. */
  readonly by?: Address;
  /** The service tells that address alone. */
  readonly alone?: boolean;
  readonly id?: string;
  /** Into a group (`12036..@g.us`) or to everybody's status (`status@broadcast`), not to the bot alone. */
  readonly into?: string;
  /** Damaged on the way, so that it cannot be decrypted. */
  readonly damaged?: boolean;
}

/** A person with a phone. Everything done here reaches the bot's devices. */
export interface Person {
  readonly id: number;
  /** Digits only. */
  readonly number: string;
  readonly phone: string;
  readonly lid: string;
  /** Writes a text; returns the message's id. */
  says(text: string, way?: Way): string;
  /** Writes anything else that a message can hold. */
  sends(content: proto.IMessage, way?: Way): string;
  /** Sends a picture that may be looked at once: linked devices are told that there is one, and no more. */
  sendsViewOnce(): string;
  /** What the bot wrote and this phone could read, oldest first. */
  heard(): readonly Heard[];
  /** The texts of what was heard. */
  texts(): readonly string[];
  /** Ids of what this phone could not decrypt, each time that it could not. */
  unreadable(): readonly string[];
  /** Opens the chat: what was heard is reported as read. */
  reads(): void;
  /** How often the bot was seen typing. */
  typing(): number;
  /** What the bot's devices reported of this person's messages: `delivered`, `inactive`, `read`, `retry`. */
  reports(): readonly { readonly id: string; readonly type: string }[];
  /** The phone is switched off: messages wait, nothing is reported. */
  turnsOff(): void;
  turnsOn(): void;
  /** The phone has lost its session with the bot's devices, as after a reinstallation. */
  losesSession(): void;
}

/** One encrypted copy of a message, on its way to one phone. */
export interface Copy {
  readonly id: string;
  readonly jid: string;
  readonly kind: string;
  readonly bytes: Buffer;
}

/** The person with what the service does to their phone. */
export interface Contact extends Person {
  readonly party: Party;
  take(from: Companion, copy: Copy): Promise<void>;
  /** A device could not read a message: it is encrypted anew. */
  resend(to: Companion, id: string, count: string, bundle: Bundle | null): void;
  report(id: string, type: string): void;
  type(): void;
}

interface Written {
  readonly content: proto.IMessage;
  readonly way: Way;
}

/** What a contact needs of the service. */
interface Service {
  readonly account: Account;
  puzzle(text: string): void;
  changed(): void;
}

/** Counted from the end: inside of what is authenticated, in both kinds of message. */
const damagedByte = 16;
/** A phone asks this often for a message that it cannot read. */
const mostRetries = 5;

/** The person with this number in the world; numbers and LIDs follow from it. */
export function createContact(id: number, around: Service): Contact {
  const number = `62812${String(id).padStart(8, '0')}`;
  const phone = `${number}@s.whatsapp.net`;
  const lid = `1${String(id).padStart(14, '0')}@lid`;
  const party = createParty(number);
  const written = new Map<string, Written>();
  const heard: Heard[] = [];
  const read = new Set<string>();
  const unreadable: string[] = [];
  const reports: { id: string; type: string }[] = [];
  let waiting: { readonly from: Companion; readonly copy: Copy }[] = [];
  let off = false;
  let typed = 0;
  const writing = new Map<Companion, Promise<void>>();

  /** One thing after the other, as a phone sends; a device that has no keys yet holds up nobody else. */
  function enqueue(to: Companion, work: () => Promise<void>): void {
    const before = writing.get(to) ?? Promise.resolve();
    const done = before
      .then(work)
      .catch((error: unknown) => around.puzzle(`a contact failed: ${String(error)}`))
      .then(() => around.changed());
    writing.set(to, done);
  }

  async function encrypt(to: Companion, messageId: string, extra: { count?: string; damaged?: boolean }) {
    const message = written.get(messageId);
    if (message === undefined) throw new Error('a retry for a message that nobody wrote');
    const device = String(to.device);
    if (!party.knows(device)) await party.meet(device, await to.bundle());
    const { kind, bytes } = await party.encrypt(device, toPlaintext(message.content));
    const place = bytes.length - damagedByte;
    if (extra.damaged === true) bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    const enc = stanza('enc', { v: 2, type: kind, count: extra.count }, bytes);
    to.post(stanza('message', frame(messageId, message), [enc]));
  }

  /** The outside of a message, which the service reads. */
  function frame(messageId: string, { content, way }: Written) {
    const { by = 'lid', alone = false, into } = way;
    const [own, other] = by === 'lid' ? [lid, { pn: phone }] : [phone, { lid }];
    const role = into === undefined ? 'sender' : 'participant';
    const addresses = {
      ...(into === undefined ? { from: own } : { from: into, participant: own }),
      ...(!alone && { [`${role}_pn`]: other.pn, [`${role}_lid`]: other.lid }),
      addressing_mode: by === 'lid' ? 'lid' : 'pn',
    };
    const type = content.conversation == null && content.extendedTextMessage == null ? 'media' : 'text';
    return { ...addresses, id: messageId, t: stamp(), type, notify: `Warga ${id}` };
  }

  async function take(from: Companion, copy: Copy): Promise<void> {
    const message = await party
      .decrypt(String(from.device), copy.kind, copy.bytes)
      .then(fromPlaintext)
      .catch(() => null);
    if (message === null) {
      unreadable.push(copy.id);
      askAgain(from, copy);
      return;
    }
    const known = heard.find((other) => other.id === copy.id);
    if (known === undefined) {
      const to = copy.jid.endsWith('@lid') ? 'lid' : 'phone';
      heard.push({ id: copy.id, text: textOf(message), message, to, copies: 1 });
    } else {
      known.copies += 1;
    }
    receipt(from, copy.jid, copy.id);
  }

  function askAgain(from: Companion, { id: messageId, jid }: Copy): void {
    const count = unreadable.filter((other) => other === messageId).length;
    if (count > mostRetries) return;
    const registration = Buffer.alloc(4);
    registration.writeUInt32BE(party.registrationId);
    from.post(
      stanza('receipt', { from: jid, id: messageId, type: 'retry', t: stamp() }, [
        stanza('retry', { count, id: messageId, t: stamp(), v: 1 }),
        stanza('registration', {}, registration),
      ]),
    );
  }

  const contact: Contact = {
    id,
    number,
    phone,
    lid,
    party,
    says: (text, way) => contact.sends({ conversation: text }, way),
    sends: (content, way = {}) => {
      const { id: messageId = newId(), damaged = false } = way;
      written.set(messageId, { content, way });
      for (const companion of around.account.companions()) {
        enqueue(companion, () => encrypt(companion, messageId, { damaged }));
      }
      return messageId;
    },
    sendsViewOnce: () => {
      const messageId = newId();
      const attrs = frame(messageId, { content: { imageMessage: {} }, way: {} });
      for (const companion of around.account.companions()) {
        const unavailable = stanza('unavailable', { type: 'view_once' });
        enqueue(companion, async () => companion.post(stanza('message', attrs, [unavailable])));
      }
      return messageId;
    },
    heard: () => heard,
    texts: () => heard.map(({ text }) => text),
    unreadable: () => unreadable,
    reads: () => {
      for (const { id: messageId, to } of heard) {
        if (read.has(messageId)) continue;
        read.add(messageId);
        for (const companion of around.account.companions()) {
          receipt(companion, to === 'lid' ? lid : phone, messageId, 'read');
        }
      }
    },
    typing: () => typed,
    reports: () => reports,
    turnsOff: () => {
      off = true;
    },
    turnsOn: () => {
      off = false;
      const late = waiting;
      waiting = [];
      for (const { from, copy } of late) enqueue(from, () => take(from, copy));
    },
    losesSession: () => {
      for (const { device } of around.account.companions()) party.forget(String(device));
    },
    take: async (from, copy) => {
      if (off) waiting.push({ from, copy });
      else await take(from, copy);
    },
    resend: (to, messageId, count, bundle) =>
      enqueue(to, async () => {
        const device = String(to.device);
        party.forget(device);
        if (bundle !== null) await party.meet(device, bundle);
        await encrypt(to, messageId, { count });
      }),
    report: (messageId, type) => void reports.push({ id: messageId, type }),
    type: () => {
      typed += 1;
    },
  };
  return contact;
}

function receipt(to: Companion, from: string, id: string, type?: string): void {
  to.post(stanza('receipt', { from, id, t: stamp(), type }));
}

/** Ids of phones look like this. */
function newId(): string {
  return `3A${randomBytes(9).toString('hex').toUpperCase()}`;
}
