import { z } from 'zod';

import type { GroupFact } from '../../domain/group-chat.ts';
import type { Inbound } from '../../domain/message.ts';
import { spokenForm } from './commands.ts';
import type { Command } from './commands.ts';
import { inboundTextLength } from './limits.ts';
import { isFromGroup, readGroupFacts } from './read-group.ts';

/** The kinds of update that we ask Telegram for; `my_chat_member` tells who blocked the bot, and where it was added. */
export const wantedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

const id = z.number().int();
const person = z.object({ id, is_bot: z.boolean() });
const chat = z.object({ id, type: z.string() });
const file = z.object({ file_id: z.string().min(1) });
const present = z.unknown().optional();

const message = z.object({
  message_id: id,
  chat,
  from: person.optional(),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  photo: z.array(file).min(1).optional(),
  document: file.optional(),
  sticker: present,
  voice: present,
  audio: present,
  video: present,
  video_note: present,
  animation: present,
  dice: present,
  game: present,
  poll: present,
  story: present,
});

const update = z.object({
  update_id: id,
  message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: person,
      data: z.string().optional(),
      message: z.object({ chat }).optional(),
    })
    .optional(),
  my_chat_member: z.object({ chat, from: person, new_chat_member: z.object({ status: z.string() }) }).optional(),
});

/** What is read of any update. */
const bare = z.object({ update_id: id, callback_query: z.object({ id: z.string() }).optional() });

type Message = z.infer<typeof message>;
type Update = z.infer<typeof update>;

/** Kinds that we cannot read, by the name that the sentence about it has in the locale (`layanan.tak_terbaca.*`). */
const unreadable: readonly (readonly [keyof Message, string])[] = [
  ['sticker', 'stiker'],
  ['voice', 'suara'],
  ['audio', 'suara'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['dice', 'lain'],
  ['game', 'lain'],
  ['poll', 'lain'],
  ['story', 'lain'],
];

/** core.telegram.org/bots/features#deep-linking */
const startCommand = /^\/start(?:@\w+)?(?:\s+(?<payload>\S+))?\s*$/iu;
const startPayload = /^[A-Za-z0-9_-]{1,64}$/u;

export interface ReadUpdate {
  /** For confirming it; null when not even that could be read. */
  readonly updateId: number | null;
  /** null: not the shape of an update. Empty: nothing for us (a group, an edit, a service message). */
  readonly inbound: readonly Inbound[] | null;
  /** What it tells of the bot in a group or channel. */
  readonly groups: readonly GroupFact[];
  /** The callback query to answer, whatever becomes of the tap. */
  readonly tap: string | null;
}

/**
 * One update of the Bot API in our words. Only private chats speak to the service; edits, other bots and service messages yield
 * nothing, groups only what concerns the bot itself. Never throws.
 */
export function readUpdate(raw: unknown, account: string, commands: readonly Command[]): ReadUpdate {
  if (isFromGroup(raw)) return readFromGroup(raw, account);
  const parsed = update.safeParse(raw);
  if (!parsed.success) {
    const updateId = bare.safeParse(raw).data?.update_id ?? null;
    return { updateId, inbound: null, groups: [], tap: null };
  }
  const found = readMessage(parsed.data, commands) ?? readTap(parsed.data) ?? readMembership(parsed.data);
  return {
    updateId: parsed.data.update_id,
    inbound: found === null ? [] : [{ account, order: parsed.data.update_id, ...found }],
    groups: [],
    tap: parsed.data.callback_query?.id ?? null,
  };
}

/** A tap there is answered all the same, so that no button seems stuck; it says nothing to us. */
function readFromGroup(raw: unknown, account: string): ReadUpdate {
  const { update_id: updateId = null, callback_query: tap } = bare.safeParse(raw).data ?? {};
  return { updateId, inbound: [], groups: readGroupFacts(raw, account), tap: tap?.id ?? null };
}

type Found = Omit<Inbound, 'account' | 'order'>;

function readMessage({ message: sent }: Update, commands: readonly Command[]): Found | null {
  if (sent?.from === undefined || sent.chat.type !== 'private' || sent.from.is_bot) return null;
  const input = readText(sent, commands) ?? readMedia(sent) ?? readContact(sent);
  if (input === null) return null;
  return {
    user: String(sent.from.id),
    chat: String(sent.chat.id),
    externalId: `message.${sent.message_id}`,
    ...(sent.media_group_id === undefined ? {} : { group: sent.media_group_id }),
    input,
  };
}

function readTap({ callback_query: tap }: Update): Found | null {
  if (tap?.data === undefined || tap.from.is_bot) return null;
  if (tap.message !== undefined && tap.message.chat.type !== 'private') return null;
  return {
    user: String(tap.from.id),
    chat: String(tap.message?.chat.id ?? tap.from.id),
    externalId: `tap.${tap.id}`,
    input: { type: 'tap', choice: tap.data },
  };
}

function readMembership({ update_id: updateId, my_chat_member: change }: Update): Found | null {
  if (change === undefined || change.chat.type !== 'private') return null;
  return {
    user: String(change.from.id),
    chat: String(change.chat.id),
    externalId: `member.${updateId}`,
    input: { type: change.new_chat_member.status === 'kicked' ? 'blocked' : 'unblocked' },
  };
}

function readText({ text }: Message, commands: readonly Command[]): Inbound['input'] | null {
  if (text === undefined) return null;
  if (text.length > inboundTextLength) return { type: 'unreadable', kind: 'lain' };
  const start = startCommand.exec(text);
  if (start === null) return { type: 'text', text: spokenForm(text, commands) };
  const payload = start.groups?.['payload'] ?? '';
  return startPayload.test(payload) ? { type: 'start', flow: payload, args: {} } : { type: 'text', text: '/start' };
}

/** An animation also carries a `document`, therefore what we cannot read is looked for first. */
function readMedia(sent: Message): Inbound['input'] | null {
  const refused = unreadable.find(([field]) => sent[field] !== undefined);
  if (refused !== undefined) return { type: 'unreadable', kind: refused[1] };
  const caption = sent.caption === undefined ? {} : { caption: sent.caption };
  // Sizes are listed from small to large.
  const photo = sent.photo?.at(-1);
  if (photo !== undefined) return { type: 'photo', ref: photo.file_id, ...caption };
  if (sent.document !== undefined) return { type: 'document', ref: sent.document.file_id, ...caption };
  if (sent.location === undefined) return null;
  return { type: 'location', lat: sent.location.latitude, lon: sent.location.longitude };
}

/** Anybody can forward anybody's contact; only the sender's own number counts as handed over. */
function readContact({ contact, from }: Message): Inbound['input'] | null {
  if (contact === undefined) return null;
  const digits = contact.phone_number.replaceAll(/\D/gu, '');
  if (contact.user_id !== from?.id || digits === '') return { type: 'unreadable', kind: 'kontak' };
  return { type: 'contact', phone: `+${digits}` };
}
