import type { Address, Commit, Talking } from '../../domain/ports/addresses.ts';
import type { DeliveryClass } from '../../domain/ports/deliveries.ts';
import type { Closed } from '../../domain/ports/inbox.ts';
import { openParts, openSession, sealCommit } from '../address-parts.ts';
import type { GateState } from '../judge-gate.ts';
import type { Seal } from '../seal.ts';
import type { Cell } from './open-store.ts';

/** A row of `address`, as SQLite gives it. */
export interface AddressRow {
  readonly id: string;
  readonly contact: string;
  readonly account: string;
  readonly chat: Uint8Array;
  readonly owner: string | null;
  readonly owned_at: number | null;
  readonly fence: number;
  readonly bell: number;
  readonly crashes: number;
  readonly turn: number;
  readonly session: Uint8Array | null;
  readonly wait: Uint8Array | null;
  readonly did: string;
  readonly owed: Uint8Array | null;
  readonly last_reply: number;
  readonly next_reply: number;
  readonly heard_at: number | null;
  readonly next: number | null;
  readonly flights: number;
  readonly flight: string | null;
  readonly flight_class: DeliveryClass;
  readonly flight_at: number;
  readonly landed_at: number;
  readonly stopped: number;
  readonly muted: string;
  readonly dead: number;
  readonly strikes: string;
  readonly push_day: string | null;
}

/** Opens what is sealed in a row. */
export function toAddress(seal: Seal, row: AddressRow): Address {
  const { id, contact, account, owner, fence, bell, crashes, turn, next } = row;
  return {
    id,
    contact,
    account,
    owner,
    ownedAt: row.owned_at ?? 0,
    fence,
    bell,
    crashes,
    turn,
    next,
    ...openParts(seal, id, row),
    did: JSON.parse(row.did) as readonly Closed[],
    lastReply: row.last_reply,
    nextReply: row.next_reply,
    heardAt: row.heard_at,
    flight: row.flight === null ? null : { delivery: row.flight, class: row.flight_class, number: row.flights },
    flightAt: row.flight_at,
    refusal: { stopped: row.stopped === 1, muted: JSON.parse(row.muted) as readonly string[] },
    dead: row.dead === 1,
    pushDay: row.push_day,
  };
}

/** A row with a session, and nothing else of it. */
export interface TalkingRow {
  readonly id: string;
  readonly session: Uint8Array;
}

/** Opens the session of a row. */
export function toTalking(seal: Seal, { id, session }: TalkingRow): Talking {
  return { id, session: openSession(seal, id, session) };
}

/** What the gate is judged by. */
export function toGateState(row: AddressRow): GateState {
  return {
    dead: row.dead === 1,
    stopped: row.stopped === 1,
    muted: JSON.parse(row.muted) as readonly string[],
    nextReply: row.next_reply,
    inFlight: row.flight !== null,
    landedAt: row.landed_at,
    heardAt: row.heard_at,
    pushDay: row.push_day,
  };
}

/** The cells of a commit, in the order of its statement: session, wait, did, owed, last_reply, heard_at. */
export function toCommitCells(seal: Seal, id: string, commit: Commit): readonly Cell[] {
  const { session, wait, owed } = sealCommit(seal, id, commit);
  return [session, wait, JSON.stringify(commit.did), owed, commit.lastReply, commit.heardAt];
}
