import type { WAMessage } from '@whiskeysockets/baileys';

import type { Inbound } from '../../domain/message.ts';
import type { Baileys } from './baileys.ts';
import { inboundTextLength } from './limits.ts';
import { toMediaRef } from './media-key.ts';

type Input = Inbound['input'];
type Content = NonNullable<ReturnType<Baileys['normalizeMessageContent']>>;

/** Kinds that we cannot read, by the name that the sentence about it has in the locale (`layanan.tak_terbaca.*`). */
const unreadable: Readonly<Partial<Record<keyof Content, string>>> = {
  stickerMessage: 'stiker',
  lottieStickerMessage: 'stiker',
  stickerPackMessage: 'stiker',
  audioMessage: 'suara',
  videoMessage: 'video',
  ptvMessage: 'video',
  contactsArrayMessage: 'kontak',
};

/** What telephones send of their own accord, and what wants no answer. Every other kind is `lain`, also one of tomorrow. */
const silent: ReadonlySet<string> = new Set<keyof Content>([
  'conversation',
  'extendedTextMessage',
  'protocolMessage',
  'reactionMessage',
  'encReactionMessage',
  'pollUpdateMessage',
  'encEventResponseMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'albumMessage',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'messageContextInfo',
  'deviceSentMessage',
  'messageHistoryBundle',
  'messageHistoryNotice',
  'stickerSyncRmrMessage',
  'limitSharingMessage',
  'statusNotificationMessage',
  'call',
  'callLogMesssage',
]);

/** The address without its device: `62812:3@s.whatsapp.net` is `62812@s.whatsapp.net`. */
function bareAddress(jid: string): string {
  return jid.replace(/:\d+@/u, '@');
}

/**
 * Private chats have these servers; groups, the status, channels, broadcasts and bots have others. `0@s.whatsapp.net` is
 * WhatsApp itself.
 */
export function isPerson(jid: string): boolean {
  return /^[1-9]\d{4,19}(?::\d{1,5})?@(?:lid|s\.whatsapp\.net)$/u.test(jid);
}

/** Telephones write 18 to 32 hex digits; whatever is longer is no id of theirs and is kept nowhere. */
export function isMessageId(id: string): boolean {
  return /^[\w.:-]{1,128}$/u.test(id);
}

/** The LID where there is one: it stays when somebody changes their number, and the number may be hidden. */
export function personOf(addresses: readonly (string | null | undefined)[]): string | null {
  const known = addresses.flatMap((jid) => (jid != null && isPerson(jid) ? [bareAddress(jid)] : []));
  return known.find((jid) => jid.endsWith('@lid')) ?? known[0] ?? null;
}

/**
 * What a message says, in our words. null: nothing that would be answered (a reaction, a deletion, protocol). A picture
 * that can be seen once has no content on linked devices, and of an edited message only the first version counts.
 */
export function readContent(baileys: Baileys, message: WAMessage): Input | null {
  if (isViewOnce(message)) return { type: 'unreadable', kind: 'sekali_lihat' };
  const content = baileys.normalizeMessageContent(message.message);
  if (content === undefined) return null;
  return readText(content) ?? readMedia(content) ?? readOther(baileys, content, message);
}

function isViewOnce({ key, message }: WAMessage): boolean {
  const { viewOnceMessage, viewOnceMessageV2, viewOnceMessageV2Extension, imageMessage, videoMessage } = message ?? {};
  return (
    [viewOnceMessage, viewOnceMessageV2, viewOnceMessageV2Extension].some((wrapped) => wrapped != null) ||
    [key.isViewOnce, imageMessage?.viewOnce, videoMessage?.viewOnce].includes(true)
  );
}

function readText({ conversation, extendedTextMessage }: Content): Input | null {
  const text = conversation ?? extendedTextMessage?.text;
  if (text == null || text === '') return null;
  return text.length > inboundTextLength ? { type: 'unreadable', kind: 'lain' } : { type: 'text', text };
}

/** What it takes to fetch the file, which is done when a question wants one. */
function readMedia({ imageMessage, documentMessage }: Content): Input | null {
  const file = imageMessage ?? documentMessage;
  if (file == null) return null;
  const caption = file.caption == null || file.caption === '' ? {} : { caption: cutCaption(file.caption) };
  return imageMessage == null
    ? { type: 'document', ref: toMediaRef('Document', file), ...caption }
    : { type: 'photo', ref: toMediaRef('Image', file), ...caption };
}

function readOther(baileys: Baileys, content: Content, message: WAMessage): Input | null {
  const { locationMessage, liveLocationMessage, contactMessage, protocolMessage } = content;
  const place = locationMessage ?? liveLocationMessage;
  if (place != null) return readPlace(place.degreesLatitude, place.degreesLongitude);
  if (contactMessage != null) return readContact(contactMessage.vcard ?? '', message);
  if (protocolMessage?.type === baileys.proto.Message.ProtocolMessage.Type.MESSAGE_EDIT) {
    return { type: 'unreadable', kind: 'diubah' };
  }
  return readKind(content);
}

function readKind(content: Content): Input | null {
  const kinds = Object.entries(content).flatMap(([kind, value]) => (value == null || silent.has(kind) ? [] : [kind]));
  const [first] = kinds;
  if (first === undefined) return null;
  const known = Object.entries(unreadable).find(([kind]) => kinds.includes(kind));
  return { type: 'unreadable', kind: known?.[1] ?? 'lain' };
}

/** No half of a character at its end. */
function cutCaption(caption: string): string {
  return caption.slice(0, inboundTextLength).replace(/[\uD800-\uDBFF]$/u, '');
}

/** Infinities, NaN and absent numbers are on no map either. */
function readPlace(lat: number | null | undefined, lon: number | null | undefined): Input {
  return lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    ? { type: 'location', lat, lon }
    : { type: 'unreadable', kind: 'lain' };
}

/** Anybody can forward anybody's card; only the sender's own number counts as handed over. */
function readContact(vcard: string, { key }: WAMessage): Input {
  const own = [key.remoteJid, key.remoteJidAlt]
    .find((jid) => jid?.endsWith('@s.whatsapp.net') === true)
    ?.replace(/\D.*$/u, '');
  const given = /waid=(?<digits>\d{8,15})/u.exec(vcard)?.groups?.['digits'];
  return own !== undefined && own === given
    ? { type: 'contact', phone: `+${own}` }
    : { type: 'unreadable', kind: 'kontak' };
}
