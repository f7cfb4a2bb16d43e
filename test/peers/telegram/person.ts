import type { InlineKeyboardButton } from '@grammyjs/types';

import type { Updates } from './updates.ts';
import type { Chat, Content, Message, World } from './world.ts';

/** A message of the bot as the person reads it. */
interface Seen {
  readonly text: string;
  /** The labels of its inline buttons, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly image?: string;
  readonly document?: string;
  readonly location?: unknown;
  readonly contact?: unknown;
}

/** A person with a phone. Everything done here becomes an update for the bot. */
export interface Person {
  readonly id: number;
  says(text: string): Message;
  /** Opens the bot by a link. */
  starts(payload?: string): void;
  /** Taps the newest inline button with this label. */
  taps(label: string): string;
  /** Presses a key of the reply keyboard: a word, or the key that hands over the number or the place. */
  presses(label: string): void;
  /** Anything else that a chat can hold: a sticker, a voice note, somebody's contact. */
  sends(content: Content): Message;
  /** A picture from the phone, or (`as`) a file from its memory. */
  sendsFile(
    file: Uint8Array,
    more?: { readonly caption?: string; readonly as?: 'document'; readonly album?: string },
  ): void;
  edits(message: Message, text: string): void;
  /** Wrote to the bot long ago, so it may write to them. */
  isKnown(): void;
  blocks(): void;
  unblocks(): void;
  /** Everything that the bot wrote, oldest first. */
  sees(): readonly Seen[];
  /** The labels of the reply keyboard. */
  keys(): readonly string[];
}

/** The driver of one person's side of the chat. */
export function createPerson(id: number, world: World, updates: Updates): Person {
  const chat = world.chat(id);

  function sends(content: Content): Message {
    chat.started = true;
    const message = world.post(chat, false, content);
    updates.push({ message });
    return message;
  }

  function membership(status: 'member' | 'kicked'): void {
    chat.blocked = status === 'kicked';
    const user = { id: world.bot.id, is_bot: true, first_name: 'Gelombang' };
    const old = { status: status === 'kicked' ? 'member' : 'kicked', user };
    updates.push({ my_chat_member: { ...frame(chat), old_chat_member: old, new_chat_member: { status, user } } });
  }

  return {
    id,
    sends,
    says: (text) => sends({ text, ...commandEntity(text) }),
    starts: (payload) => {
      const text = payload === undefined ? '/start' : `/start ${payload}`;
      sends({ text, ...commandEntity(text) });
    },
    taps: (label) => {
      const { message, data } = findButton(chat, label);
      const callback = world.tap();
      const { from } = frame(chat);
      updates.push({ callback_query: { id: callback, from, message, chat_instance: String(id), data } });
      return callback;
    },
    presses: (label) => {
      const key = chat.keyboard?.keyboard.flat().find((one) => (typeof one === 'string' ? one : one.text) === label);
      if (key === undefined) throw new Error(`no key "${label}" on the keyboard`);
      if (chat.keyboard?.one_time_keyboard === true) chat.keyboard = null;
      sends(answerOfKey(key, chat));
    },
    sendsFile: (file, { as = 'photo', caption, album } = {}) => {
      const sent = { file_id: world.keepFile(file), file_unique_id: 'u', file_size: file.byteLength };
      const size = { ...sent, width: 90, height: 90 };
      sends({
        ...(as === 'photo' ? { photo: [{ ...size, file_id: 'kecil' }, size] } : { document: sent }),
        ...(caption !== undefined && { caption }),
        ...(album !== undefined && { media_group_id: album }),
      });
    },
    edits: (message, text) => {
      updates.push({ edited_message: { ...message, text, edit_date: message.date + 1 } });
    },
    isKnown: () => {
      chat.started = true;
    },
    blocks: () => membership('kicked'),
    unblocks: () => membership('member'),
    sees: () => chat.messages.filter(({ fromBot }) => fromBot).map(({ message }) => toSeen(message)),
    keys: () => chat.keyboard?.keyboard.flat().map((key) => (typeof key === 'string' ? key : key.text)) ?? [],
  };
}

function frame({ id, name }: Chat) {
  const from = { id, is_bot: false, first_name: name, language_code: 'id' };
  return { chat: { id, type: 'private', first_name: name }, from, date: 0 };
}

function commandEntity(text: string): Content {
  const command = /^\/[A-Za-z0-9_]+(?:@\w+)?/u.exec(text)?.[0];
  return command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}

type Key = NonNullable<Chat['keyboard']>['keyboard'][number][number];

function answerOfKey(key: Key, { id, name }: Chat): Content {
  if (typeof key === 'string') return { text: key };
  if ('request_contact' in key) {
    return { contact: { phone_number: `62812${String(id).padStart(7, '0')}`, first_name: name, user_id: id } };
  }
  if ('request_location' in key) return { location: { latitude: -2.7, longitude: 106.4 } };
  return { text: key.text };
}

function buttonsOf(message: Message): readonly (readonly InlineKeyboardButton[])[] {
  return message.reply_markup?.inline_keyboard ?? [];
}

function findButton(chat: Chat, label: string): { message: Message; data: string } {
  for (const { message } of chat.messages.toReversed()) {
    const button = buttonsOf(message)
      .flat()
      .find(({ text }) => text === label);
    if (button !== undefined && 'callback_data' in button) return { message, data: button.callback_data };
  }
  throw new Error(`no button "${label}" in the chat`);
}

function toSeen(message: Message): Seen {
  const { text, caption, photo, document, location, contact } = message;
  const image = photo?.at(-1)?.file_id;
  return {
    text: text ?? caption ?? '',
    buttons: buttonsOf(message).map((row) => row.map(({ text: label }) => label)),
    ...(image === undefined ? {} : { image }),
    ...(document === undefined ? {} : { document: document.file_id }),
    ...(location === undefined ? {} : { location }),
    ...(contact === undefined ? {} : { contact }),
  };
}
