import { buffer } from 'node:stream/consumers';

import { z } from 'zod';

import { listen } from '../test/peers/local-server.ts';

/** A Bot API that costs next to nothing: it hands out updates and counts messages. */
export interface Platform {
  readonly root: string;
  /**
   * Each of `count` people from `first` on writes once, a hundred at a time: when one has their answer, the next one writes.
   * Resolves with the milliseconds that it took.
   */
  say(first: number, count: number, text: string): Promise<number>;
  close(): Promise<void>;
}

const ask = z.object({ offset: z.number().default(0) });

const pollMs = 20;
const batch = 100;
const peopleAtOnce = 100;

export async function createPlatform(): Promise<Platform> {
  let [updates, nextId]: [object[], number] = [[], 1];
  let answered: (() => void) | null = null;
  const poll = async (offset: number): Promise<readonly object[]> => {
    updates = updates.filter((update) => Number(Reflect.get(update, 'update_id')) >= offset);
    if (updates.length === 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
    return updates.slice(0, batch);
  };
  const take = (): object => {
    answered?.();
    return { message_id: 1, date: 0, chat: { id: 1, type: 'private' } };
  };
  const write = (id: number, text: string): void => {
    const from = { id, is_bot: false, first_name: 'Warga' };
    const chat = { id, type: 'private', first_name: 'Warga' };
    updates.push({ update_id: nextId, message: { message_id: nextId, date: 1, from, chat, text } });
    nextId += 1;
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
      const started = performance.now();
      let [written, left] = [Math.min(count, peopleAtOnce), count];
      const done = new Promise<void>((resolve) => {
        answered = () => {
          left -= 1;
          if (left === 0) resolve();
          if (written < count) write(first + written, text);
          written += 1;
        };
      });
      for (let index = 0; index < written; index += 1) write(first + index, text);
      await done;
      return performance.now() - started;
    },
    close: () => server.close(),
  };
}
