import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';
import { z } from 'zod';

import { badRequest } from './refusal.ts';
import type { Updates } from './updates.ts';
import type { Content, Message, World } from './world.ts';

export type Payload = Readonly<Record<string, unknown>>;

/** What the methods work on. */
export interface Bot {
  readonly world: World;
  readonly updates: Updates;
  setWebhook(payload: Payload): void;
  deleteWebhook(): Promise<void>;
  webhookInfo(): Payload;
  /** By scope and language, as JSON. */
  readonly commands: Map<string, unknown>;
}

type Method = (bot: Bot, payload: Payload, hungUp: AbortSignal) => unknown;

const longestText = 4096;
const longestCaption = 1024;
const callbackBytes = 64;
/** getFile gives out no larger ones. */
const largestGivenOut = 20 * 1024 * 1024;
/** Reported, not documented. */
const mostButtons = 100;

const pollRequest = z.object({
  offset: z.number().optional(),
  limit: z.number().optional(),
  timeout: z.number().optional(),
  allowed_updates: z.array(z.string()).optional(),
});

/** The methods of the Bot API that this peer knows. A refusal is thrown as `Refusal`. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: ({ world }) => ({
    id: world.bot.id,
    is_bot: true,
    first_name: 'Gelombang',
    username: world.bot.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }),
  getUpdates: ({ updates }, payload, hungUp) => {
    const { allowed_updates: kinds, ...request } = pollRequest.parse(payload);
    updates.allow(kinds);
    return updates.poll(request, hungUp);
  },
  setWebhook: (bot, payload) => {
    bot.setWebhook(payload);
    return true;
  },
  deleteWebhook: async (bot) => {
    await bot.deleteWebhook();
    return true;
  },
  getWebhookInfo: (bot) => bot.webhookInfo(),
  sendMessage: (bot, payload) => send(bot, payload, { text: plain(payload, 'text') }),
  sendPhoto: (bot, payload) => {
    const size = { file_id: fileOf(payload['photo']), file_unique_id: 'u', width: 90, height: 90 };
    return send(bot, payload, { photo: [size], ...captionOf(payload) });
  },
  sendDocument: (bot, payload) => {
    const document = { file_id: fileOf(payload['document']), file_unique_id: 'u' };
    return send(bot, payload, { document, ...captionOf(payload) });
  },
  getFile: ({ world }, payload) => {
    const id = fileOf(payload['file_id']);
    const file = world.file(id);
    if (file === undefined) throw badRequest('invalid file_id');
    if (file.byteLength > largestGivenOut) throw badRequest('file is too big');
    return { file_id: id, file_unique_id: 'u', file_size: file.byteLength, file_path: `photos/${id}` };
  },
  sendLocation: (bot, payload) =>
    send(bot, payload, { location: { latitude: payload['latitude'], longitude: payload['longitude'] } }),
  sendContact: (bot, payload) =>
    send(bot, payload, {
      contact: { phone_number: payload['phone_number'], first_name: payload['first_name'] },
    }),
  sendChatAction: ({ world }, payload) => {
    world.openChat(payload['chat_id']);
    return true;
  },
  answerCallbackQuery: ({ world }, payload) => {
    world.answer(payload['callback_query_id']);
    return true;
  },
  editMessageText: (bot, payload) => edit(bot, payload, { text: plain(payload, 'text') }),
  editMessageReplyMarkup: (bot, payload) => edit(bot, payload, {}),
  setMyCommands: ({ commands }, payload) => {
    commands.set(scopeOf(payload), payload['commands']);
    return true;
  },
  getMyCommands: ({ commands }, payload) => commands.get(scopeOf(payload)) ?? [],
  deleteMyCommands: ({ commands }, payload) => {
    commands.delete(scopeOf(payload));
    return true;
  },
};

function send({ world }: Bot, payload: Payload, content: Content): Message {
  const chat = world.openChat(payload['chat_id']);
  const { inline_keyboard: inline, keyboard, remove_keyboard: remove, ...look } = markupOf(payload);
  if (chat.type === 'channel' && (keyboard !== undefined || remove === true))
    throw badRequest('inline keyboard expected');
  if (keyboard !== undefined) chat.keyboard = { keyboard, ...look };
  if (remove === true) chat.keyboard = null;
  return world.post(chat, true, { ...content, ...(inline && { reply_markup: { inline_keyboard: inline } }) });
}

function edit({ world }: Bot, payload: Payload, content: Content): Message {
  const stored = world.find(payload['chat_id'], payload['message_id']);
  const { inline_keyboard: inline } = markupOf(payload);
  const { reply_markup: _gone, ...kept } = stored.message;
  const edited = { ...kept, ...content, ...(inline && { reply_markup: { inline_keyboard: inline } }) };
  if (JSON.stringify(edited) === JSON.stringify(stored.message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same ' +
        'as a current content and reply markup of the message',
    );
  }
  stored.message = edited;
  return edited;
}

/** Text without markup: this peer does not parse entities, and says so rather than letting bad escaping pass. */
function plain(payload: Payload, field: 'text' | 'caption'): string {
  if (payload['parse_mode'] !== undefined) throw badRequest("can't parse entities: the peer knows plain text only");
  const text = payload[field];
  if (typeof text !== 'string') return '';
  const longest = field === 'text' ? longestText : longestCaption;
  if (field === 'text' && text.trim() === '') throw badRequest('message text is empty');
  if (text.length > longest) throw badRequest(`message ${field === 'text' ? '' : 'caption '}is too long`);
  return text;
}

/** Refuses in the platform's own words what it has words for. */
export function checkSizes(payload: Payload): void {
  plain(payload, 'text');
  plain(payload, 'caption');
  markupOf(payload);
}

function captionOf(payload: Payload): Content {
  const caption = plain(payload, 'caption');
  return caption === '' ? {} : { caption };
}

function fileOf(file: unknown): string {
  if (typeof file === 'string' && file !== '') return file;
  throw badRequest('there is no file in the request');
}

/** What a client may lay under a message; which of it fits together is left to the schema. */
type Markup = Partial<InlineKeyboardMarkup & ReplyKeyboardMarkup & { remove_keyboard: boolean }>;

function markupOf(payload: Payload): Markup {
  const markup = payload['reply_markup'];
  if (!isMarkup(markup)) return {};
  checkButtons(markup.inline_keyboard?.flat() ?? []);
  return markup;
}

function isMarkup(value: unknown): value is Markup {
  return typeof value === 'object' && value !== null;
}

function checkButtons(buttons: InlineKeyboardMarkup['inline_keyboard'][number]): void {
  if (buttons.length > mostButtons) throw badRequest('reply markup is too long');
  for (const button of buttons) {
    if (button.text === '') throw badRequest('text of the button must be non-empty');
    if ('callback_data' in button && Buffer.byteLength(button.callback_data) > callbackBytes) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
  }
}

function scopeOf(payload: Payload): string {
  return JSON.stringify([payload['scope'] ?? { type: 'default' }, payload['language_code'] ?? '']);
}
