import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Fetched } from '../../domain/channel.ts';
import { download } from '../download.ts';
import type { ClientSettings } from './client.ts';
import { answerBytes } from './limits.ts';

/** Where Meta keeps files; the token is shown to no other host (but the configured API's own). */
const mediaHost = 'lookaside.fbsbx.com';

const found = z.object({ url: z.url(), file_size: z.number().optional(), sha256: z.string().optional() });

/**
 * Fetches a file by the id that its message came with: the id gives an address that is good for five minutes
 * (business-messaging/whatsapp/business-phone-numbers/media).
 */
export async function fetchMedia(
  { apiRoot, phoneId, token }: ClientSettings,
  ref: string,
  largest: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const headers = { authorization: `Bearer ${token}` };
  const root = apiRoot.replace(/\/$/u, '');
  const asked = new URL(`${root}/${encodeURIComponent(ref)}?phone_number_id=${phoneId}`);
  const answer = await download(asked, { largest: answerBytes, headers, signal });
  if (answer.type !== 'file') return answer.type === 'failed' ? answer : { type: 'failed', code: 'no_json' };
  const file = found.safeParse(parse(answer.content));
  if (!file.success) return { type: 'failed', code: 'no_url' };
  const { url, file_size: size = 0, sha256 } = file.data;
  if (size > largest) return { type: 'too_large' };
  const place = new URL(url);
  const isMeta = place.protocol === 'https:' && place.host === mediaHost;
  if (!isMeta && place.origin !== asked.origin) return { type: 'failed', code: 'foreign_host' };
  const fetched = await download(place, { largest, headers, signal });
  return fetched.type === 'file' && !isSame(fetched.content, sha256) ? { type: 'broken' } : fetched;
}

function parse(content: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The documentation shows the hash in hexadecimal in one place and in base64 in another. */
function isSame(content: Uint8Array, sha256: string | undefined): boolean {
  const hash = createHash('sha256').update(content).digest();
  return sha256 === undefined || [hash.toString('hex'), hash.toString('base64')].includes(sha256);
}
