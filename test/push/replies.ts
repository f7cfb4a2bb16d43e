import { setTimeout as wait } from 'node:timers/promises';

import type { Peer } from '../peers/telegram/peer.ts';
import type { Arrival } from './door.ts';
import { firstAsker } from './orders.ts';

/** One question: when it was asked, and how long it took until the platform had its answer, in ms. */
export interface Wait {
  readonly askedAt: number;
  readonly ms: number;
}

/** People who are not in the push and ask for the menu, before it and while it runs: how long each waits for the answer. */
export interface Replies {
  /** Lets one after the other ask until `isOver`; resolves with how long each waited when all were answered. */
  askUntil(isOver: () => boolean): Promise<readonly Wait[]>;
  readonly hears: (arrival: Arrival) => void;
}

/** Asked in turn, so that nobody meets the limit of a message a second to one chat. */
const askers = 40;
const pauseMs = 250;
/** Nobody waits longer for one answer; then it counts as this long. */
const patienceMs = 90_000;

export function createReplies(peer: Peer): Replies {
  const asked = new Map<number, { readonly at: number; readonly answered: (ms: number) => void }>();

  const ask = (chat: number): Promise<Wait> =>
    new Promise((resolve) => {
      const askedAt = Date.now();
      const answered = (ms: number): void => resolve({ askedAt, ms });
      asked.set(chat, { at: askedAt, answered });
      setTimeout(() => answered(patienceMs), patienceMs).unref();
      peer.person(chat).says('menu');
    });

  return {
    hears: ({ chat, endedAt }) => {
      const waiting = asked.get(chat);
      if (waiting === undefined) return;
      asked.delete(chat);
      waiting.answered(endedAt - waiting.at);
    },
    askUntil: async (isOver) => {
      const answers: Promise<Wait>[] = [];
      for (let turn = 0; !isOver(); turn += 1) {
        const chat = firstAsker + (turn % askers);
        // Whoever still waits does not ask again.
        if (!asked.has(chat)) answers.push(ask(chat));
        await wait(pauseMs);
      }
      return Promise.all(answers);
    },
  };
}
