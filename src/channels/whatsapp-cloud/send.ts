import { z } from 'zod';

import type { Part, SendResult } from '../../domain/channel.ts';
import type { Client } from './client.ts';
import { explainAnswer } from './errors.ts';
import { drawingOf, toRow } from './parts.ts';

/** The words on the button that opens a list, from the locale. */
export interface ListLabels {
  /** At most 20 letters. */
  readonly list: string;
}

export interface Letter {
  readonly chat: string;
  readonly part: Part;
  readonly callId: string;
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** Sends one part with one call, and with the name that its statuses bring back. Never throws. */
export async function sendPart(
  client: Client,
  labels: ListLabels,
  letter: Letter,
  signal: AbortSignal,
): Promise<SendResult> {
  const answer = await client.post('/messages', toMessage(letter, labels), signal);
  if (answer.type !== 'ok') return explainAnswer(answer);
  const platformId = taken.safeParse(answer.result).data?.messages[0]?.id;
  return platformId === undefined ? { type: 'uncertain', code: 'no_id' } : { type: 'sent', platformId };
}

function toMessage({ chat, part, callId }: Letter, labels: ListLabels): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...toRecipient(chat),
    ...toContent(part, labels),
    biz_opaque_callback_data: callId,
  };
}

/** Numbers are digits; who hides theirs is known by a business-scoped id, `ID.13491208655302741918`. */
function toRecipient(chat: string): object {
  return /^\d+$/u.test(chat) ? { to: chat } : { recipient: chat };
}

function toContent(part: Part, labels: ListLabels): object {
  const { text, image, document, offer, template } = part;
  const caption = text === '' ? {} : { caption: text };
  if (template !== undefined) return toTemplate(template);
  if (image !== undefined) return { type: 'image', image: { link: image, ...caption } };
  if (document !== undefined) {
    return { type: 'document', document: { link: document, filename: nameOf(document), ...caption } };
  }
  if (offer === 'location') {
    return toInteractive('location_request_message', text, { name: 'send_location' });
  }
  return toQuestion(part, labels) ?? { type: 'text', text: { body: text, preview_url: false } };
}

/** null: there is nothing to tap. */
function toQuestion(part: Part, labels: ListLabels): object | null {
  const { text, choices = [] } = part;
  const drawing = drawingOf(part);
  if (drawing === 'lines') return null;
  if (drawing === 'list') {
    return toInteractive('list', text, { button: labels.list, sections: [{ rows: choices.map(toRow) }] });
  }
  const buttons = choices.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } }));
  return toInteractive('button', text, { buttons });
}

function toInteractive(type: string, text: string, action: object): object {
  return { type: 'interactive', interactive: { type, body: { text }, action } };
}

function toTemplate({ name, language, values }: NonNullable<Part['template']>): object {
  const parameters = values.map((text) => ({ type: 'text', text }));
  const components = parameters.length === 0 ? [] : [{ type: 'body', parameters }];
  return { type: 'template', template: { name, language: { policy: 'deterministic', code: language }, components } };
}

/** The last piece of a link is what the person's phone calls the file. */
function nameOf(link: string): string {
  const path = URL.canParse(link) ? new URL(link).pathname : '';
  const name = path.split('/').at(-1) ?? '';
  return decode(name) || 'dokumen';
}

/** As it stands when it holds a `%` that encodes nothing. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
