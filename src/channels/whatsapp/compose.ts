import type { AnyMessageContent, WASocket, proto } from '@whiskeysockets/baileys';

import type { Out } from '../../engine/turn.ts';
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

/** Baileys reads everything else, also `HTTPS:`, as the path of a file on this machine. */
export function hasWebLinks({ image, document }: Out): boolean {
  return [image, document].every((link) => link === undefined || /^https?:\/\//u.test(link));
}

/** One part as WhatsApp's own message; a file is fetched from its URL, encrypted and uploaded. Rejects when that fails. */
export async function compose(
  { generateWAMessage }: Baileys,
  socket: WASocket,
  chat: string,
  part: Out,
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
export function toContent({ text, image, document }: Out): AnyMessageContent {
  const caption = text === '' ? {} : { caption: text };
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
