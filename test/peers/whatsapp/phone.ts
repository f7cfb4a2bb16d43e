import type { proto } from '@whiskeysockets/baileys';

import type { Companion } from './companion.ts';
import type { Copy } from './contact.ts';
import type { Party } from './party.ts';
import { fromPlaintext } from './plaintext.ts';

/** The phone that the account belongs to. Each message that a linked device writes comes here, too. */
export interface Phone {
  take(from: Companion, copy: Copy): Promise<void>;
  /** Copies that it could read: what its owner sees in the chats of the account. */
  copies(): readonly { readonly id: string; readonly message: proto.IMessage }[];
  /** Ids of copies that it could not read. */
  unreadable(): readonly string[];
}

/** The phone with these keys. */
export function createPhone(party: Party): Phone {
  const copies: { id: string; message: proto.IMessage }[] = [];
  const unreadable: string[] = [];
  return {
    take: async (from, { id, kind, bytes }) => {
      try {
        copies.push({ id, message: fromPlaintext(await party.decrypt(String(from.device), kind, bytes)) });
      } catch {
        unreadable.push(id);
      }
    },
    copies: () => copies,
    unreadable: () => unreadable,
  };
}
