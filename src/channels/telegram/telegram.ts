import type { Channel, SendResult } from '../../domain/channel.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { createUploadedFiles } from '../uploaded-files.ts';
import { createClient } from './client.ts';
import type { Command } from './commands.ts';
import { createConnect } from './connect.ts';
import { fetchMedia } from './fetch-media.ts';
import { createIntake } from './intake.ts';
import { limits, webhookBodyBytes } from './limits.ts';
import { toParts } from './parts.ts';
import { createPolling } from './poll.ts';
import { createReception } from './reception.ts';
import type { Receivers, Take } from './reception.ts';
import { sendPart } from './send.ts';
import type { OfferLabels } from './send.ts';
import { createWebhookHandler } from './webhook.ts';
import type { HandleWebhook, WebhookSettings } from './webhook.ts';

export interface TelegramOptions extends Receivers {
  /** As @BotFather gives it: `<bot id>:<secret>`. */
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhook?: WebhookSettings;
  /** The command menu of private chats, in Indonesian. */
  readonly commands: readonly Command[];
  readonly labels: OfferLabels;
  readonly log: Log;
  readonly clock: Clock;
}

export interface TelegramChannel extends Channel {
  /** Where Telegram delivers; null while polling. */
  readonly webhook: WebhookDoor | null;
}

/** To be mounted for POST at `path`; a web server should refuse what is larger than `maxBytes` unread. */
interface WebhookDoor {
  readonly path: string;
  readonly maxBytes: number;
  readonly handle: HandleWebhook;
}

/** One Telegram bot as a channel. Nothing is called before `start`; a refused token shows in `trouble`. */
export function telegram({
  token,
  apiRoot,
  webhook,
  commands,
  labels,
  receive,
  hearGroups,
  log,
  clock,
}: TelegramOptions): TelegramChannel {
  const account = `telegram:${token.split(':')[0] ?? ''}`;
  const call = createClient(token, apiRoot);
  const reception = createReception(account, call, commands, { receive, hearGroups }, log);
  const connect = createConnect(call, webhook, commands, log);
  const register = async (signal: AbortSignal) => (await connect(signal)) ?? { type: 'done' as const };
  const begin = () => (webhook === undefined ? createPolling(connect, call, reception.take) : register);
  const intake = createIntake(begin, clock, log);
  const files = createUploadedFiles(() => clock.monotonic());
  let sending: string | null = null;

  return {
    account,
    kind: 'telegram',
    buttons: true,
    // Telegram answers a second poller with 409; a webhook may lead to any process.
    exclusive: webhook === undefined,
    sendsWhereHeld: false,
    limits,
    webhook: webhook === undefined ? null : openDoor(webhook, reception.take),
    parts: toParts,
    // Telegram knows no idempotency key, so the call's name cannot be handed over.
    send: async (chat, part, _callId, signal) => {
      const result = await sendPart(call, chat, part, { labels, files }, signal);
      sending = troubleAfter(result, sending);
      return result;
    },
    fetchMedia: (ref, largest, signal) => fetchMedia({ call, token, apiRoot }, ref, largest, signal),
    start: () => {
      reception.open();
      return intake.start();
    },
    stop: async () => {
      await Promise.all([intake.stop(), reception.close()]);
    },
    trouble: () => intake.trouble() ?? sending,
  };
}

/** A refused account stays a trouble until Telegram takes a message again. */
function troubleAfter(result: SendResult, before: string | null): string | null {
  if (result.type === 'failed' && result.blame === 'account') return result.code;
  return result.type === 'sent' ? null : before;
}

function openDoor(webhook: WebhookSettings, take: Take): WebhookDoor {
  const path = new URL(webhook.url).pathname;
  return { path, maxBytes: webhookBodyBytes, handle: createWebhookHandler(webhook, take) };
}
