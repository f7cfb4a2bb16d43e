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
export function createSent(ring: Ring, clock: Clock): Sent {
  const open = new Map<string, Promise<Drawer>>();

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

  return {
    remember: async (messageId, delivery) => {
      const name = drawerOf(messageId);
      const before = await read(name);
      if (before.some(([id]) => id === messageId)) return;
      const oldest = clock.now() - sentForMs;
      before.push([messageId, delivery, clock.now()]);
      const kept = before.filter(([, , at]) => at > oldest).slice(-sentPerDrawer);
      before.splice(0, before.length, ...kept);
      await ring.write(new Map([[name, JSON.stringify(kept)]]));
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
