import { randomInt } from 'node:crypto';

import { normalizeMessageContent, proto } from '@whiskeysockets/baileys';

/** A plaintext ends in 1 to 16 bytes that each hold their count. */
const mostPadding = 16;

/** A message as it is encrypted. */
export function toPlaintext(message: proto.IMessage): Buffer {
  const padding = randomInt(1, mostPadding + 1);
  return Buffer.concat([proto.Message.encode(message).finish(), Buffer.alloc(padding, padding)]);
}

/** The message in a decrypted plaintext. */
export function fromPlaintext(plain: Buffer): proto.IMessage {
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > mostPadding) throw new Error('a plaintext without its padding');
  return proto.Message.decode(plain.subarray(0, -padding));
}

/** The words that a person reads in a message: its text, or the caption of what it shows. */
export function textOf(message: proto.IMessage): string {
  const content = normalizeMessageContent(message);
  const { conversation, extendedTextMessage, imageMessage, documentMessage, videoMessage } = content ?? {};
  return (
    conversation ??
    extendedTextMessage?.text ??
    imageMessage?.caption ??
    documentMessage?.caption ??
    videoMessage?.caption ??
    ''
  );
}
