import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import type { Fetched } from '../../domain/channel.ts';
import { download } from '../download.ts';
import { readMediaRef } from './media-key.ts';
import type { MediaKey } from './media-key.ts';

/** Where files lie. */
export interface MediaServer {
  readonly host: string;
  /** Trusted there instead of the usual certificates. */
  readonly ca?: string;
}

/** WhatsApp's own: what a message names beside it may be anybody's (the sender writes it), and is never asked. */
const whatsAppMedia: MediaServer = { host: 'mmg.whatsapp.net' };

/** So many bytes of the authentication code stand behind a file. */
const codeBytes = 10;
/** A file is filled up to whole blocks. */
const blockBytes = 16;

/**
 * Fetches and opens a file. Baileys does so too, but checks neither code nor hash, so that whoever holds the host could
 * put anything there. Needs no connection: any process may do it.
 */
export async function fetchMedia(
  server: MediaServer = whatsAppMedia,
  ref: string,
  largest: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const key = readMediaRef(ref);
  if (key === null) return { type: 'failed', code: 'no_key' };
  if (key.bytes > largest) return { type: 'too_large' };
  const url = new URL(key.path, `https://${server.host}`);
  if (url.host !== server.host) return { type: 'failed', code: 'foreign_host' };
  const { ca } = server;
  const sealed = await download(url, {
    largest: largest + blockBytes + codeBytes,
    signal,
    ...(ca !== undefined && { ca }),
  });
  return sealed.type === 'file' ? open(key, sealed.content) : sealed;
}

function open({ kind, mediaKey, sha256, bytes }: MediaKey, stored: Uint8Array): Fetched {
  const keys = Buffer.from(
    hkdfSync('sha256', Buffer.from(mediaKey, 'base64'), Buffer.alloc(32), `WhatsApp ${kind} Keys`, 112),
  );
  const [iv, cipherKey, macKey] = [keys.subarray(0, 16), keys.subarray(16, 48), keys.subarray(48, 80)];
  const end = stored.byteLength - codeBytes;
  if (end < blockBytes || end % blockBytes !== 0) return { type: 'broken' };
  const [body, code] = [stored.subarray(0, end), stored.subarray(end)];
  const expected = createHmac('sha256', macKey).update(iv).update(body).digest().subarray(0, codeBytes);
  if (!timingSafeEqual(expected, code)) return { type: 'broken' };
  try {
    const cipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
    const content = Buffer.concat([cipher.update(body), cipher.final()]);
    const isWhole = bytes === 0 || bytes === content.byteLength;
    const isSame = createHash('sha256').update(content).digest('base64') === sha256;
    return isWhole && isSame ? { type: 'file', content } : { type: 'broken' };
  } catch {
    return { type: 'broken' };
  }
}
