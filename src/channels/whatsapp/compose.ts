import type { AnyMessageContent, WASocket, proto } from '@whiskeysockets/baileys';

import type { Part } from '../../domain/channel.ts';
import { mimeOf } from '../../domain/media.ts';
import type { ContactCard } from '../../engine/turn.ts';
import type { Baileys } from './baileys.ts';
import { silent } from './silent-logger.ts';

/** What a document is, by the end of its name; WhatsApp shows an icon for it. */
const kinds: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Baileys reads everything else, also `HTTPS:`, as the path of a file on this machine. Bytes need no link. */
export function hasWebLinks({ image, document, file }: Part): boolean {
  return file !== undefined || [image, document].every((link) => link === undefined || /^https?:\/\//u.test(link));
}

/** One part as WhatsApp's own message; a file is fetched from its URL, encrypted and uploaded. Rejects when that fails. */
export async function compose(
  { generateWAMessage }: Baileys,
  socket: WASocket,
  chat: string,
  part: Part,
  messageId: string,
): Promise<proto.IMessage> {
  if (!hasWebLinks(part)) throw new Error('not a web link');
  const made = await generateWAMessage(chat, toContent(part), {
    logger: silent,
    userJid: socket.user?.id ?? '',
    messageId,
    upload: socket.waUploadToServer,
  });
  return made.message ?? {};
}

/** Without a preview of links: it would be fetched from wherever a text points to. */
export function toContent({ text, image, document, location, card, file }: Part): AnyMessageContent {
  const caption = text === '' ? {} : { caption: text };
  if (location !== undefined) {
    const { lat: degreesLatitude, lon: degreesLongitude, name } = location;
    return { location: { degreesLatitude, degreesLongitude, ...(name !== undefined && { name }) } };
  }
  if (card !== undefined) {
    return { contacts: { displayName: card.name, contacts: [{ displayName: card.name, vcard: toVcard(card) }] } };
  }
  if (file !== undefined) {
    const bytes = Buffer.from(file.content);
    const mimetype = mimeOf[file.type];
    if (image !== undefined) return { image: bytes, mimetype, ...caption };
    return { document: bytes, fileName: file.name, mimetype, ...caption };
  }
  if (image !== undefined) return { image: { url: image }, ...caption };
  if (document !== undefined) return { document: { url: document }, ...nameLinked(document), ...caption };
  return { text, linkPreview: null };
}

/** The end of a link is what the person's phone calls the file. */
function nameLinked(link: string): { readonly fileName: string; readonly mimetype: string } {
  const fileName = decode(/[^/?#]*(?=[?#]|$)/u.exec(link.replace(/^.*\//u, ''))?.[0] ?? '');
  const end = /\.(?<end>\w+)$/u.exec(fileName)?.groups?.['end']?.toLowerCase() ?? '';
  return { fileName, mimetype: kinds[end] ?? 'application/octet-stream' };
}

/** RFC 6350 escapes what would begin another field. Without `waid`: that the number is on WhatsApp is not known. */
function toVcard({ name, phone }: ContactCard): string {
  const said = name.replaceAll(/[\\,;]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ');
  return ['BEGIN:VCARD', 'VERSION:3.0', `N:;${said};;;`, `FN:${said}`, `TEL;type=WORK:${phone}`, 'END:VCARD'].join(
    '\n',
  );
}

/** A stray % stays as it is. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
