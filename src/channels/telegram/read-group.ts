import { z } from 'zod';

import type { GroupFact, GroupForm } from '../../domain/group-chat.ts';

const id = z.number().int();
const chat = z.object({ id, type: z.string(), title: z.string().default('') });

/** Of a group's update only what concerns the bot itself is read; what people say there is not even looked at. */
const told = z.object({
  my_chat_member: z
    .object({
      chat,
      from: z.object({ id }),
      date: id,
      new_chat_member: z.object({
        status: z.string(),
        can_post_messages: z.boolean().optional(),
        can_send_messages: z.boolean().optional(),
        is_member: z.boolean().optional(),
      }),
    })
    .optional(),
  message: z
    .object({
      chat,
      date: id,
      new_chat_title: z.string().optional(),
      migrate_to_chat_id: id.optional(),
      migrate_from_chat_id: id.optional(),
    })
    .optional(),
});

type Told = z.infer<typeof told>;

/** Where an update comes from: all that is known of it before it is decided who may read the rest. */
const place = z.object({
  message: z.object({ chat }).optional(),
  my_chat_member: z.object({ chat }).optional(),
  callback_query: z.object({ message: z.object({ chat }).optional() }).optional(),
});

/** Whether an update comes from a group or a channel. */
export function isFromGroup(raw: unknown): boolean {
  const { message, my_chat_member: change, callback_query: tap } = place.safeParse(raw).data ?? {};
  const from = (message ?? change ?? tap?.message)?.chat.type;
  return from !== undefined && from !== 'private';
}

/** What an update tells of the bot in a group: core.telegram.org/bots/api#chatmemberupdated and #message. Never throws. */
export function readGroupFacts(raw: unknown, account: string): readonly GroupFact[] {
  const { data } = told.safeParse(raw);
  if (data === undefined) return [];
  const found = readPresence(data) ?? readService(data);
  return found === null ? [] : [{ account, ...found }];
}

type Found = Omit<GroupFact, 'account'>;

function readPresence({ my_chat_member: change }: Told): Found | null {
  if (change === undefined) return null;
  const { chat: where, date, from, new_chat_member: now } = change;
  const frame = { chat: String(where.id), at: date * 1000 };
  if (now.status === 'left' || now.status === 'kicked' || now.is_member === false) {
    return { ...frame, fact: { type: 'gone' } };
  }
  const form = where.type === 'channel' ? 'channel' : 'group';
  const fact = {
    type: 'present',
    form,
    title: where.title,
    writable: mayWrite(form, now),
    by: String(from.id),
  } as const;
  return { ...frame, fact };
}

/** In a channel only administrators with that right write, in a group every member that is not restricted. */
function mayWrite(form: GroupForm, now: NonNullable<Told['my_chat_member']>['new_chat_member']): boolean {
  if (form === 'channel') return now.can_post_messages === true;
  return now.status !== 'restricted' || now.can_send_messages === true;
}

/** A group that becomes a supergroup gets another id, and tells of it in both places, not always in both. */
function readService({ message }: Told): Found | null {
  if (message === undefined) return null;
  const { chat: where, date, new_chat_title: title, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  const [here, at] = [String(where.id), date * 1000];
  if (to !== undefined) return { chat: here, at, fact: { type: 'moved', to: String(to) } };
  if (from !== undefined) return { chat: String(from), at, fact: { type: 'moved', to: here } };
  return title === undefined ? null : { chat: here, at, fact: { type: 'titled', title } };
}
