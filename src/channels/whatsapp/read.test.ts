import * as baileys from '@whiskeysockets/baileys';
import type { proto, WAMessage } from '@whiskeysockets/baileys';
import { expect, test } from 'vitest';

import { toMediaRef } from './media-key.ts';
import { toParts } from './parts.ts';
import { isMessageId, isPerson, personOf, readContent } from './read.ts';

const lid = '100000000000007@lid';
const phone = '6281200000007@s.whatsapp.net';

function message(content: proto.IMessage | null, key: Partial<WAMessage['key']> = {}): WAMessage {
  return { key: { remoteJid: lid, remoteJidAlt: phone, id: '3A01', fromMe: false, ...key }, message: content };
}

const file = { directPath: '/v/1', mediaKey: Buffer.alloc(32, 1), fileSha256: Buffer.alloc(32, 2), fileLength: 9 };
const refOf = (kind: 'Image' | 'Document'): string => toMediaRef(kind, file);

test.each<[string, proto.IMessage, unknown]>([
  ['a text', { conversation: 'daftar' }, { type: 'text', text: 'daftar' }],
  ['a text with a link', { extendedTextMessage: { text: 'ya' } }, { type: 'text', text: 'ya' }],
  ['a text that vanishes', { ephemeralMessage: { message: { conversation: 'ya' } } }, { type: 'text', text: 'ya' }],
  ['a text that nobody types', { conversation: 'a'.repeat(4097) }, { type: 'unreadable', kind: 'lain' }],
  [
    'a place',
    { locationMessage: { degreesLatitude: -3, degreesLongitude: 106 } },
    { type: 'location', lat: -3, lon: 106 },
  ],
  ['a picture', { imageMessage: { ...file, caption: 'ini' } }, { type: 'photo', ref: refOf('Image'), caption: 'ini' }],
  [
    'a place that is no number',
    { locationMessage: { degreesLatitude: Number.NaN, degreesLongitude: 106 } },
    { type: 'unreadable', kind: 'lain' },
  ],
  [
    'a place beyond the pole',
    { locationMessage: { degreesLatitude: 90.1, degreesLongitude: 106 } },
    { type: 'unreadable', kind: 'lain' },
  ],
  [
    'a place that is nowhere',
    { locationMessage: { degreesLatitude: -3, degreesLongitude: Number.NEGATIVE_INFINITY } },
    { type: 'unreadable', kind: 'lain' },
  ],
  ['half a place', { locationMessage: { degreesLatitude: -3 } }, { type: 'unreadable', kind: 'lain' }],
  [
    'a long caption',
    { imageMessage: { ...file, caption: `${'a'.repeat(4095)}👍` } },
    { type: 'photo', ref: refOf('Image'), caption: 'a'.repeat(4095) },
  ],
  ['a document', { documentMessage: file }, { type: 'document', ref: refOf('Document') }],
  ['a sticker', { stickerMessage: {} }, { type: 'unreadable', kind: 'stiker' }],
  ['a voice message', { audioMessage: { ptt: true } }, { type: 'unreadable', kind: 'suara' }],
  ['a poll', { pollCreationMessageV3: {} }, { type: 'unreadable', kind: 'lain' }],
  ['a vote', { pollUpdateMessage: {} }, null],
  ['a film', { videoMessage: {} }, { type: 'unreadable', kind: 'video' }],
  ['a round film', { ptvMessage: {} }, { type: 'unreadable', kind: 'video' }],
  ['a pack of stickers', { stickerPackMessage: {} }, { type: 'unreadable', kind: 'stiker' }],
  ['several cards', { contactsArrayMessage: {} }, { type: 'unreadable', kind: 'kontak' }],
  ['a tap on a list of long ago', { listResponseMessage: { title: 'Ya' } }, { type: 'unreadable', kind: 'lain' }],
  ['an invitation to a group', { groupInviteMessage: {} }, { type: 'unreadable', kind: 'lain' }],
  ['a payment', { sendPaymentMessage: {} }, { type: 'unreadable', kind: 'lain' }],
  ['the beginning of an album', { albumMessage: {} }, null],
  ['a missed call', { callLogMesssage: {} }, null],
  ['a pinned message', { pinInChatMessage: {} }, null],
  ['a key beside a text', { senderKeyDistributionMessage: {}, conversation: 'ya' }, { type: 'text', text: 'ya' }],
  ['a key alone', { senderKeyDistributionMessage: {}, messageContextInfo: {} }, null],
  ['an empty text', { conversation: '' }, null],
  ['nothing', {}, null],
  [
    'a reply',
    { extendedTextMessage: { text: 'ya', contextInfo: { quotedMessage: { conversation: '3201010101010001' } } } },
    { type: 'text', text: 'ya' },
  ],
  [
    'a wrapped edit',
    { editedMessage: { message: { protocolMessage: { type: 14, editedMessage: { conversation: 'x' } } } } },
    { type: 'unreadable', kind: 'diubah' },
  ],
  [
    'wraps within wraps',
    { ephemeralMessage: { message: { ephemeralMessage: { message: { conversation: 'ya' } } } } },
    { type: 'text', text: 'ya' },
  ],
  [
    'a picture to be seen once',
    { viewOnceMessageV2: { message: { imageMessage: {} } } },
    { type: 'unreadable', kind: 'sekali_lihat' },
  ],
  [
    'the own card',
    { contactMessage: { vcard: 'TEL;waid=6281200000007:+62' } },
    { type: 'contact', phone: '+6281200000007' },
  ],
  [
    "somebody else's card",
    { contactMessage: { vcard: 'TEL;waid=6281200000008:+62' } },
    { type: 'unreadable', kind: 'kontak' },
  ],
  [
    'an edit',
    { protocolMessage: { type: 14, editedMessage: { conversation: 'x' } } },
    { type: 'unreadable', kind: 'diubah' },
  ],
  ['a deletion', { protocolMessage: { type: 0 } }, null],
  ['a reaction', { reactionMessage: { text: '👍' } }, null],
])('%s is read', (_name, content, input) => {
  expect(readContent(baileys, message(content))).toEqual(input);
});

test('what linked devices do not get at all is explained, too', () => {
  expect(readContent(baileys, message(null, { isViewOnce: true }))).toEqual({
    type: 'unreadable',
    kind: 'sekali_lihat',
  });
});

test('a person is their LID where it is known, without the device', () => {
  expect(personOf([phone, lid])).toBe(lid);
  expect(personOf(['6281200000007:3@s.whatsapp.net', undefined])).toBe(phone);
});

test.each([
  ['120363000000000001@g.us', 'a group'],
  ['62812-1400000000@g.us', 'an old group'],
  ['status@broadcast', 'the status'],
  ['1795000000@broadcast', 'a broadcast list'],
  ['120363000000000001@newsletter', 'a channel'],
  ['0@s.whatsapp.net', 'WhatsApp itself'],
  ['@s.whatsapp.net', 'the service'],
  ['867051314767696@bot', 'a bot'],
  ['100000000000007@hosted.lid', 'a hosted device'],
  ['6281200000007@hosted', 'a hosted number'],
  ['6281200000007@c.us', 'an address of long ago'],
  ['100000000000007@lid@s.whatsapp.net', 'an address that was put together wrongly'],
  ['6281200000007:abc@s.whatsapp.net', 'a device that is no number'],
  [`${'6'.repeat(5000)}@lid`, 'an address without an end'],
  ['call@call', 'a call'],
  ['', 'nobody'],
])('%s is no person: %s', (jid) => {
  expect([isPerson(jid), personOf([jid, null])]).toEqual([false, null]);
});

test.each([
  ['3A0123456789ABCDEF', true],
  ['3EB0C767D26A1D7B1E2F', true],
  ['', false],
  ['a b', false],
  ['A'.repeat(129), false],
  ['A\u0000B', false],
])('%j is an id of a message: %s', (id, is) => {
  expect(isMessageId(id)).toBe(is);
});

test('choices are lines, and a long caption goes ahead of nothing', () => {
  const choices = ['Ya', 'Tidak'].map((label, index) => ({ id: `c${index}`, code: label, label }));
  expect(toParts({ text: 'Setuju?', choices })).toEqual([{ text: 'Setuju?\n\n1. Ya\n2. Tidak' }]);
  expect(toParts({ text: 'Ketik satu:', choices, unnumbered: true })).toEqual([{ text: 'Ketik satu:\n\nYa\nTidak' }]);
  expect(toParts({ text: 'Peta', image: 'https://a/peta.png' })).toEqual([
    { text: 'Peta', image: 'https://a/peta.png' },
  ]);
  const long = 'a '.repeat(600).trim();
  expect(toParts({ text: long, image: 'https://a/peta.png' })).toEqual([
    { text: '', image: 'https://a/peta.png' },
    { text: long },
  ]);
});
