import { z } from 'zod';

import { answerBytes } from './limits.ts';

/** What became of one call. It holds neither payload nor token nor the platform's words, so it may be logged. */
export type Answer =
  | { readonly type: 'ok'; readonly result: unknown }
  /** An answer that is an error; `code` is the platform's own (errors.ts), null where it names none. */
  | { readonly type: 'refused'; readonly status: number; readonly code: number | null }
  /** The request never reached the platform: certainly not done. */
  | { readonly type: 'unreachable'; readonly code: string }
  /** Perhaps done: the answer was lost or cut off, or is none of the platform's. */
  | { readonly type: 'unclear'; readonly code: string };

/** Calls of one phone number. They never throw; `signal` ends them. */
export interface Client {
  readonly post: (path: string, payload: unknown, signal: AbortSignal) => Promise<Answer>;
  readonly upload: (path: string, form: FormData, signal: AbortSignal) => Promise<Answer>;
  readonly get: (path: string, signal: AbortSignal) => Promise<Answer>;
}

export interface ClientSettings {
  /** With the version: `https://graph.facebook.com/v25.0`. */
  readonly apiRoot: string;
  readonly phoneId: string;
  readonly token: string;
}

/** Failures from before the request was written: name not found, nobody listening, no route, a certificate refused. */
const neverReached =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/u;

const refusal = z.object({ error: z.object({ code: z.number().int() }) });

/** A client for one phone number. The token travels in a header only, so that no URL and no log of a proxy holds it. */
export function createClient({ apiRoot, phoneId, token }: ClientSettings): Client {
  const base = `${apiRoot.replace(/\/$/u, '')}/${phoneId}`;
  const headers = { authorization: `Bearer ${token}` };
  const json = { ...headers, 'content-type': 'application/json' };
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    if (init.signal?.aborted === true) return { type: 'unreachable', code: 'aborted' };
    try {
      return await toAnswer(await fetch(`${base}${path}`, { headers, ...init, redirect: 'error' }));
    } catch (error) {
      const code = codeOf(error);
      return neverReached.test(code) ? { type: 'unreachable', code } : { type: 'unclear', code };
    }
  };
  return {
    post: (path, payload, signal) =>
      call(path, { method: 'POST', headers: json, body: JSON.stringify(payload), signal }),
    // The form tells its own type, with the mark between its parts.
    upload: (path, form, signal) => call(path, { method: 'POST', body: form, signal }),
    get: (path, signal) => call(path, { signal }),
  };
}

async function toAnswer(response: Response): Promise<Answer> {
  const body = parseJson(await readLimited(response));
  if (response.ok) return body === undefined ? { type: 'unclear', code: 'no_json' } : { type: 'ok', result: body };
  const named = refusal.safeParse(body);
  return { type: 'refused', status: response.status, code: named.success ? named.data.error.code : null };
}

/** The body, or nothing when it is too large to be an answer of this platform. */
async function readLimited({ body }: Response): Promise<string> {
  const reader = (body as ReadableStream<Uint8Array> | null)?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return Buffer.concat(chunks).toString('utf8');
    size += chunk.value.byteLength;
    if (size > answerBytes) {
      await reader?.cancel();
      return '';
    }
    chunks.push(chunk.value);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a failure its system code or kind (`ECONNRESET`, `AbortError`), never its words: they hold the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
