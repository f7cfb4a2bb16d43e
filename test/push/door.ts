import { z } from 'zod';

import type { PeerOptions } from '../peers/telegram/peer.ts';
import { announced, firstPerson } from './orders.ts';

/** One message at the platform's door. */
export interface Arrival {
  readonly chat: number;
  readonly text: string;
  readonly at: number;
  /** When it was answered; Infinity: never. */
  endedAt: number;
  /** The platform has it. */
  taken: boolean;
}

/** Everything that came to the platform, in order. */
export interface Door {
  readonly arrivals: readonly Arrival[];
  /** To be given to the platform. */
  readonly watch: NonNullable<PeerOptions['watch']>;
}

const message = z.object({ chat_id: z.number(), text: z.string() });

/** `heard` is told of each message that the platform took, in that instant. */
export function createDoor(heard: (arrival: Arrival) => void): Door {
  const arrivals: Arrival[] = [];
  const open = new Map<object, Arrival>();
  return {
    arrivals,
    watch: (request) => {
      if (request.method !== 'sendMessage') return;
      const known = open.get(request);
      if (known === undefined) {
        const { chat_id: chat, text } = message.parse(request.payload);
        const arrival = { chat, text, at: request.at, endedAt: Infinity, taken: false };
        open.set(request, arrival);
        arrivals.push(arrival);
        return;
      }
      open.delete(request);
      known.endedAt = Date.now();
      known.taken = request.status === 200;
      if (known.taken) heard(known);
    },
  };
}

/** One of the announcement's own messages; officers read its words too. */
export function isPush({ chat, text }: Arrival): boolean {
  return chat >= firstPerson && text.includes(announced);
}
