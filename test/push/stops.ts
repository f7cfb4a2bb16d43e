import { setTimeout as wait } from 'node:timers/promises';

import type { Peer } from '../peers/telegram/peer.ts';
import type { Random } from '../protocol/random.ts';
import type { Arrival } from './door.ts';
import { firstPerson } from './orders.ts';

/** People who have had enough while the push runs. */
export interface Stops {
  /** Lets everybody speak whose time has come, by the share of the push that has left. */
  say(share: number): void;
  readonly hears: (arrival: Arrival) => void;
  /** Resolves when all who spoke have been answered, or when it has taken too long. */
  untilHeard(): Promise<void>;
  /** When each who said it heard that it is so; null: never. */
  heard(): ReadonlyMap<number, number | null>;
  figures(): Readonly<Record<string, string>>;
}

/** One person in a hundred, and a few at least. */
const oneOf = 100;
const fewest = 5;

const confirmation = 'kami tidak akan mengirim pesan lagi';
const patienceMs = 90_000;
const lookMs = 200;

export function createStops(peer: Peer, random: Random, people: number): Stops {
  const count = Math.min(people, Math.max(fewest, Math.round(people / oneOf)));
  const waiting = Array.from({ length: count }, () => ({
    chat: firstPerson + random.between(0, people - 1),
    at: 0.1 + 0.8 * random.next(),
  })).toSorted((a, b) => a.at - b.at);
  const saidAt = new Map<number, number>();
  const heardAt = new Map<number, number>();

  return {
    say: (share) => {
      while ((waiting[0]?.at ?? Infinity) <= share) {
        const chat = waiting.shift()?.chat ?? 0;
        if (saidAt.has(chat)) continue;
        saidAt.set(chat, Date.now());
        peer.person(chat).says('STOP');
      }
    },
    hears: ({ chat, text, endedAt }) => {
      if (saidAt.has(chat) && !heardAt.has(chat) && text.includes(confirmation)) heardAt.set(chat, endedAt);
    },
    untilHeard: async () => {
      const until = Date.now() + patienceMs;
      while (heardAt.size < saidAt.size && Date.now() < until) await wait(lookMs);
    },
    heard: () => new Map([...saidAt.keys()].map((chat) => [chat, heardAt.get(chat) ?? null])),
    figures: () => {
      const waits = [...heardAt].map(([chat, at]) => at - (saidAt.get(chat) ?? at)).toSorted((a, b) => a - b);
      const share = (part: number): number => waits[Math.floor(waits.length * part)] ?? 0;
      return {
        'STOP is answered after': `${share(0.5)} ms (p50), ${share(0.95)} ms (p95), ${waits.at(-1) ?? 0} ms (worst)`,
      };
    },
  };
}
