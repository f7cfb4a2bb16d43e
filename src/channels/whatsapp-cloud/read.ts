import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Inbound } from '../../domain/message.ts';
import { inboundTextLength } from './limits.ts';

const text = z.string();
/** Ids of rows and buttons, of people and of files: 256 is the longest that any page allows. */
const idLength = 256;
const present = z.unknown().optional();
const file = z.object({ id: text.min(1).max(idLength), caption: text.transform(cutCaption).optional() });
const chosen = z.object({ id: text.min(1).max(idLength) });

/** webhooks/reference/messages. A person who hides the number comes with `from_user_id` alone. */
const message = z.object({
  id: text.min(1),
  from: text.min(1).max(idLength).optional(),
  from_user_id: text.min(1).max(idLength).optional(),
  group_id: present,
  timestamp: z.coerce.number().int().nonnegative(),
  type: text,
  text: z.object({ body: text }).optional(),
  interactive: z.object({ button_reply: chosen.optional(), list_reply: chosen.optional() }).optional(),
  button: z.object({ text }).optional(),
  image: file.optional(),
  document: file.optional(),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  contacts: z
    .array(z.object({ phones: z.array(z.object({ wa_id: text.optional() })).optional() }))
    .min(1)
    .optional(),
});

const value = z.object({
  metadata: z.object({ phone_number_id: text }),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
  /** webhooks/reference/messages/errors: what is wrong with the number or the account, in no message's name. */
  errors: z.array(z.object({ code: z.number().int() })).optional(),
});

const payload = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ field: text, value: z.unknown() })) })),
});

type Message = z.infer<typeof message>;

/** What one delivery of the platform holds for this phone number, still as the platform wrote it. */
export interface Delivered {
  readonly messages: readonly unknown[];
  readonly statuses: readonly unknown[];
  /** The codes of what is wrong with the number or the account. */
  readonly errors: readonly number[];
  /** Changes that concern nobody here, or whose shape is unknown. */
  readonly strange: number;
}

/** Takes a payload apart: several entries, changes and numbers may share one. null: not the shape of a payload. */
export function readPayload(raw: unknown, phoneId: string): Delivered | null {
  const parsed = payload.safeParse(raw);
  if (!parsed.success) return null;
  const changes = parsed.data.entry.flatMap((entry) => entry.changes);
  const known = changes.flatMap((change) => {
    const read = change.field === 'messages' ? value.safeParse(change.value) : null;
    return read?.success === true && read.data.metadata.phone_number_id === phoneId ? [read.data] : [];
  });
  return {
    messages: known.flatMap(({ messages }) => messages ?? []),
    statuses: known.flatMap(({ statuses }) => statuses ?? []),
    errors: known.flatMap(({ errors = [] }) => errors.map(({ code }) => code)),
    strange: changes.length - known.length,
  };
}

/** No half of a character at its end. */
function cutCaption(caption: string): string {
  return caption.slice(0, inboundTextLength).replace(/[\uD800-\uDBFF]$/u, '');
}

/** Seconds of the platform, and the place in its delivery, as one number. */
const placesPerSecond = 1000;

/**
 * One message in our words; `place` is its place in the delivery. null: its shape is unknown. Empty: nothing for us (a group,
 * a reaction, a notice about a number).
 */
export function readMessage(raw: unknown, account: string, place: number): readonly Inbound[] | null {
  const parsed = message.safeParse(raw);
  if (!parsed.success) return null;
  const sent = parsed.data;
  const user = sent.from ?? sent.from_user_id;
  if (user === undefined) return null;
  const input = sent.group_id === undefined ? readInput(sent) : null;
  if (input === null) return [];
  const order = sent.timestamp * placesPerSecond + Math.min(place, placesPerSecond - 1);
  return [{ account, user, chat: user, externalId: toExternalId(sent.id), order, input }];
}

/** WhatsApp's own id is readable and holds the sender's number, which may stand in no id of ours. */
function toExternalId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

/** Kinds that we cannot read, by the name that the sentence about it has in the locale (`layanan.tak_terbaca.*`). */
const unreadable: Readonly<Record<string, string>> = { sticker: 'stiker', audio: 'suara', video: 'video' };

/** Kinds that want no answer. */
const silent: ReadonlySet<string> = new Set(['reaction', 'system', 'request_welcome']);

function readInput(sent: Message): Inbound['input'] | null {
  if (silent.has(sent.type)) return null;
  return readWords(sent) ?? readMedia(sent) ?? { type: 'unreadable', kind: unreadable[sent.type] ?? 'lain' };
}

/** What was typed, and what was tapped: a button or row brings its id back, the button of a template only its words. */
function readWords({ text: typed, interactive, button }: Message): Inbound['input'] | null {
  if (typed !== undefined) {
    return typed.body.length > inboundTextLength
      ? { type: 'unreadable', kind: 'lain' }
      : { type: 'text', text: typed.body };
  }
  const choice = interactive?.button_reply?.id ?? interactive?.list_reply?.id;
  if (choice !== undefined) return { type: 'tap', choice };
  return button === undefined ? null : { type: 'text', text: button.text };
}

function readMedia(sent: Message): Inbound['input'] | null {
  const { image, document, location } = sent;
  if (image !== undefined) return toFile('photo', image);
  if (document !== undefined) return toFile('document', document);
  if (location !== undefined) return { type: 'location', lat: location.latitude, lon: location.longitude };
  return sent.contacts === undefined ? null : readContact(sent);
}

function toFile(type: 'photo' | 'document', { id, caption }: z.infer<typeof file>): Inbound['input'] {
  return { type, ref: id, ...(caption !== undefined && { caption }) };
}

/** Anybody can pass on anybody's contact; only the sender's own number counts as handed over. */
function readContact({ contacts = [], from }: Message): Inbound['input'] {
  const numbers = contacts.flatMap(({ phones = [] }) => phones.map((phone) => phone.wa_id));
  const isOwn = from !== undefined && numbers.length > 0 && numbers.every((one) => one === from);
  return isOwn ? { type: 'contact', phone: `+${from}` } : { type: 'unreadable', kind: 'kontak' };
}
