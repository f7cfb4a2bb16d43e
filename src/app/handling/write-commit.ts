import type { Address, Commit } from '../../domain/ports/addresses.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Closed, InboxRow } from '../../domain/ports/inbox.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Out, Reminding, Turn } from '../../engine/turn.ts';
import type { Zone } from '../../engine/value.ts';

/** What a task wants committed, and how long the address then rests before the same task is tried again. */
export interface Work {
  readonly commit: Commit;
  readonly pauseMs: number | null;
}

/** What could not be sent for a day would only confuse. */
const messageLifeMs = 24 * 60 * 60_000;

/** A commit that changes nothing yet. */
export function unchanged({ session, wait, lastReply, heardAt }: Address): Commit {
  return { session, wait, did: [], owed: [], lastReply, heardAt };
}

/** The rows as the commit that handled them, or gave them up, names them. */
export function close(rows: readonly InboxRow[], as: Closed['as']): readonly Closed[] {
  return rows.map(({ id }) => ({ id, as }));
}

type TakenTurn = Extract<Turn, { type: 'turn' }>;

/** What a turn at `now` leaves behind: its session, its intent, and the answers it owes in their order. */
export function afterTurn(held: Address, turn: TakenTurn, now: number, zone: Zone): Commit {
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

/**
 * What the clock makes a conversation say: nobody asked just now, so it waits for the morning and heeds STOP. A reminder
 * heeds who refuses reminders too, and is left out when the person has spoken meanwhile and it would be beside the point.
 */
export function owePushes(held: Address, { out, reminds }: TakenTurn, zone: Zone): readonly NewDelivery[] {
  const window = allowedWindow(held.ownedAt, zone);
  const until = reminds?.until ?? window.due + messageLifeMs;
  return out.map<NewDelivery>((one, index) => ({
    ...message(held, one, index, zone),
    ...window,
    class: 'reminder',
    seq: null,
    until,
    ...(reminds !== undefined && remindingOf(held, reminds)),
  }));
}

function remindingOf(held: Address, { yields, idle }: Reminding): Pick<NewDelivery, 'yields' | 'purpose' | 'depends'> {
  const heardAt = idle ? held.heardAt : null;
  return { yields, purpose: 'pengingat', depends: { on: held.id, version: 0, fields: { type: 'reminding', heardAt } } };
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
