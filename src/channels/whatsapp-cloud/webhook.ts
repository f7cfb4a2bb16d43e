import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Hear, Receive } from '../../domain/channel.ts';
import type { Log } from '../../domain/ports/log.ts';
import { webhookBodyBytes } from './limits.ts';
import { readMessage, readPayload } from './read.ts';
import { readStatus } from './reports.ts';

/** Where Meta delivers: what comes there is known by its signature, so the path is no secret. */
const webhookPath = '/whatsapp-cloud/masuk';

export interface WebhookSettings {
  readonly account: string;
  readonly phoneId: string;
  readonly appSecret: string;
  /** The word that is typed into Meta's page when the address is entered there. */
  readonly verifyToken: string;
  readonly receive: Receive;
  readonly hear: Hear;
  readonly log: Log;
}

/** A POST as any web server has it; header names in lower case, the body exactly as it came. */
interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** To be mounted for GET and POST at `path`; a web server should refuse what is larger than `maxBytes` unread. */
export interface WebhookDoor {
  readonly path: string;
  readonly maxBytes: number;
  /** The challenge to repeat; null: whoever asks does not know the word. */
  readonly verify: (query: Readonly<Record<string, string>>) => string | null;
  /** 200 only for what is durable; 503 makes Meta deliver again, for up to seven days. Never throws. */
  readonly handle: (request: WebhookRequest) => Promise<{ readonly status: 200 | 400 | 403 | 413 | 503 }>;
  /** Takes in again after a `close`; it is open from the beginning. */
  readonly open: () => void;
  /** From now on 503; resolves when nothing is being taken in any more. */
  readonly close: () => Promise<void>;
}

/** The door of one phone number (webhooks/create-webhook-endpoint). */
export function createWebhook(settings: WebhookSettings): WebhookDoor {
  const underway = new Set<Promise<unknown>>();
  const isSigned = createSignatureCheck(settings.appSecret);
  let closed = false;
  const handle: WebhookDoor['handle'] = async ({ headers, body }) => {
    if (closed) return { status: 503 };
    if (body.byteLength > webhookBodyBytes) return { status: 413 };
    if (!isSigned(headers['x-hub-signature-256'] ?? '', body)) return { status: 403 };
    const payload = parseJson(body);
    if (payload === undefined) return { status: 400 };
    try {
      await take(settings, payload);
      return { status: 200 };
    } catch {
      return { status: 503 };
    }
  };
  return {
    path: webhookPath,
    maxBytes: webhookBodyBytes,
    verify: (query) => {
      const isOurs = query['hub.mode'] === 'subscribe' && isSame(query['hub.verify_token'] ?? '', settings.verifyToken);
      return isOurs ? (query['hub.challenge'] ?? '') : null;
    },
    handle: (request) => {
      const done = handle(request).finally(() => underway.delete(done));
      underway.add(done);
      return done;
    },
    open: () => {
      closed = false;
    },
    close: async () => {
      closed = true;
      await Promise.all(underway);
    },
  };
}

/** Resolves when everything in it is durable. What has no known shape would be repeated for a week: it is counted and let go. */
async function take({ account, phoneId, receive, hear, log }: WebhookSettings, payload: unknown): Promise<void> {
  const delivered = readPayload(payload, phoneId);
  if (delivered === null) return log('whatsapp_cloud.payload_unreadable', {});
  const messages = delivered.messages.map((raw, place) => readMessage(raw, account, place));
  const reports = delivered.statuses.map((raw) => readStatus(raw, account));
  const unread = [...messages, ...reports].filter((read) => read === null).length;
  if (unread > 0) log('whatsapp_cloud.unreadable', { count: unread });
  if (delivered.strange > 0) log('whatsapp_cloud.not_ours', { count: delivered.strange });
  for (const code of delivered.errors) log('whatsapp_cloud.error_told', { code });
  const inbound = messages.flatMap((read) => read ?? []);
  if (inbound.length > 0) await receive(inbound);
  const heard = reports.flatMap((read) => read ?? []);
  if (heard.length > 0) await hear(heard);
}

/** Whether a body bears the app's signature: over its bytes, for another spelling of the same JSON is signed otherwise. */
function createSignatureCheck(appSecret: string): (header: string, body: Uint8Array) => boolean {
  return (header, body) => isSame(header, `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
}

/** In constant time, whatever the lengths: digests are compared, never the words. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
