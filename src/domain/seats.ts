import { entryOf, plannedMeetings } from './batch.ts';
import type { Batch, Entry, Owed } from './batch.ts';

const hourMs = 60 * 60_000;

/** An offered seat waits a day for its answer, half a day when the class begins in less than three (F5). */
export const offerHours = 24;
const offerMs = offerHours * hourMs;
const shortOfferMs = 12 * hourMs;
const shortBeforeMs = 72 * hourMs;

/** The waiting list: four rounds of seats, and never so many that the document grows beyond reason. */
const queueRounds = 4;
const queueLimit = 500;

/** Someone asks for a seat. `seen` is the version of their entry when they asked (0: none). */
export interface Ask {
  readonly contact: string;
  readonly id: string;
  readonly seen: number;
  /** They accept a place in the waiting list. */
  readonly queue: boolean;
}

export type Taken =
  | { readonly type: 'seat'; readonly n: number }
  | { readonly type: 'wait'; readonly n: number; readonly position: number }
  /** No seat, and they did not want to wait: nothing was changed. */
  | { readonly type: 'no_seat'; readonly waiting: number }
  | { readonly type: 'queue_full' }
  /** They are in already, by another deed. */
  | { readonly type: 'known' }
  /** This very deed was done, and the person has left since. */
  | { readonly type: 'left' }
  /** Their entry was changed after they asked: read again. */
  | { readonly type: 'changed' };

export interface Decided<Result> {
  readonly batch: Batch;
  readonly result: Result;
}

/** Seats and offers: what counts against the capacity. */
export function held(batch: Batch): number {
  return batch.entries.filter((entry) => entry.state === 'seat' || entry.state === 'offer').length;
}

/** Those who wait, in the order of their registration. */
export function waiting(batch: Batch): readonly Entry[] {
  return batch.entries.filter((entry) => entry.state === 'wait').toSorted((a, b) => a.n - b.n);
}

/** Seats that a new person could take now; none while somebody waits. */
export function freeSeats(batch: Batch): number {
  return waiting(batch).length > 0 ? 0 : Math.max(0, batch.capacity - held(batch));
}

/** A person's place in the queue, from 1; 0 when they do not wait. */
export function position(batch: Batch, contact: string): number {
  return waiting(batch).findIndex((entry) => entry.contact === contact) + 1;
}

/**
 * Gives a seat, or a place in the queue. The same id again: the same person, no second change. Guarded by `seen`,
 * because a worker that was frozen while the person withdrew must not seat them again.
 */
export function take(batch: Batch, ask: Ask): Decided<Taken> {
  const entry = entryOf(batch, ask.contact);
  if (entry?.by === ask.id) return { batch, result: stateOf(batch, entry) };
  if (entry !== undefined && entry.state !== 'out') return { batch, result: { type: 'known' } };
  if ((entry?.version ?? 0) !== ask.seen) return { batch, result: { type: 'changed' } };
  const seat = freeSeats(batch) > 0;
  if (!seat && !ask.queue) return { batch, result: { type: 'no_seat', waiting: waiting(batch).length } };
  if (!seat && waiting(batch).length >= Math.min(queueRounds * batch.capacity, queueLimit)) {
    return { batch, result: { type: 'queue_full' } };
  }
  const version = batch.version + 1;
  const added: Entry = {
    contact: ask.contact,
    state: seat ? 'seat' : 'wait',
    n: batch.serial + 1,
    version,
    by: ask.id,
    outBy: null,
    until: null,
  };
  const entries = [...batch.entries.filter((other) => other.contact !== ask.contact), added];
  const after = { ...batch, version, serial: added.n, entries };
  return { batch: after, result: stateOf(after, added) };
}

function stateOf(batch: Batch, entry: Entry): Taken {
  if (entry.state === 'out') return { type: 'left' };
  if (entry.state === 'wait') return { type: 'wait', n: entry.n, position: position(batch, entry.contact) };
  return { type: 'seat', n: entry.n };
}

/**
 * Ends the registration `n` of a person and promotes the next. Guarded by `n` (who registered), not by the version:
 * a promotion meanwhile must not stop somebody from leaving.
 */
export function leave(
  batch: Batch,
  ask: { readonly contact: string; readonly n: number; readonly id: string },
  now: number,
): Decided<'left' | 'not_in'> {
  const entry = entryOf(batch, ask.contact);
  if (entry?.outBy === ask.id) return { batch, result: 'left' };
  if (entry === undefined || entry.n !== ask.n || entry.state === 'out') return { batch, result: 'not_in' };
  return { batch: promote(putOut(batch, [entry], ask.id), now), result: 'left' };
}

/** Says yes to an offered seat before it ends. A seat that is one already stays one. */
export function confirm(
  batch: Batch,
  ask: { readonly contact: string; readonly n: number },
  now: number,
): Decided<'seated' | 'late'> {
  const entry = entryOf(batch, ask.contact);
  if (entry === undefined || entry.n !== ask.n) return { batch, result: 'late' };
  if (entry.state === 'seat') return { batch, result: 'seated' };
  if (entry.state !== 'offer' || (entry.until ?? 0) <= now) return { batch, result: 'late' };
  return { batch: write(batch, { ...entry, state: 'seat', until: null }), result: 'seated' };
}

/** Another capacity: more promotes in the same step; less puts nobody out, it only grants nothing until there is room. */
export function setCapacity(batch: Batch, capacity: number, now: number): Batch {
  return promote({ ...batch, capacity, version: batch.version + 1 }, now);
}

/** Offers whose time is over go to the next in the queue; both are owed a notice. */
export function lapseOffers(batch: Batch, now: number): Batch {
  const over = batch.entries.filter((entry) => entry.state === 'offer' && (entry.until ?? 0) <= now);
  if (over.length === 0) return batch;
  const lapsed = over.map<Owed>(({ contact, n, until }) => ({
    id: `lapsed.${n}`,
    type: 'lapsed',
    contact,
    n,
    until: until ?? now,
  }));
  const after = putOut(batch, over, 'lapsed');
  return promote({ ...after, owes: [...after.owes, ...lapsed] }, now);
}

/** When the earliest offered seat falls back, or null. */
export function nextOfferEnd(batch: Batch): number | null {
  const ends = batch.entries.filter((entry) => entry.state === 'offer').map((entry) => entry.until ?? 0);
  return ends.length === 0 ? null : Math.min(...ends);
}

function promote(batch: Batch, now: number): Batch {
  const room = Math.max(0, batch.capacity - held(batch));
  const until = offerEnd(batch, now);
  if (until <= now) return batch;
  return waiting(batch)
    .slice(0, room)
    .reduce<Batch>((before, entry) => {
      const after = write(before, { ...entry, state: 'offer', until, offeredAt: now });
      const notice: Owed = { id: `offered.${entry.n}`, type: 'offered', contact: entry.contact, n: entry.n, until };
      return { ...after, owes: [...after.owes, notice] };
    }, batch);
}

/** Until when a seat offered now is kept: never beyond the beginning of the first class. */
function offerEnd(batch: Batch, now: number): number {
  const startsAt = plannedMeetings(batch)[0]?.startsAt ?? Number.MAX_SAFE_INTEGER;
  return Math.min(now + (startsAt - now < shortBeforeMs ? shortOfferMs : offerMs), startsAt);
}

function putOut(batch: Batch, gone: readonly Entry[], outBy: string): Batch {
  return gone.reduce((before, entry) => write(before, { ...entry, state: 'out', outBy, until: null }), batch);
}

function write(batch: Batch, entry: Entry): Batch {
  const version = batch.version + 1;
  const entries = batch.entries.map((other) => (other.contact === entry.contact ? { ...entry, version } : other));
  return { ...batch, version, entries };
}
