import type { Arrival, InboxRow } from '../domain/ports/inbox.ts';
import { tryOpen } from './seal.ts';
import type { Seal } from './seal.ts';

/** What is sealed of a row of the inbox. */
type Body = Pick<InboxRow, 'chat' | 'input' | 'unreadable'>;

const UNREADABLE: Body = { chat: '', input: { type: 'unreadable', kind: 'rusak' }, unreadable: true };

const place = (id: string): string => `inbox.${id}`;

export function sealArrival(seal: Seal, { id, chat, input }: Arrival): Uint8Array {
  return seal.sealJson({ chat, input }, place(id));
}

/** Opens what is sealed in a row. One that does not open says so, and keeps no other message of its person waiting. */
export function openArrival(seal: Seal, id: string, body: Uint8Array): Body {
  return tryOpen(() => seal.openJson(body, place(id)) as Pick<Arrival, 'chat' | 'input'>) ?? UNREADABLE;
}
