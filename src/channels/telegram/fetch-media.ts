import { z } from 'zod';

import type { Fetched } from '../../domain/channel.ts';
import { download } from '../download.ts';
import type { Call } from './client.ts';

/** A file that Telegram holds; `file_path` is its own way to it, relative to the root for files. */
const found = z.object({
  file_size: z.number().optional(),
  file_path: z.string().regex(/^[\w.-]+(?:\/[\w.-]+)*$/u),
});

interface Files {
  readonly call: Call;
  readonly token: string;
  readonly apiRoot: string;
}

/** Fetches a file by its `file_id`: core.telegram.org/bots/api#getfile. Telegram itself gives out at most 20 MB. */
export async function fetchMedia(
  { call, token, apiRoot }: Files,
  ref: string,
  largest: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const answer = await call('getFile', { file_id: ref }, signal);
  if (answer.type === 'refused') {
    return /file is too big/iu.test(answer.description)
      ? { type: 'too_large' }
      : { type: 'failed', code: `refused_${answer.status}` };
  }
  if (answer.type !== 'ok') return { type: 'failed', code: answer.code };
  const file = found.safeParse(answer.result);
  // No way to it, or one out of the folder of files: a server of one's own in its local mode.
  if (!file.success || file.data.file_path.split('/').includes('..')) return { type: 'failed', code: 'no_path' };
  const { file_size: size = 0, file_path: path } = file.data;
  if (size > largest) return { type: 'too_large' };
  return download(new URL(`${apiRoot.replace(/\/$/u, '')}/file/bot${token}/${path}`), { largest, signal });
}
