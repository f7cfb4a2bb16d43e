import type { Zone } from '../engine/value.ts';

/** One class of a batch. `sv` is the version of its schedule: whatever was told under a lower one must not be sent any more. */
export interface Meeting {
  readonly id: string;
  readonly sv: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: Zone;
  readonly place: string;
  /** Street or a link to a map; may be empty. */
  readonly map: string;
  /** What to bring; may be empty. */
  readonly bring: string;
  readonly state: 'planned' | 'cancelled';
  /** Why it was cancelled, as people are told. */
  readonly reason: string;
  /** When an order set this schedule: what was to be said before is said by the notice of the change. */
  readonly since?: number;
  /** The last orders that were decided, the newest first: one done again is not decided again, however late it comes. */
  readonly orders?: readonly Decided[];
}

/** `same`: people know it so already, and nobody is told. */
interface Decided {
  readonly by: string;
  readonly outcome: 'changed' | 'same';
}

/** The schedule that people know until they read the notice of a change. */
export type Known = Pick<Meeting, 'startsAt' | 'zone' | 'place'>;

/** An officer waits for the answer to one order before the next, and no more officers than these change one class at a time. */
const keptOrders = 16;

/** What people know of a meeting. */
export function knownOf({ startsAt, zone, place }: Meeting): Known {
  return { startsAt, zone, place };
}

/** A class as it is planned, before anybody changed it. */
export function planMeeting(plan: Omit<Meeting, 'sv' | 'state' | 'reason'>): Meeting {
  return { ...plan, sv: 1, state: 'planned', reason: '' };
}

/** What an officer changes of a meeting; what is not given stays. */
export interface MeetingChange {
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly zone?: Zone;
  readonly place?: string;
  readonly map?: string;
  readonly bring?: string;
  readonly cancel?: { readonly reason: string };
}

/** The deed that orders a change, and when. */
export interface Order {
  readonly by: string;
  readonly at: number;
}

/**
 * The meeting after the order. Only another time, zone, place or a cancellation raises `sv`: a typing correction of the map
 * or of what to bring reminds nobody twice. What has begun, would have, or is cancelled stays as it is.
 */
export function changeMeeting(meeting: Meeting, change: MeetingChange, { by, at }: Order): Meeting {
  const { cancel, ...fields } = change;
  const startsAt = fields.startsAt ?? meeting.startsAt;
  const isOver = meeting.state === 'cancelled' || Math.min(meeting.startsAt, startsAt) <= at;
  if (isOver || outcomeOf(meeting, by) !== 'over') return meeting;
  const moved: Meeting = {
    ...meeting,
    ...fields,
    endsAt: fields.endsAt ?? startsAt + meeting.endsAt - meeting.startsAt,
    state: cancel === undefined ? 'planned' : 'cancelled',
    reason: cancel?.reason ?? '',
  };
  const schedule = (one: Meeting): string => [one.startsAt, one.zone, one.place, one.state].join('|');
  const outcome = schedule(moved) === schedule(meeting) ? 'same' : 'changed';
  const orders = [{ by, outcome } as const, ...(meeting.orders ?? [])].slice(0, keptOrders);
  return outcome === 'same' ? { ...moved, orders } : { ...moved, orders, sv: meeting.sv + 1, since: at };
}

/** What an order did to a meeting; `over`: nothing, for it came too late. */
export function outcomeOf({ orders = [] }: Meeting, by: string): 'changed' | 'same' | 'over' {
  return orders.find((one) => one.by === by)?.outcome ?? 'over';
}
