import type * as Library from '@whiskeysockets/baileys';

import { ChannelTrouble } from '../../domain/channel-trouble.ts';

/** The unofficial client of WhatsApp: an optional package, loaded only where the settings ask for it. */
export type Baileys = typeof Library;

/** Loads the client. Rejects with `ChannelTrouble` where the installation left optional packages out. */
export async function loadBaileys(): Promise<Baileys> {
  try {
    return await import('@whiskeysockets/baileys');
  } catch (error) {
    if (isNotFound(error)) throw new ChannelTrouble('baileys_missing', error);
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
