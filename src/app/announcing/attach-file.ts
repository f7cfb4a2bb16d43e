import { toMediaId, unclaimedMs } from '../../domain/media.ts';
import { recognize } from '../../domain/metadata/recognize.ts';
import { strip } from '../../domain/metadata/strip.ts';
import type { Officer } from '../../domain/officer.ts';
import type { Outcome } from '../../domain/operation.ts';
import type { NewMedia } from '../../domain/ports/media.ts';
import { toMediaRef } from '../../engine/media.ts';
import type { MediaType } from '../../engine/media.ts';
import type { Office } from '../office.ts';

/** As large as the question for it in the chat takes. */
export const largestAttachment = 5 * 1024 * 1024;

const types: ReadonlySet<MediaType> = new Set(['jpg', 'png', 'pdf']);

/** Kept without an announcement for as long as one may be written ahead (60 days) and then run (30). */
const keptMs = 3 * unclaimedMs;

/** A file for an announcement, ready to be kept. */
export interface Attachment {
  readonly file: NewMedia;
  /** What an announcement calls it. */
  readonly ref: string;
}

/** It is larger than that. */
export function refuseLarge(): Outcome {
  return { result: 'lampiran_besar', values: { paling: toMegabytes(largestAttachment) } };
}

/** A file that an officer gave from a disk, without place and device; or why it is not taken. The same file is the same. */
export function readAttachment(
  { fingerprint }: Pick<Office, 'fingerprint'>,
  { address }: Pick<Officer, 'address'>,
  base64: string,
): Attachment | Outcome {
  const content = new Uint8Array(Buffer.from(base64, 'base64'));
  if (content.byteLength > largestAttachment) return refuseLarge();
  const type = recognize(content);
  if (type === null || !types.has(type)) return { result: 'lampiran_tipe', values: {} };
  const bare = strip(content, type);
  if (bare === null) return { result: 'lampiran_rusak', values: {} };
  const id = toMediaId(fingerprint('media', `${address}\n${base64}`));
  return { file: { id, address, type, content: bare }, ref: toMediaRef(id) };
}

/** Keeps it while an announcement with it is handed in: it stays where that took it, and goes where nobody else has it. */
export async function keepWhile(
  { media }: Pick<Office, 'media'>,
  attachment: Attachment | null,
  handIn: () => Promise<Outcome>,
): Promise<Outcome> {
  if (attachment === null) return handIn();
  const { file } = attachment;
  await media.keep(file, keptMs);
  const outcome = await handIn();
  if (outcome.result === 'sudah_diajukan') await media.release([file.id]);
  else await media.claim([file.id]);
  return outcome;
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
