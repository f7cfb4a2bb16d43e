import type { Address, Commit, Unopened } from '../domain/ports/addresses.ts';
import { tryOpen } from './seal.ts';
import type { Seal } from './seal.ts';

/** What is sealed of an address, each part for itself. */
type Part = keyof Unopened;
type SealedParts = Readonly<Record<Part, Uint8Array | null | undefined>>;

/** What a part is sealed for: the same in every store. */
const placeOf = (part: Part, id: string): string => `address.${part}.${id}`;

export function sealChat(seal: Seal, id: string, chat: string): Uint8Array {
  return seal.sealText(chat, placeOf('chat', id));
}

/** Where a message to this address goes; null: it does not open. */
export function openChat(seal: Seal, id: string, chat: Uint8Array): string | null {
  return tryOpen(() => seal.openText(chat, placeOf('chat', id)));
}

/** A session alone; null: it does not open. */
export function openSession(seal: Seal, id: string, session: Uint8Array): Address['session'] {
  return tryOpen(() => seal.openJson(session, placeOf('session', id)) as Address['session']);
}

/** Opens every part; those that do not open are empty, and told as they lie there. */
export function openParts(
  seal: Seal,
  id: string,
  sealed: SealedParts,
): Pick<Address, 'chat' | 'session' | 'wait' | 'owed' | 'unopened'> {
  const unopened: Partial<Record<Part, string>> = {};
  const open = (part: Part): unknown => {
    const bytes = sealed[part];
    if (bytes === null || bytes === undefined) return null;
    const opened = tryOpen(() => seal.openText(bytes, placeOf(part, id)));
    if (opened === null) unopened[part] = Buffer.from(bytes).toString('base64');
    return opened === null || part === 'chat' ? opened : JSON.parse(opened);
  };
  const parts = {
    chat: (open('chat') ?? '') as string,
    session: open('session') as Address['session'],
    wait: open('wait') as Address['wait'],
    owed: (open('owed') ?? []) as Address['owed'],
  };
  return Object.keys(unopened).length === 0 ? parts : { ...parts, unopened };
}

/** What is sealed of a commit. */
export function sealCommit(
  seal: Seal,
  id: string,
  { session, wait, owed }: Commit,
): Readonly<Record<Exclude<Part, 'chat'>, Uint8Array | null>> {
  const close = (part: Part, value: unknown): Uint8Array | null =>
    value === null ? null : seal.sealJson(value, placeOf(part, id));
  return {
    session: close('session', session),
    wait: close('wait', wait),
    owed: close('owed', owed.length === 0 ? null : owed),
  };
}
