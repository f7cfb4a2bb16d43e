import { z } from 'zod';

import type { Log } from '../../domain/ports/log.ts';
import type { Ring } from './ring.ts';

/**
 * Whether the account may begin conversations. The first sign that WhatsApp has had enough stops all of it until a person
 * decides otherwise: the next sign is a ban.
 */
export interface Pushes {
  /** Reads what was decided before, here or elsewhere; what could not be stored then is stored now. */
  readonly open: () => Promise<void>;
  /** Why they stand still in the process that has the connection; null when they do not. */
  readonly stopped: () => string | null;
  /** The same in any process. */
  readonly why: () => Promise<string | null>;
  /** The first code stays. */
  readonly stop: (code: string) => Promise<void>;
  readonly resume: () => Promise<void>;
}

const name = 'pushes';
const kept = z.object({ code: z.string() });

/** Kept in a keyring beside the device's own: neither a restart nor another device is a reason to begin again. */
export function createPushes(ring: Ring, log: Log): Pushes {
  let code: string | null = null;
  /** The store knows of it. */
  let isKept = true;

  const read = async (): Promise<string | null> => {
    const text = (await ring.read([name])).get(name);
    return text === undefined ? null : (kept.safeParse(JSON.parse(text)).data?.code ?? null);
  };
  const write = async (found: string | null): Promise<void> => {
    isKept = false;
    await ring.write(new Map([[name, found === null ? null : JSON.stringify({ code: found })]]));
    isKept = code === found;
  };

  return {
    open: async () => {
      const stored = await read();
      if (isKept) code = stored;
      else await write(code);
    },
    stopped: () => code,
    why: async () => (isKept ? read() : code),
    stop: async (found) => {
      if (code !== null) return;
      code = found;
      log('whatsapp.pushes_stopped', { code: found });
      await write(found);
    },
    resume: async () => {
      const before = code;
      // First: a sign that comes while this is written stops them again.
      code = null;
      try {
        await write(null);
      } catch (error) {
        code ??= before;
        throw error;
      }
    },
  };
}
