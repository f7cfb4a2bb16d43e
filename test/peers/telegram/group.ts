import type { Updates } from './updates.ts';
import { frame } from './world.ts';
import type { Chat, Membership, Message, World } from './world.ts';

/** A group or channel. Everything done here becomes the updates that the platform sends a bot, in its order. */
export interface Group {
  readonly id: number;
  /** Somebody adds the bot, or makes it an administrator; of a channel it always is one. */
  adds(by: number, rights?: { readonly posts: boolean }): void;
  /** An administrator forbids the bot alone to write. */
  silences(by: number): void;
  /** What all members may do changes: no update tells of it. */
  closes(): void;
  opens(): void;
  kicks(by: number): void;
  renames(title: string): void;
  /** Somebody writes there. */
  says(by: number, text: string): Message;
  /** Grows into a supergroup with another id; bots hear of the new place first (tdlib/telegram-bot-api, issue 266). */
  grows(to: number): Group;
  /** Everything that the bot wrote there, oldest first. */
  sees(): readonly { readonly text: string; readonly photo: boolean; readonly document: boolean }[];
}

/** The driver of one group; `type` as the platform names it. */
export function createGroup(
  world: World,
  updates: Updates,
  id: number,
  { type, title }: { readonly type: Exclude<Chat['type'], 'private'>; readonly title: string },
): Group {
  const chat = world.chat(id, { type, name: title });
  const user = { id: world.bot.id, is_bot: true, first_name: 'Gelombang', username: world.bot.username };

  function becomes(by: number, membership: Membership): void {
    const old = memberOf(chat.membership, chat.type);
    chat.membership = membership;
    updates.push({
      my_chat_member: {
        chat: frame(chat),
        from: { id: by, is_bot: false, first_name: `Orang ${by}` },
        date: world.seconds(),
        old_chat_member: { ...old, user },
        new_chat_member: { ...memberOf(membership, chat.type), user },
      },
    });
  }

  /** By an anonymous administrator, as service messages often are. */
  function tells(service: object): void {
    const from = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    updates.push({ message: { ...world.post(chat, false, { ...service }), from } });
  }

  return {
    id,
    adds: (by, { posts } = { posts: true }) => becomes(by, posts ? 'writes' : 'silent'),
    silences: (by) => becomes(by, 'silent'),
    closes: () => {
      chat.closed = true;
    },
    opens: () => {
      chat.closed = false;
    },
    kicks: (by) => becomes(by, 'kicked'),
    renames: (to) => {
      chat.name = to;
      tells({ new_chat_title: to });
    },
    says: (by, text) => {
      const from = { id: by, is_bot: false, first_name: `Orang ${by}` };
      const message = { ...world.post(chat, false, { text }), from };
      updates.push(chat.type === 'channel' ? { channel_post: message } : { message });
      return message;
    },
    grows: (to) => {
      const grown = createGroup(world, updates, to, { type: 'supergroup', title: chat.name });
      chat.movedTo = to;
      grown.adds(1087968824);
      tells({ migrate_to_chat_id: to });
      updates.push({ message: { ...world.post(world.chat(to), false, {}), migrate_from_chat_id: id } });
      return grown;
    },
    sees: () =>
      chat.messages
        .filter(({ fromBot }) => fromBot)
        .map(({ message: { text, caption, photo, document } }) => {
          return { text: text ?? caption ?? '', photo: photo !== undefined, document: document !== undefined };
        }),
  };
}

/** The bot as a member: core.telegram.org/bots/api#chatmember */
function memberOf(membership: Membership, type: Chat['type']): object {
  if (membership === 'left' || membership === 'kicked') return { status: membership };
  const posts = membership === 'writes';
  if (type === 'channel') return { status: 'administrator', can_post_messages: posts, can_be_edited: false };
  return posts ? { status: 'member' } : { status: 'restricted', is_member: true, can_send_messages: false };
}
