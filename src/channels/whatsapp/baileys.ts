import type * as Library from '@whiskeysockets/baileys';

/** The unofficial client of WhatsApp: an optional package, loaded only where the settings ask for it. */
export type Baileys = typeof Library;

/** The package is not installed; the sentence stands in the locale under `whatsapp.tak_terpasang`. */
export class BaileysMissing extends Error {
  constructor(cause: unknown) {
    super('baileys_missing', { cause });
    this.name = 'BaileysMissing';
  }
}

/** Loads the client. Rejects with `BaileysMissing` where the installation left optional packages out. */
export async function loadBaileys(): Promise<Baileys> {
  try {
    return await import('@whiskeysockets/baileys');
  } catch (error) {
    if (isNotFound(error)) throw new BaileysMissing(error);
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
