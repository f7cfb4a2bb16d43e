import type { Address, Commit } from '../../domain/ports/addresses.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Out, Turn } from '../../engine/turn.ts';
import type { Zone } from '../../engine/value.ts';

const dayMs = 24 * 60 * 60_000;

/** An answer that could not be sent for a day would only confuse; so would a word of the clock. */
const messageLifeMs = dayMs;

/** The moment and the place that a message belongs to. */
export interface When {
  readonly now: number;
  readonly zone: Zone;
}

/** A commit that changes nothing yet. */
export function unchanged({ session, wait, lastReply, heardAt }: Address): Commit {
  return { session, wait, did: [], owed: [], lastReply, heardAt };
}

/** What a turn leaves behind: its session, its intent, and the answers it owes in their order. */
export function afterTurn(held: Address, turn: Extract<Turn, { type: 'turn' }>, when: When): Commit {
  const wait = turn.deed === null ? null : { deed: turn.deed, at: when.now, failures: 0 };
  return { ...unchanged(held), session: turn.session, wait, ...oweReplies(held, turn.out, when) };
}

/** Answers to what the person said, numbered so that they leave in this order. */
export function oweReplies(held: Address, outs: readonly Out[], when: When): Pick<Commit, 'owed' | 'lastReply'> {
  const owed = outs.map<NewDelivery>((out, index) => ({
    ...message(held, out, index, when),
    class: 'reply',
    seq: held.lastReply + 1 + index,
    due: when.now,
    until: when.now + messageLifeMs,
    pauseAt: null,
  }));
  return { owed, lastReply: held.lastReply + owed.length };
}

/** What the clock makes a conversation say: nobody asked just now, so it waits for the morning and ends with STOP. */
export function owePushes(held: Address, outs: readonly Out[], when: When): readonly NewDelivery[] {
  const window = allowedWindow(when.now, when.zone);
  return outs.map<NewDelivery>((out, index) => ({
    ...message(held, out, index, when),
    class: 'reminder',
    seq: null,
    ...window,
    until: window.due + messageLifeMs,
  }));
}

function message(held: Address, out: Out, index: number, { zone }: When) {
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
