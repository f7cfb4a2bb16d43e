import type { MediaGenerationOptions } from '@whiskeysockets/baileys';

import { createBoundedMap } from '../bounded-map.ts';

/** Baileys' own way to send what it uploaded once to others, too. */
type MediaCache = NonNullable<MediaGenerationOptions['mediaCache']>;

/** A picture for 1,000 people is encrypted and uploaded once, and every message then points to it. */
export interface Uploads {
  /** What Baileys asks before it uploads, and tells afterwards. */
  readonly cache: MediaCache;
  /** Does `make` when nobody else is about to upload the same file: then it finds what they left. */
  readonly inTurn: <Made>(ref: string, make: () => Promise<Made>) => Promise<Made>;
}

/** Files of announcements and forms that are sent at one time; one more costs an upload. */
const most = 200;

/** WhatsApp keeps what was uploaded for 30 days; a day is as long as any push takes. */
const keptMs = 24 * 60 * 60_000;

/** Known to one process, which is the one that has the connection. `now`: milliseconds that only grow. */
export function createUploads(now: () => number): Uploads {
  // Baileys alone puts in and reads; `never` fits whatever it calls them.
  const kept = createBoundedMap<{ readonly value: never; readonly until: number }>(most);
  const turns = new Map<string, Promise<unknown>>();
  const cache: MediaCache = {
    get: (key) => {
      const known = kept.get(key);
      return known !== undefined && known.until > now() ? known.value : undefined;
    },
    set: (key, value: never) => kept.set(key, { value, until: now() + keptMs }),
    del: (key) => kept.delete(key),
    flushAll: () => kept.clear(),
  };
  return {
    cache,
    inTurn: async (ref, make) => {
      const before = turns.get(ref) ?? Promise.resolve();
      const mine = before.then(make, make);
      turns.set(ref, mine);
      try {
        return await mine;
      } finally {
        if (turns.get(ref) === mine) turns.delete(ref);
      }
    },
  };
}
