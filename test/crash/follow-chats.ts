import { z } from 'zod';

import type { Peer } from '../peers/telegram/peer.ts';
import type { Resident } from './resident.ts';

const button = z.object({ text: z.string(), callback_data: z.string() });
const message = z.object({
  chat_id: z.number(),
  text: z.string(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(button)).default([]) }).optional(),
});

/**
 * Shows people what the platform took for them, in the instant in which it did. `taken` is told after each message, with
 * how many there were: the answer to the service is on its way by then, and not yet read.
 */
export function followChats(
  peer: Peer,
  residents: ReadonlyMap<number, Resident>,
  taken: (count: number) => void,
): () => void {
  let known = 0;
  let count = 0;
  let stopped = false;
  let open: ReturnType<Peer['requests']> = [];
  void peer.until(() => {
    const all = peer.requests('sendMessage');
    open = [...open, ...all.slice(known)];
    known = all.length;
    const done = open.filter(({ status }) => status === 200);
    open = open.filter(({ status }) => status === 0);
    for (const { payload } of done) {
      const { chat_id: chat, text, reply_markup: markup } = message.parse(payload);
      residents.get(chat)?.hears({ text, buttons: markup?.inline_keyboard.flat() ?? [] });
      count += 1;
      taken(count);
    }
    return stopped;
  });
  return () => {
    stopped = true;
  };
}
