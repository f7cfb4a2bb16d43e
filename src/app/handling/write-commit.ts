import type { Address, Commit } from '../../domain/ports/addresses.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Out, Turn } from '../../engine/turn.ts';
import type { Zone } from '../../engine/value.ts';

/** What could not be sent for a day would only confuse. */
const messageLifeMs = 24 * 60 * 60_000;

/** A commit that changes nothing yet. */
export function unchanged({ session, wait, lastReply, heardAt }: Address): Commit {
  return { session, wait, did: [], owed: [], lastReply, heardAt };
}

/** What a turn at `now` leaves behind: its session, its intent, and the answers it owes in their order. */
export function afterTurn(held: Address, turn: Extract<Turn, { type: 'turn' }>, now: number, zone: Zone): Commit {
  const wait = turn.deed === null ? null : { deed: turn.deed, at: now, failures: 0 };
  return { ...unchanged(held), session: turn.session, wait, ...oweReplies(held, turn.out, zone) };
}

/** Answers to what the person said, numbered so that they leave in this order. */
export function oweReplies(held: Address, outs: readonly Out[], zone: Zone): Pick<Commit, 'owed' | 'lastReply'> {
  const owed = outs.map<NewDelivery>((out, index) => ({
    ...message(held, out, index, zone),
    class: 'reply',
    seq: held.lastReply + 1 + index,
    due: held.ownedAt,
    until: held.ownedAt + messageLifeMs,
    pauseAt: null,
  }));
  return { owed, lastReply: held.lastReply + owed.length };
}

/** What the clock makes a conversation say: nobody asked just now, so it waits for the morning and heeds STOP. */
export function owePushes(held: Address, outs: readonly Out[], zone: Zone): readonly NewDelivery[] {
  const window = allowedWindow(held.ownedAt, zone);
  return outs.map<NewDelivery>((out, index) => ({
    ...message(held, out, index, zone),
    ...window,
    class: 'reminder',
    seq: null,
    until: window.due + messageLifeMs,
  }));
}

function message(held: Address, out: Out, index: number, zone: Zone) {
  return {
    id: `${held.id}.${held.turn}.${index + 1}`,
    account: held.account,
    address: held.id,
    source: 'turn',
    content: out,
    start: null,
    zone,
    yields: false,
    purpose: null,
    depends: null,
    run: 0,
  };
}
