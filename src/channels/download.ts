import { get as getPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';

import type { Fetched } from '../domain/channel.ts';

interface Download {
  readonly largest: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Trusted instead of the usual certificates. */
  readonly ca?: string;
  readonly signal: AbortSignal;
}

/**
 * The body behind an address, of at most `largest` bytes: more is not read, whatever was promised. No redirection is
 * followed, because it may lead anywhere. Never throws; no address and no header is in a code.
 */
export function download(url: URL, { largest, headers = {}, ca, signal }: Download): Promise<Fetched> {
  return new Promise((resolve) => {
    const ask = url.protocol === 'http:' ? getPlain : get;
    const request = ask(url, { headers, signal, ...(ca !== undefined && { ca }) }, (response) => {
      read(response, largest)
        .then(resolve, (error: unknown) => resolve({ type: 'failed', code: codeOf(error) }))
        .finally(() => request.destroy());
    });
    request.on('error', (error) => resolve({ type: 'failed', code: codeOf(error) }));
  });
}

async function read(response: IncomingMessage, largest: number): Promise<Fetched> {
  if (response.statusCode !== 200) return { type: 'failed', code: `status_${response.statusCode ?? 0}` };
  if (Number(response.headers['content-length'] ?? 0) > largest) return { type: 'too_large' };
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.byteLength;
    if (bytes > largest) return { type: 'too_large' };
    pieces.push(piece);
  }
  return { type: 'file', content: Buffer.concat(pieces) };
}

/** Of a failure its system code or kind (`ECONNRESET`, `AbortError`), never its words. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
