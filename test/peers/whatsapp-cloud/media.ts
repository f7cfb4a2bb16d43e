import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What Meta answers for a file's id (business-phone-numbers/media). */
interface MediaAnswer {
  readonly messaging_product: 'whatsapp';
  readonly id: string;
  readonly url: string;
  readonly mime_type: string;
  readonly sha256: string;
  readonly file_size: number;
}

/** The files that people sent to the number, and those that the service uploaded. */
export interface Media {
  /** A phone sends a file; its id. */
  keep(file: Uint8Array, mime?: string): string;
  file(id: string): Uint8Array | undefined;
  /** What is known of the file whose bytes lie under `origin`; undefined: there is none. */
  describe(id: string, origin: string): MediaAnswer | undefined;
  /** Takes an upload; its id, or null when the form is not as documented. */
  take(request: IncomingMessage): Promise<string | null>;
  /** From now on another host is named, or other bytes than the hash says are given. */
  lie(about: 'host' | 'content'): void;
  read(id: string): Uint8Array | undefined;
  /** Ids of files that were asked for, and of those that were fetched. */
  asked(): readonly string[];
  fetched(): readonly string[];
}

export function createMedia(): Media {
  const files = new Map<string, { readonly file: Uint8Array; readonly mime: string }>();
  const asked: string[] = [];
  const fetched: string[] = [];
  const lies = new Set<string>();
  const keep: Media['keep'] = (file, mime = 'image/jpeg') => {
    const id = String(1_906_385_232_743_451 + files.size);
    files.set(id, { file, mime });
    return id;
  };
  return {
    keep,
    file: (id) => files.get(id)?.file,
    describe: (id, origin) => {
      asked.push(id);
      const known = files.get(id);
      if (known === undefined) return undefined;
      const sha256 = createHash('sha256').update(known.file).digest('hex');
      const url = `${lies.has('host') ? 'http://localhost:9' : origin}/berkas/${id}`;
      const { mime: mime_type, file } = known;
      return { messaging_product: 'whatsapp', id, url, mime_type, sha256, file_size: file.byteLength };
    },
    take: async (request) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const form = await new Response(await buffer(request), { headers }).formData();
      const [product, type, file] = [form.get('messaging_product'), form.get('type'), form.get('file')];
      if (product !== 'whatsapp' || typeof type !== 'string' || !(file instanceof File) || file.type !== type)
        return null;
      return keep(new Uint8Array(await file.arrayBuffer()), type);
    },
    lie: (about) => void lies.add(about),
    read: (id) => {
      fetched.push(id);
      const file = files.get(id)?.file;
      return file === undefined || !lies.has('content') ? file : Buffer.concat([file, Buffer.of(0)]);
    },
    asked: () => asked,
    fetched: () => fetched,
  };
}
