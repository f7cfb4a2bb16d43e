import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types';

import type { PeerClock } from './clock.ts';
import { badRequest, Refusal } from './refusal.ts';

/** The bot in a group. */
export type Membership = 'left' | 'kicked' | 'silent' | 'writes';

/** A chat as the platform keeps it. */
export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  name: string;
  /** Of groups. */
  membership: Membership;
  /** Nobody but its administrators may write in this group. */
  closed: boolean;
  /** The supergroup that this group became. */
  movedTo: number | null;
  /** Nobody may be written to before they wrote. */
  started: boolean;
  blocked: boolean;
  /** The reply keyboard that stands below the input line now. */
  keyboard: ReplyKeyboardMarkup | null;
  /** Both directions, in order. */
  readonly messages: Stored[];
}

/** As it stands in an update or an answer; the fields that this peer itself looks at. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: object;
  readonly from: object;
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: readonly { readonly file_id: string }[];
  readonly document?: { readonly file_id: string };
  readonly location?: unknown;
  readonly contact?: unknown;
  readonly reply_markup?: InlineKeyboardMarkup;
}

interface Stored {
  readonly fromBot: boolean;
  message: Message;
}

/** What a message carries beside its frame. */
export type Content = Partial<Message> & Readonly<Record<string, unknown>>;

export interface World {
  readonly bot: { readonly id: number; readonly username: string };
  /** The chat with this person or of this group, made when it is first named. */
  chat(id: number, made?: Pick<Chat, 'type' | 'name'>): Chat;
  /** The platform's time, as messages bear it. */
  seconds(): number;
  /** Where the bot may write, or the platform's refusal. */
  openChat(id: unknown): Chat;
  /** A message by the person, or by the bot, into this chat. */
  post(chat: Chat, fromBot: boolean, content: Content): Message;
  /** The bot's message with this id, or the platform's refusal. */
  find(chatId: unknown, messageId: unknown): Stored;
  /** Notes a tap; its id is what must be answered. */
  tap(): string;
  /** Answers a tap once, or refuses. */
  answer(id: unknown): void;
  unanswered(): readonly string[];
  /** Keeps a file; its id. */
  keepFile(file: Uint8Array): string;
  /** By id; undefined: there is none. */
  file(id: string): Uint8Array | undefined;
}

/** How long the official server keeps a callback query. */
const tapLifeMs = 150_000;

const untouched = {
  membership: 'left',
  closed: false,
  movedTo: null,
  started: false,
  blocked: false,
  keyboard: null,
} as const;

function personal(id: number): Pick<Chat, 'type' | 'name'> {
  return { type: 'private', name: `Warga ${id}` };
}

/** How a message or update names a group. */
export function frame({ id, type, name }: Chat): object {
  return { id, type, title: name };
}

/** A group where the bot may write, or the refusal in the words of the official server (tdlib/telegram-bot-api, Client.cpp). */
function openGroup(group: Chat): Chat {
  const { type, membership, movedTo, closed } = group;
  if (movedTo !== null) {
    const moved = { migrate_to_chat_id: movedTo };
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', moved);
  }
  if (membership === 'kicked') throw new Refusal(403, `Forbidden: bot was kicked from the ${type} chat`);
  if (membership === 'left') throw new Refusal(403, `Forbidden: bot is not a member of the ${type} chat`);
  if (membership === 'silent' && type === 'channel') throw badRequest('need administrator rights in the channel chat');
  if (membership === 'silent' || closed) throw badRequest('not enough rights to send text messages to the chat');
  return group;
}

/** Everything that the platform remembers about one bot. */
export function createWorld(token: string, clock: PeerClock): World {
  const bot = { id: Number(token.split(':')[0]), username: 'gelombang_uji_bot' };
  const chats = new Map<number, Chat>();
  const taps = new Map<string, number>();
  const files = new Map<string, Uint8Array>();
  let lastMessageId = 0;
  let lastTap = 4_000_000_000_000;

  const seconds = (): number => Math.floor(clock.now() / 1000);

  function chat(id: number, { type, name }: Pick<Chat, 'type' | 'name'> = personal(id)): Chat {
    const known = chats.get(id);
    if (known !== undefined) return known;
    const made: Chat = { ...untouched, id, type, name, messages: [] };
    chats.set(id, made);
    return made;
  }

  return {
    bot,
    chat,
    seconds,
    openChat(id) {
      const found = chats.get(Number(id));
      if (found === undefined) throw badRequest('chat not found');
      if (found.type !== 'private') return openGroup(found);
      if (found.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
      if (!found.started) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user");
      return found;
    },
    post(to, fromBot, content) {
      lastMessageId += 1;
      const from = fromBot
        ? { id: bot.id, is_bot: true, first_name: 'Gelombang', username: bot.username }
        : { id: to.id, is_bot: false, first_name: to.name, language_code: 'id' };
      const message: Message = {
        ...content,
        message_id: lastMessageId,
        date: seconds(),
        chat: to.type === 'private' ? { id: to.id, type: to.type, first_name: to.name } : frame(to),
        from,
      };
      to.messages.push({ fromBot, message });
      return message;
    },
    find(chatId, messageId) {
      const stored = chats.get(Number(chatId))?.messages.find(({ message }) => message.message_id === messageId);
      if (stored === undefined) throw badRequest('message to edit not found');
      if (!stored.fromBot) throw badRequest("message can't be edited");
      return stored;
    },
    tap() {
      lastTap += 1;
      taps.set(String(lastTap), clock.now());
      return String(lastTap);
    },
    answer(id) {
      const tappedAt = taps.get(String(id));
      if (tappedAt === undefined || clock.now() - tappedAt > tapLifeMs) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      taps.delete(String(id));
    },
    unanswered: () => [...taps.keys()],
    keepFile(file) {
      const id = `berkas-${files.size + 1}`;
      files.set(id, file);
      return id;
    },
    file: (id) => files.get(id),
  };
}
