import { z } from 'zod';

import type { Part, SendResult } from '../../domain/channel.ts';
import type { UploadedFiles } from '../uploaded-files.ts';
import type { Client } from './client.ts';
import { explainAnswer } from './errors.ts';
import { drawingOf, toRow } from './parts.ts';
import { nameFile } from './upload-media.ts';
import type { FileName } from './upload-media.ts';

/** The words on the button that opens a list, from the locale. */
export interface ListLabels {
  /** At most 20 letters. */
  readonly list: string;
}

/** What sending needs besides the connection. */
export interface Means {
  readonly labels: ListLabels;
  /** What Meta was given already. */
  readonly files: UploadedFiles;
}

export interface Letter {
  readonly chat: string;
  readonly part: Part;
  readonly callId: string;
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** What Meta answers when it does not know a file by its id any more, among others. */
const refusesFile: ReadonlySet<number> = new Set([100, 131009, 131052, 131053]);
/** It is uploaded with the next call, at once. */
const uploadAgainMs = 1000;

/** Sends one part with one call, and with the name that its statuses bring back. Never throws. */
export async function sendPart(
  client: Client,
  { labels, files }: Means,
  letter: Letter,
  signal: AbortSignal,
): Promise<SendResult> {
  const known = files.nameOf(letter.part) !== undefined;
  const file = await nameFile(client, files, letter.part, signal);
  if (file !== null && 'type' in file) return file;
  const answer = await client.post('/messages', toMessage(letter, file, labels), signal);
  if (known && answer.type === 'refused' && refusesFile.has(answer.code ?? 0)) {
    files.forget(letter.part);
    return { type: 'retry', afterMs: uploadAgainMs, scope: 'chat', code: 'file_unknown' };
  }
  if (answer.type !== 'ok') return explainAnswer(answer);
  const platformId = taken.safeParse(answer.result).data?.messages[0]?.id;
  return platformId === undefined ? { type: 'uncertain', code: 'no_id' } : { type: 'sent', platformId };
}

function toMessage({ chat, part, callId }: Letter, file: FileName | null, labels: ListLabels): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...toRecipient(chat),
    ...toContent(part, file, labels),
    biz_opaque_callback_data: callId,
  };
}

/** Numbers are digits; who hides theirs is known by a business-scoped id, `ID.13491208655302741918`. */
function toRecipient(chat: string): object {
  return /^\d+$/u.test(chat) ? { to: chat } : { recipient: chat };
}

function toContent(part: Part, file: FileName | null, labels: ListLabels): object {
  const { text, image, location, card, offer, template } = part;
  const caption = text === '' ? {} : { caption: text };
  if (template !== undefined) return toTemplate(template);
  if (file !== null && image !== undefined) return { type: 'image', image: { ...file, ...caption } };
  if (file !== null) return { type: 'document', document: { ...file, filename: nameOf(part), ...caption } };
  if (location !== undefined) {
    const { lat: latitude, lon: longitude, name } = location;
    return { type: 'location', location: { latitude, longitude, ...(name !== undefined && { name }) } };
  }
  if (card !== undefined) {
    const { name, phone } = card;
    // A formatted name alone is refused: one of its pieces must be there.
    const contact = { name: { formatted_name: name, first_name: name }, phones: [{ phone, type: 'WORK' }] };
    return { type: 'contacts', contacts: [contact] };
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
function nameOf({ document: link = '', file }: Part): string {
  if (file !== undefined) return file.name;
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
