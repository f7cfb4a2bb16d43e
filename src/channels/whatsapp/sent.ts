import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '../../domain/ports/clock.ts';
import { sentForMs, sentPerDrawer } from './limits.ts';
import type { Ring } from './ring.ts';

/** Which delivery became which message, for as long as telephones ask for it or report on it. It holds no text. */
export interface Sent {
  /** Durable when it resolves; the same again changes nothing. */
  readonly remember: (messageId: string, delivery: string) => Promise<void>;
  /** null: never sent by us, or too long ago. */
  readonly deliveryOf: (messageId: string) => Promise<string | null>;
}

/** As WhatsApp's own web client begins its ids. */
const prefix = '3EB0';

/**
 * The id under which a delivery goes out: always the same, so that a telephone that gets it twice shows it once. 18 hex
 * digits as the web client has them.
 */
export function messageIdOf(delivery: string): string {
  return `${prefix}${createHash('sha256').update(delivery).digest('hex').slice(0, 18).toUpperCase()}`;
}

const drawer = z.array(z.tuple([z.string(), z.string(), z.number()]));
type Drawer = z.infer<typeof drawer>;

/** The account's memory of what it sent, in drawers of its keyring by the first digits of the id. */
export function createSent(ring: Ring, clock: Pick<Clock, 'now'>): Sent {
  const open = new Map<string, Promise<Drawer>>();
  /** The last addition to each drawer: two at once would write over each other. */
  const adding = new Map<string, Promise<void>>();

  function read(name: string): Promise<Drawer> {
    const known = open.get(name);
    if (known !== undefined) return known;
    const reading = ring.read([name]).then((found) => {
      const text = found.get(name);
      return text === undefined ? [] : (drawer.safeParse(JSON.parse(text)).data ?? []);
    });
    open.set(name, reading);
    reading.catch(() => open.delete(name));
    return reading;
  }

  /** What is not durable is not known, so that the next try writes it again. */
  async function add(name: string, messageId: string, delivery: string): Promise<void> {
    const before = await read(name);
    if (before.some(([id]) => id === messageId)) return;
    const oldest = clock.now() - sentForMs;
    const all: Drawer = [...before, [messageId, delivery, clock.now()]];
    const kept = all.filter(([, , at]) => at > oldest).slice(-sentPerDrawer);
    await ring.write(new Map([[name, JSON.stringify(kept)]]));
    open.set(name, Promise.resolve(kept));
  }

  return {
    remember: (messageId, delivery) => {
      const name = drawerOf(messageId);
      const work = (): Promise<void> => add(name, messageId, delivery);
      const done = (adding.get(name) ?? Promise.resolve()).then(work, work);
      adding.set(name, done);
      return done;
    },
    deliveryOf: async (messageId) => {
      if (!messageId.startsWith(prefix)) return null;
      const found = (await read(drawerOf(messageId))).find(([id]) => id === messageId);
      return found?.[1] ?? null;
    },
  };
}

function drawerOf(messageId: string): string {
  return `sent ${messageId.slice(prefix.length, prefix.length + 2)}`;
}
