import type { Channel, Hear, Receive, SendResult } from '../../domain/channel.ts';
import type { Log } from '../../domain/ports/log.ts';
import { fillTemplate } from '../../domain/template.ts';
import type { Template } from '../../domain/template.ts';
import { createUploadedFiles } from '../uploaded-files.ts';
import { capsOfTier } from './caps.ts';
import { createClient } from './client.ts';
import { explainAnswer } from './errors.ts';
import { fetchMedia } from './fetch-media.ts';
import { housekeepingMs, limits, windowMs } from './limits.ts';
import { toParts } from './parts.ts';
import { sendPart } from './send.ts';
import type { ListLabels } from './send.ts';
import { createWebhook } from './webhook.ts';
import type { WebhookDoor } from './webhook.ts';

export interface WhatsappCloudOptions {
  /** With the version: `https://graph.facebook.com/v25.0`. */
  readonly apiRoot: string;
  readonly phoneId: string;
  /** Of a system user, with whatsapp_business_messaging. */
  readonly token: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly templates: readonly Template[];
  /** How many people may be written to first within 24 hours; null: unlimited. */
  readonly tier: number | null;
  readonly labels: ListLabels;
  readonly receive: Receive;
  readonly hear: Hear;
  readonly log: Log;
}

export interface WhatsappCloudChannel extends Channel {
  readonly webhook: WebhookDoor;
  /** How many approved forms it has. */
  readonly templates: number;
}

/** One phone number of the official WhatsApp Cloud API as a channel. Nothing is called before `start`. */
export function whatsappCloud(options: WhatsappCloudOptions): WhatsappCloudChannel {
  const { phoneId, templates, labels } = options;
  const account = `whatsapp-cloud:${phoneId}`;
  const client = createClient(options);
  const webhook = createWebhook({ ...options, account });
  const files = createUploadedFiles(() => performance.now());
  let trouble: string | null = null;

  return {
    account,
    kind: 'whatsapp-cloud',
    buttons: true,
    exclusive: false,
    sendsWhereHeld: false,
    limits,
    caps: capsOfTier(options.tier),
    webhook,
    templates: templates.length,
    window: {
      forMs: windowMs,
      approve: (part) => {
        const { text, image, document } = part;
        const isPlain = image === undefined && document === undefined;
        const template = isPlain ? fillTemplate(templates, text) : null;
        return template === null ? null : { text, template };
      },
    },
    parts: toParts,
    send: async (chat, part, callId, signal) => {
      const result = await sendPart(client, { labels, files }, { chat, part, callId }, signal);
      trouble = troubleAfter(result, trouble);
      return result;
    },
    fetchMedia: (ref, largest, signal) => fetchMedia(options, ref, largest, signal),
    // What is refused now would be refused with the first message; telling it at once saves a search.
    start: async () => {
      webhook.open();
      const answer = await client.get('?fields=id', AbortSignal.timeout(housekeepingMs));
      trouble = answer.type === 'ok' ? null : troubleAfter(explainAnswer(answer), null);
    },
    stop: () => webhook.close(),
    trouble: () => trouble,
  };
}

/** A refused account stays a trouble until the platform takes a message again. */
function troubleAfter(result: SendResult, before: string | null): string | null {
  if (result.type === 'failed' && result.blame === 'account') return result.code;
  return result.type === 'sent' ? null : before;
}
