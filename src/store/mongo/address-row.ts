import { z } from 'zod';

import type { Address, Commit, Talking } from '../../domain/ports/addresses.ts';
import { openParts, openSession, sealCommit } from '../address-parts.ts';
import type { GateState } from '../judge-gate.ts';
import type { Seal } from '../seal.ts';
import { assign } from './assign.ts';
import type { CollectionKind, Update } from './collection.ts';
import { deliveryClass } from './delivery-row.ts';
import { bytes } from './row-schema.ts';

const row = z.object({
  _id: z.string(),
  contact: z.string(),
  account: z.string(),
  chat: bytes,
  owner: z.exactOptional(z.string()),
  /** When it was taken or last committed; this time and the other ones that always stand are the epoch until it happens. */
  ownedAt: z.date(),
  fence: z.number(),
  bell: z.number(),
  crashes: z.number(),
  /** There, and true, while somebody holds it or died holding it. */
  open: z.exactOptional(z.boolean()),
  turn: z.number(),
  session: z.exactOptional(bytes),
  wait: z.exactOptional(bytes),
  did: z.array(z.object({ id: z.string(), as: z.enum(['done', 'aside']) })),
  owed: z.exactOptional(bytes),
  lastReply: z.number(),
  nextReply: z.number(),
  heardAt: z.exactOptional(z.date()),
  next: z.exactOptional(z.date()),
  flights: z.number(),
  flight: z.exactOptional(z.string()),
  flightClass: z.exactOptional(deliveryClass),
  flightAt: z.date(),
  /** Which call let it begin: what that call looks for when its answer is lost. */
  flightKey: z.exactOptional(z.string()),
  landedAt: z.date(),
  refusalVersion: z.number(),
  stopped: z.boolean(),
  muted: z.array(z.string()),
  dead: z.boolean(),
  strikes: z.array(z.date()),
  pushDay: z.exactOptional(z.string()),
});

export type AddressRow = z.infer<typeof row>;

/** Addresses: the columns of SQLite under the same names; what is null there is absent here. */
export const addressKind: CollectionKind<typeof row.shape> = {
  name: 'address',
  row,
  indexes: [
    { name: 'contact', on: { contact: 1, _id: 1 } },
    { name: 'open', on: { open: 1, ownedAt: 1 }, where: { open: true } },
    { name: 'next', on: { next: 1 }, where: { next: { $exists: true } } },
    { name: 'flight', on: { flightAt: 1 }, where: { flight: { $exists: true } } },
  ],
};

const never = new Date(0);

/** An address as it is met: everything but who it is. */
export const unheard: Omit<AddressRow, '_id' | 'contact' | 'account' | 'chat'> = {
  ownedAt: never,
  fence: 0,
  bell: 0,
  crashes: 0,
  turn: 0,
  did: [],
  lastReply: 0,
  nextReply: 1,
  flights: 0,
  flightAt: never,
  landedAt: never,
  refusalVersion: 0,
  stopped: false,
  muted: [],
  dead: false,
  strikes: [],
};

/** Opens what is sealed in a row. */
export function toAddress(seal: Seal, found: AddressRow): Address {
  const { _id: id, contact, account, fence, bell, crashes, turn, did, lastReply, nextReply, dead } = found;
  const { chat, session, wait, owed } = found;
  return {
    id,
    contact,
    account,
    fence,
    bell,
    crashes,
    turn,
    did,
    lastReply,
    nextReply,
    dead,
    ...openParts(seal, id, { chat, session, wait, owed }),
    owner: found.owner ?? null,
    ownedAt: found.ownedAt.getTime(),
    heardAt: found.heardAt?.getTime() ?? null,
    next: found.next?.getTime() ?? null,
    flight: toFlight(found),
    flightAt: found.flightAt.getTime(),
    refusal: { stopped: found.stopped, muted: found.muted },
    pushDay: found.pushDay ?? null,
  };
}

/** Opens the session of a row. */
export function toTalking(seal: Seal, id: string, session: Uint8Array): Talking {
  return { id, session: openSession(seal, id, session) };
}

/** What is in flight; null: nothing. */
export function toFlight({
  flight,
  flightClass,
  flights,
}: Pick<AddressRow, 'flight' | 'flightClass' | 'flights'>): Address['flight'] {
  return flight === undefined || flightClass === undefined
    ? null
    : { delivery: flight, class: flightClass, number: flights };
}

/** What the gate is judged by. */
export function toGateState(found: AddressRow): GateState {
  const { dead, stopped, muted, nextReply, flight, landedAt, heardAt, pushDay } = found;
  return {
    dead,
    stopped,
    muted,
    nextReply,
    inFlight: flight !== undefined,
    landedAt: landedAt.getTime(),
    heardAt: heardAt?.getTime() ?? null,
    pushDay: pushDay ?? null,
  };
}

/** What a commit writes, its personal part sealed. */
export function toCommit(seal: Seal, id: string, commit: Commit): Pick<Update<AddressRow>, '$set' | '$unset'> {
  return assign<AddressRow>({
    ...sealCommit(seal, id, commit),
    did: [...commit.did],
    lastReply: commit.lastReply,
    heardAt: commit.heardAt === null ? null : new Date(commit.heardAt),
    crashes: 0,
  });
}
