import { globalAgent } from 'node:https';

import { Telegram, TelegramError } from 'telegraf';
import type { Opts } from 'telegraf/types';

/** The methods that this channel uses; nothing else of the Bot API is called. */
type Method =
  | 'answerCallbackQuery'
  | 'deleteWebhook'
  | 'getFile'
  | 'getMe'
  | 'getUpdates'
  | 'sendDocument'
  | 'sendContact'
  | 'sendLocation'
  | 'sendMessage'
  | 'sendPhoto'
  | 'setMyCommands'
  | 'setWebhook';

/** What became of one call. It never holds the payload or the token, so it may be logged. */
export type Answer =
  | { readonly type: 'ok'; readonly result: unknown }
  /** Telegram said no: certainly not done. */
  | {
      readonly type: 'refused';
      readonly status: number;
      readonly description: string;
      readonly retryAfterMs: number | null;
      readonly movedTo: string | null;
    }
  /** The request never reached Telegram: certainly not done. */
  | { readonly type: 'unreachable'; readonly code: string }
  /** Perhaps done: the answer was lost, cut off, or a 5xx. */
  | { readonly type: 'unclear'; readonly code: string };

/** One call to the Bot API. Never throws; `signal` ends it (telegraf alone would wait 500 s). */
export type Call = <Name extends Method>(method: Name, payload: Opts<Name>, signal: AbortSignal) => Promise<Answer>;

/**
 * Gives `work` a signal that ends with `signal` or after `ms`, whichever is first. (`AbortSignal.any` over a signal
 * that lives as long as the process keeps a little of every call for ever.)
 */
export async function within<Result>(
  ms: number,
  signal: AbortSignal,
  work: (limited: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, ms);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

/** Failures from before the request was written: name not found, nobody listening, no route, a certificate refused. */
const neverReached =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/u;

/**
 * A client for one bot. `apiRoot` is Telegram's address or that of a Bot API server of one's own (a path is kept).
 * Of telegraf only `callApi` is used: its polling, webhook and sessions lose updates when a handler fails.
 */
export function createClient(token: string, apiRoot: string): Call {
  const telegram = new Telegram(token, {
    apiRoot: apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`,
    // Node's own agent lets idle connections go before the server does, which would look like a lost answer.
    agent: globalAgent,
    webhookReply: false,
  });
  return async (method, payload, signal) => {
    if (signal.aborted) return { type: 'unreachable', code: 'aborted' };
    try {
      // @ts-expect-error telegraf's types know only the signal of an old polyfill; node-fetch takes the platform's own
      return { type: 'ok', result: await telegram.callApi(method, payload, { signal }) };
    } catch (error) {
      return toAnswer(error);
    }
  };
}

/** Only codes leave here: telegraf's messages can hold the token, and its errors hold the whole payload. */
function toAnswer(error: unknown): Answer {
  if (error instanceof TelegramError) {
    if (error.code >= 500) return { type: 'unclear', code: `status_${error.code}` };
    const { retry_after: seconds, migrate_to_chat_id: movedTo } = error.parameters ?? {};
    return {
      type: 'refused',
      status: error.code,
      description: error.description,
      retryAfterMs: seconds === undefined ? null : seconds * 1000,
      movedTo: movedTo === undefined ? null : String(movedTo),
    };
  }
  const code = codeOf(error);
  return neverReached.test(code) ? { type: 'unreachable', code } : { type: 'unclear', code };
}

/** Of a network failure its system code or kind (`ECONNRESET`, `aborted`, `invalid-json`). */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('type' in error && typeof error.type === 'string') return error.type;
  return 'unknown';
}
