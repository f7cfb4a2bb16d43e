import { randomUUID } from 'node:crypto';

import type { Simulator } from '../../src/channels/simulator/client.ts';

/** Somebody new says "menu" each time; resolves when an answer is on their phone. */
export function askMenu(simulator: Simulator): () => Promise<void> {
  let asked = 0;
  return () =>
    new Promise((resolve) => {
      asked += 1;
      const me = `warga${asked}`;
      const stop = simulator.feed.watch(({ person, out }) => {
        if (person !== me || out === undefined) return;
        stop();
        resolve();
      });
      void simulator.say(me, { text: 'menu' }, randomUUID());
    });
}
