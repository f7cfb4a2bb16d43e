import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { createCertificate } from './certificate.ts';

type Kind = 'image' | 'video' | 'audio' | 'document';

/** What a message says of a file: where it lies and how it is opened. */
interface Reference {
  readonly directPath?: string | null;
  readonly mediaKey?: Uint8Array | null;
  readonly fileSha256?: Uint8Array | null;
}

/** The store of encrypted files, over https. */
export interface Media {
  /** What a client has to trust: `fetchAgent: new https.Agent({ ca: certificate })`. */
  readonly certificate: string;
  /** Name and port, as `media_conn` names it. */
  readonly host: string;
  /** A phone uploads a file; what its message says of it. */
  keep(
    kind: Kind,
    file: Uint8Array,
  ): Required<Reference> & { readonly url: string; readonly fileEncSha256: Uint8Array; readonly fileLength: number };
  /** The file behind a message, as a phone opens it: the code and the hash have to be right. */
  open(kind: Kind, reference: Reference): Buffer;
  /** Methods and paths of the requests so far. */
  requests(): readonly string[];
  close(): Promise<void>;
}

/** So many bytes of the authentication code are kept behind a file. */
const codeBytes = 10;

/** Starts the store on 127.0.0.1. */
export async function createMedia(): Promise<Media> {
  const { key, certificate } = createCertificate();
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer({ key, cert: certificate }, (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', `https://${host}`);
    requests.push(`${request.method} ${pathname}`);
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      files.set(pathname, Buffer.concat(parts));
      response.end(JSON.stringify({ url: `https://${host}${pathname}`, direct_path: pathname }));
      return;
    }
    const file = files.get(pathname);
    response.writeHead(file === undefined ? 404 : 200).end(file);
  }

  return {
    certificate,
    host,
    keep: (kind, file) => {
      const mediaKey = randomBytes(32);
      const { iv, cipherKey, macKey } = expand(kind, mediaKey);
      const cipher = createCipheriv('aes-256-cbc', cipherKey, iv);
      const sealed = Buffer.concat([cipher.update(file), cipher.final()]);
      const stored = Buffer.concat([sealed, codeOf(macKey, iv, sealed)]);
      const directPath = `/mms/${kind}/${randomBytes(12).toString('hex')}`;
      files.set(directPath, stored);
      return {
        directPath,
        url: `https://${host}${directPath}`,
        mediaKey,
        fileSha256: sha256(file),
        fileEncSha256: sha256(stored),
        fileLength: file.byteLength,
      };
    },
    open: (kind, { directPath, mediaKey, fileSha256 }) => {
      const stored = files.get(directPath ?? '');
      if (stored === undefined || !mediaKey || !fileSha256) throw new Error('no such file');
      const { iv, cipherKey, macKey } = expand(kind, mediaKey);
      const sealed = stored.subarray(0, -codeBytes);
      if (!codeOf(macKey, iv, sealed).equals(stored.subarray(-codeBytes))) throw new Error('a file was changed');
      const cipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
      const file = Buffer.concat([cipher.update(sealed), cipher.final()]);
      if (!sha256(file).equals(fileSha256)) throw new Error('another file than the message says');
      return file;
    },
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function expand(kind: Kind, mediaKey: Uint8Array): { iv: Buffer; cipherKey: Buffer; macKey: Buffer } {
  const info = `WhatsApp ${kind.charAt(0).toUpperCase()}${kind.slice(1)} Keys`;
  const keys = Buffer.from(hkdfSync('sha256', mediaKey, Buffer.alloc(32), info, 112));
  return { iv: keys.subarray(0, 16), cipherKey: keys.subarray(16, 48), macKey: keys.subarray(48, 80) };
}

function codeOf(macKey: Buffer, iv: Buffer, sealed: Buffer): Buffer {
  return createHmac('sha256', macKey).update(iv).update(sealed).digest().subarray(0, codeBytes);
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
