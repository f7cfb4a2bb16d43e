import { z } from 'zod';

/** What a message says of a file: where it lies, and how it is opened and known to be the right one. */
const key = z.object({
  kind: z.enum(['Image', 'Document']),
  path: z
    .string()
    .regex(/^\/[^/\\]/u)
    .max(2000),
  mediaKey: z.base64().max(64),
  sha256: z.base64().max(64),
  bytes: z.number().int().min(0),
});

export type MediaKey = z.infer<typeof key>;

/** The parts of WhatsApp's own message about a file. */
interface FileMessage {
  readonly directPath?: string | null;
  readonly mediaKey?: Uint8Array | null;
  readonly fileSha256?: Uint8Array | null;
  readonly fileLength?: unknown;
}

/**
 * All of it as one reference, which lies sealed with the message until that is handled, and nowhere else. What is missing
 * makes a reference that nothing can be fetched by.
 */
export function toMediaRef(kind: MediaKey['kind'], file: FileMessage): string {
  const { directPath, mediaKey, fileSha256, fileLength } = file;
  return JSON.stringify({
    kind,
    path: directPath ?? '',
    mediaKey: toBase64(mediaKey),
    sha256: toBase64(fileSha256),
    // A number, or the library's own form of a long one.
    bytes: Number(fileLength ?? 0),
  });
}

/** The reference read again; null: it leads nowhere. */
export function readMediaRef(ref: string): MediaKey | null {
  try {
    return key.safeParse(JSON.parse(ref)).data ?? null;
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64');
}
