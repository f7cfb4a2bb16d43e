import { Readable } from 'node:stream';

import type { AnyMessageContent, WAMediaUpload, WASocket, proto } from '@whiskeysockets/baileys';

import type { Part } from '../../domain/channel.ts';
import { mimeOf } from '../../domain/media.ts';
import type { MediaFile } from '../../domain/media.ts';
import type { ContactCard } from '../../engine/turn.ts';
import type { Baileys } from './baileys.ts';
import { silent } from './silent-logger.ts';
import type { Uploads } from './uploads.ts';

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

/** What messages are made with. */
export interface Composing {
  readonly baileys: Baileys;
  readonly socket: WASocket;
  readonly uploads: Uploads;
}

/**
 * One part as WhatsApp's own message. A file is fetched from its URL, encrypted and uploaded; one of the service's own is uploaded
 * for the first who gets it. Rejects when that fails.
 */
export async function compose(
  { baileys: { generateWAMessage }, socket, uploads }: Composing,
  chat: string,
  part: Part,
  messageId: string,
): Promise<proto.IMessage> {
  if (!hasWebLinks(part)) throw new Error('not a web link');
  const options = { logger: silent, userJid: socket.user?.id ?? '', messageId, upload: socket.waUploadToServer };
  const { image, document, file } = part;
  const own = file === undefined ? undefined : (image ?? document);
  const made =
    own === undefined
      ? generateWAMessage(chat, toContent(part), options)
      : uploads.inTurn(own, () => generateWAMessage(chat, toContent(part), { ...options, mediaCache: uploads.cache }));
  return (await made).message ?? {};
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
    const mimetype = mimeOf[file.type];
    // What was uploaded is remembered with its first caption: each message has its own, an empty one too.
    if (image !== undefined) return { image: toOwnFile(image, file), mimetype, caption: text };
    return { document: toOwnFile(document ?? '', file), fileName: file.name, mimetype, caption: text };
  }
  if (image !== undefined) return { image: { url: image }, ...caption };
  if (document !== undefined) return { document: { url: document }, ...nameLinked(document), ...caption };
  return { text, linkPreview: null };
}

/** Baileys remembers uploads by `url`, and where there is a stream it reads that instead. */
function toOwnFile(url: string, { content }: MediaFile): WAMediaUpload {
  return { url, stream: Readable.from([Buffer.from(content)]) };
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
