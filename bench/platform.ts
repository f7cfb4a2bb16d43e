import { buffer } from 'node:stream/consumers';

import { z } from 'zod';

import { listen } from '../test/peers/local-server.ts';

/** A Bot API that costs next to nothing: it hands out updates and counts messages. */
export interface Platform {
  readonly root: string;
  /** One text from each of these people; resolves with the milliseconds until as many messages came back. */
  say(first: number, count: number, text: string): Promise<number>;
  close(): Promise<void>;
}

const ask = z.object({ offset: z.number().default(0) });

const pollMs = 20;
const batch = 100;

export async function createPlatform(): Promise<Platform> {
  let [updates, nextId, left]: [object[], number, number] = [[], 1, 0];
  let heard: (() => void) | null = null;
  const poll = async (offset: number): Promise<readonly object[]> => {
    updates = updates.filter((update) => Number(Reflect.get(update, 'update_id')) >= offset);
    if (updates.length === 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
    return updates.slice(0, batch);
  };
  const take = (): object => {
    left -= 1;
    if (left === 0) heard?.();
    return { message_id: 1, date: 0, chat: { id: 1, type: 'private' } };
  };
  const answer = async (method: string, body: string): Promise<unknown> => {
    if (method === 'getMe') return { id: 1, is_bot: true, first_name: 'Bench', username: 'bench' };
    if (method === 'getUpdates') return poll(ask.parse(JSON.parse(body)).offset);
    return method === 'sendMessage' ? take() : true;
  };
  const server = await listen((request, response) => {
    void (async () => {
      const body = (await buffer(request)).toString();
      const method = request.url?.split('/').at(-1) ?? '';
      response.end(JSON.stringify({ ok: true, result: await answer(method, body) }));
    })();
  });
  return {
    root: server.url,
    say: async (first, count, text) => {
      const done = new Promise<void>((resolve) => {
        heard = resolve;
      });
      left = count;
      const started = performance.now();
      for (let id = first; id < first + count; id += 1) {
        const from = { id, is_bot: false, first_name: 'Warga' };
        const chat = { id, type: 'private', first_name: 'Warga' };
        updates.push({ update_id: nextId, message: { message_id: nextId, date: 1, from, chat, text } });
        nextId += 1;
      }
      await done;
      return performance.now() - started;
    },
    close: () => server.close(),
  };
}
