import type { Zone } from '../engine/value.ts';
import { addDays, localParts, toEpoch } from '../language/calendar.ts';
import { plannedMeetings } from './batch.ts';
import type { Batch, Entry } from './batch.ts';
import { allowedWindow } from './quiet-hours.ts';

const hourMs = 60 * 60_000;

/** R2 of F13: who has not answered hears it once more, this long before the seat goes to the next. */
const aheadMs = 4 * hourMs;
/** Nobody is pressed before they can have read the offer. */
const apartMs = 3 * hourMs;
/** Later than this before the end nobody can answer in peace. */
const leastMs = hourMs;
/** When that time lies at night: people read in the evening before, or else in the morning. */
const [evening, morning] = ['18:00', '07:00'];

/** Also the key of its text under `layanan`. */
export const offerReminder = 'pengingat_tawaran';

/** An offered seat that nobody answered yet. */
export interface DueOffer {
  readonly contact: string;
  readonly n: number;
  readonly due: number;
  /** When the seat goes to the next. */
  readonly until: number;
  readonly zone: Zone;
  /** To be noted in `fired`. */
  readonly key: string;
}

/** The offers of a batch that are to be reminded of at `now`; what is over is reminded of no more. */
export function dueOffers(batch: Batch, now: number): readonly DueOffer[] {
  return openOffers(batch).filter(({ due, until }) => due <= now && now < until);
}

/** When the next offer is to be reminded of, or null. */
export function nextOfferReminder(batch: Batch): number | null {
  const times = openOffers(batch).map(({ due }) => due);
  return times.length === 0 ? null : Math.min(...times);
}

function openOffers(batch: Batch): readonly DueOffer[] {
  const zone = plannedMeetings(batch)[0]?.zone;
  if (zone === undefined) return [];
  return batch.entries.flatMap((entry) => {
    const key = `${offerReminder}.${entry.n}`;
    const due = reminderOf(entry, zone);
    if (due === null || batch.fired.includes(key)) return [];
    return [{ contact: entry.contact, n: entry.n, due, until: entry.until ?? due, zone, key }];
  });
}

/** When one offer is reminded of; null: it is too short for it, or none. */
function reminderOf({ state, until, offeredAt }: Entry, zone: Zone): number | null {
  if (state !== 'offer' || until === null || offeredAt === undefined) return null;
  const late = until - aheadMs;
  const { date, time } = localParts(late, zone);
  const night = time < morning ? addDays(date, -1) : date;
  const times = [late, toEpoch(night, evening, zone), toEpoch(addDays(night, 1), morning, zone)];
  const told = allowedWindow(offeredAt, zone).due;
  const fits = (at: number): boolean =>
    allowedWindow(at, zone).due === at && at >= told + apartMs && at <= until - leastMs;
  return times.find(fits) ?? null;
}
