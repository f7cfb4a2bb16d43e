import { createHash, timingSafeEqual } from 'node:crypto';

import { webhookBodyBytes } from './limits.ts';
import type { Take } from './reception.ts';

export interface WebhookSettings {
  /** The public https address, path included. */
  readonly url: string;
  /** 1 to 256 of `A-Za-z0-9_-`, repeated by Telegram in every request. */
  readonly secret: string;
}

/** A POST as any web server has it; header names in lower case. */
interface WebhookRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | Uint8Array;
}

/** 200 only for what is durable. Any other status makes Telegram deliver again (503), or was not Telegram (4xx). */
interface WebhookAnswer {
  readonly status: 200 | 400 | 403 | 404 | 413 | 503;
}

export type HandleWebhook = (request: WebhookRequest) => Promise<WebhookAnswer>;

/** Checks that a request comes from Telegram and takes its one update in. Never throws. */
export function createWebhookHandler({ url, secret }: WebhookSettings, take: Take): HandleWebhook {
  const isPath = sameAs(new URL(url).pathname);
  const isSecret = sameAs(secret);
  return async (request) => {
    if (!isPath(request.path.split('?')[0] ?? '')) return { status: 404 };
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'] ?? '')) return { status: 403 };
    if (Buffer.byteLength(request.body) > webhookBodyBytes) return { status: 413 };
    const update = parseJson(request.body);
    if (update === undefined) return { status: 400 };
    try {
      await take([update]);
      return { status: 200 };
    } catch {
      return { status: 503 };
    }
  };
}

/** In constant time, whatever the lengths: digests are compared, never the words. */
function sameAs(expected: string): (given: string) => boolean {
  const wanted = digest(expected);
  return (given) => timingSafeEqual(digest(given), wanted);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parseJson(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
