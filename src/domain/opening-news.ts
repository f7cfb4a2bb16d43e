import type { Zone } from '../engine/value.ts';
import { addDays, localParts, toEpoch } from '../language/calendar.ts';
import { plannedMeetings, takesRegistrations } from './batch.ts';
import type { Batch, Owed } from './batch.ts';
import { freeSeats } from './seats.ts';

const dayMs = 24 * 60 * 60_000;

/** News of an opening is news for so long, and never after the door is shut. */
const openingDays = 3;

/** R12 of F13: three days before the first class, in the morning; later than the next evening it is not worth saying. */
const closingDays = 3;
const [closingFrom, closingUntil] = ['10:00', '20:00'];

/** What those hear who asked to be told of a theme (R11, R12). The type is also the key of its text under `layanan`. */
export interface ThemeNews {
  readonly type: 'tema_dibuka' | 'pendaftaran_ditutup';
  /** With the person it names the push: batches that open on one day are one piece of news. */
  readonly key: string;
  readonly due: number;
  readonly until: number;
  readonly zone: Zone;
  /** To be noted in `fired`, where nothing is owed. */
  readonly fired: string | null;
}

/** The notice that a new batch owes to those who wait for its theme. `on`: the day, in the zone of the office. */
export function oweOpening(batch: Batch, now: number, zone: Zone): Batch {
  const owed: Owed = { id: 'opened', type: 'opened', on: localParts(now, zone).date };
  return takesRegistrations(batch, now) ? { ...batch, owes: [...batch.owes, owed] } : batch;
}

/** The news of a batch whose time has come at `now`; none once nobody can register, or without a free seat. */
export function dueThemeNews(batch: Batch, now: number): readonly ThemeNews[] {
  const opened = batch.owes.filter((owed) => owed.type === 'opened');
  const closing = closingOf(batch);
  const [first] = plannedMeetings(batch);
  if (first === undefined || !takesRegistrations(batch, now) || freeSeats(batch) === 0) return [];
  const { startsAt, zone } = first;
  const until = Math.min(startsAt, now + openingDays * dayMs);
  const news = opened.map(({ on }): ThemeNews => {
    return { type: 'tema_dibuka', key: `${batch.programme}.${on}`, due: now, until, zone, fired: null };
  });
  // What opens shortly before it closes is told once.
  if (news.length > 0) return news;
  return closing !== null && closing.due <= now && now < closing.until ? [closing] : [];
}

/** When a batch is to be looked at for its closing, or null: it was. */
export function nextClosing(batch: Batch): number | null {
  return closingOf(batch)?.due ?? null;
}

/** What is due and needs not be told any more, because it was told now or nobody can register. */
export function closedBy(batch: Batch, now: number): readonly string[] {
  const closing = closingOf(batch);
  return closing?.fired == null || closing.due > now ? [] : [closing.fired];
}

function closingOf(batch: Batch): ThemeNews | null {
  const [first] = plannedMeetings(batch);
  if (first === undefined || batch.state !== 'open') return null;
  const fired = `pendaftaran_ditutup.${first.id}.${first.sv}`;
  if (batch.fired.includes(fired)) return null;
  const { date } = localParts(first.startsAt, first.zone);
  const due = toEpoch(addDays(date, -closingDays), closingFrom, first.zone);
  const until = toEpoch(addDays(date, 1 - closingDays), closingUntil, first.zone);
  return {
    type: 'pendaftaran_ditutup',
    key: `${batch.id}.${first.id}.${first.sv}`,
    due,
    until,
    zone: first.zone,
    fired,
  };
}
