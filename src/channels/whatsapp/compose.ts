import type { AnyMessageContent, WASocket, proto } from '@whiskeysockets/baileys';

import type { Part } from '../../domain/channel.ts';
import { mimeOf } from '../../domain/media.ts';
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
export function toContent({ text, image, document, location, file }: Part): AnyMessageContent {
  const caption = text === '' ? {} : { caption: text };
  if (location !== undefined) {
    const { lat: degreesLatitude, lon: degreesLongitude, name } = location;
    return { location: { degreesLatitude, degreesLongitude, ...(name !== undefined && { name }) } };
  }
  if (file !== undefined) {
    const { content, name: fileName } = file;
    const mimetype = mimeOf[file.type];
    const bytes = Buffer.from(content);
    return image === undefined
      ? { document: bytes, fileName, mimetype, ...caption }
      : { image: bytes, mimetype, ...caption };
  }
  if (image !== undefined) return { image: { url: image }, ...caption };
  if (document === undefined) return { text, linkPreview: null };
  const fileName = decode(/[^/?#]*(?=[?#]|$)/u.exec(document.replace(/^.*\//u, ''))?.[0] ?? '');
  const end = /\.(?<end>\w+)$/u.exec(fileName)?.groups?.['end']?.toLowerCase() ?? '';
  return { document: { url: document }, fileName, mimetype: kinds[end] ?? 'application/octet-stream', ...caption };
}

/** A stray % stays as it is. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
