import type { Channel } from '../domain/channel.ts';
import type { Delivery, Settlement } from '../domain/ports/deliveries.ts';
import type { Out } from '../engine/turn.ts';
import { localParts } from '../language/calendar.ts';
import { beginFlow } from './sending/begin-flow.ts';
import { enterGate } from './sending/enter-gate.ts';
import { insist } from './sending/insist.ts';
import { waitForCaps } from './sending/keep-to-caps.ts';
import { createLead } from './sending/lead.ts';
import { makeCall } from './sending/make-call.ts';
import { isEarly, passTurn } from './sending/pass-turn.ts';
import type { Left } from './sending/pass-turn.ts';
import { putBack, ringLater } from './sending/put-back.ts';
import type { Delivering, Pass, Sending } from './sending/sending.ts';
import { toSettlement } from './sending/settle-call.ts';
import { takeSlot } from './sending/take-slot.ts';

/** An account that another process serves, or that is just being connected. */
const notHereMs = 60_000;

/** A freeze ends by the account's record and by its slots, a moment apart: the row looks again soon, not a minute later. */
const thawMs = 1000;

/**
 * One message to one person, part by part: turn, slot, gate, mark, look, call, settle. Safe to call for any unsent row at any
 * time: what may not go is closed, put back, or left to whoever has it. It throws only what the store throws; the
 * sweep then finds the mark and the gate.
 */
export function createDeliver(sending: Sending): (row: Delivery) => Promise<void> {
  const use: Delivering = { ...sending, lead: createLead(sending.leadMs) };
  return async (row) => {
    let next: Delivery | null = row;
    while (next !== null) next = await deliverPart(use, next);
  };
}

/** The row again when its next part is due at once. */
async function deliverPart(use: Delivering, row: Delivery): Promise<Delivery | null> {
  if (!use.sendsHere(row.account)) return handOn(use, row);
  if (row.unreadable) return setAside(use, row, 'unreadable');
  if (await isEarly(use, row)) return null;
  const channel = use.channelOf(row.account);
  if (channel === null) return waitForAccount(use, row, notHereMs);
  const parts = cut(use, channel, row);
  if (parts === null) return setAside(use, row, 'unsendable');
  const waitMs = await waitForCaps(use, channel, row);
  if (waitMs > 0) return waitFor(use, row, waitMs);
  const slot = await takeSlot(use, channel, row);
  // A slot may be long in coming.
  if (!use.sendsHere(row.account)) return handOn(use, row);
  return slot === null ? waitForAccount(use, row, thawMs) : passGate(use, channel, row, { parts, slot });
}

/** What is to be sent, and when. */
interface Sendable {
  readonly parts: readonly Out[];
  readonly slot: number;
}

async function passGate(
  use: Delivering,
  channel: Channel,
  row: Delivery,
  { parts, slot }: Sendable,
): Promise<Delivery | null> {
  const pass = await enterGate(use, channel, row);
  if (pass === null) return null;
  const called = await makeCall(use, channel, { row, part: parts[row.part] ?? null, pass, slot });
  const settlement = await insist(use, pass.monotonic, () =>
    toSettlement(use, row, called, row.part + 1 < parts.length),
  );
  const left = await leaveGate(use, row, pass, settlement);
  if (settlement.type === 'again') await ringLater(use, row, settlement.inMs);
  if (settlement.type === 'part') return use.deliveries.read(row.id);
  await passTurn(use, row.address, left);
  return null;
}

/** Settles the row, and only then lets the next message to this person begin. */
async function leaveGate(use: Sending, row: Delivery, pass: Pass, settlement: Settlement): Promise<Left> {
  const sent = settlement.type === 'sent';
  const pushDay = sent && row.class !== 'reply' ? localParts(use.clock.now(), row.zone).date : null;
  const isSettled = await insist(use, pass.monotonic, () => use.deliveries.settle(row.id, pass.attempt, settlement));
  if (sent) await insist(use, pass.monotonic, () => beginFlow(use, row));
  const replies = await insist(use, pass.monotonic, () => use.addresses.leave(row.address, pass.flight, pushDay));
  const isOver = isSettled && !['again', 'part', 'uncertain'].includes(settlement.type);
  return { replies, over: isOver ? row.seq : null };
}

/** null: the channel throws over it, which is a fault of ours and shall cost nobody else anything. */
function cut({ links }: Sending, channel: Channel, row: Delivery): readonly Out[] | null {
  const content = links.widest(row);
  try {
    return content === null ? [] : channel.parts(content);
  } catch {
    return null;
  }
}

/** It can never be sent: it is over, and the person's next reply may go. */
async function setAside(use: Sending, row: Delivery, code: string): Promise<null> {
  use.log('delivery set aside', { code });
  await use.deliveries.close(row.id, row.attempt, 'failed', code);
  await passTurn(use, row.address);
  return null;
}

/** The row is for who has the account's connection, at once. */
function handOn(use: Sending, row: Delivery): Promise<null> {
  return waitFor(use, row, 0);
}

async function waitFor(use: Sending, row: Delivery, forMs: number): Promise<null> {
  await putBack(use, row, forMs);
  return null;
}

async function waitForAccount(use: Sending, row: Delivery, elseMs: number): Promise<null> {
  const { frozenForMs } = await use.accounts.read(row.account);
  return waitFor(use, row, frozenForMs > 0 ? frozenForMs : elseMs);
}
