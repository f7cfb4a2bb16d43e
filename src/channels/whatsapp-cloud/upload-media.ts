import { z } from 'zod';

import type { Part, SendResult } from '../../domain/channel.ts';
import { mimeOf } from '../../domain/media.ts';
import type { UploadedFiles } from '../uploaded-files.ts';
import type { Client } from './client.ts';
import { explainAnswer } from './errors.ts';

const uploaded = z.object({ id: z.string().min(1) });

/** A file as a message names it: by the id of what was uploaded, or by the link that Meta fetches itself. */
export type FileName = { readonly id: string } | { readonly link: string };

/** Nothing was said yet, so an upload whose fate is unknown is simply tried again. */
const uploadAgainMs = 30_000;

/**
 * The name under which a part's file can be sent; null: it has none; or why there was no message. A file of the service's own is uploaded first, once, under
 * the phone number, where Meta keeps it for 30 days.
 */
export async function nameFile(
  client: Client,
  files: UploadedFiles,
  part: Part,
  signal: AbortSignal,
): Promise<FileName | SendResult | null> {
  const { image, document, file } = part;
  const link = image ?? document;
  if (link === undefined) return null;
  if (file === undefined) return { link };
  const known = files.nameOf(part);
  if (known !== undefined) return { id: known };
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeOf[file.type]);
  form.set('file', new Blob([Buffer.from(file.content)], { type: mimeOf[file.type] }), file.name);
  const answer = await client.upload('/media', form, signal);
  if (answer.type === 'refused') return explainAnswer(answer);
  const id = answer.type === 'ok' ? uploaded.safeParse(answer.result).data?.id : undefined;
  if (id !== undefined) files.note(part, id);
  return id === undefined ? { type: 'retry', afterMs: uploadAgainMs, scope: 'chat', code: 'upload' } : { id };
}
