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
  /** The deed that set this schedule; null: as it was planned. */
  readonly by: string | null;
  /** When it did: what was to be said before is said by the notice of the change. */
  readonly since?: number;
}

/** A class as it is planned, before anybody changed it. */
export function planMeeting(plan: Omit<Meeting, 'sv' | 'state' | 'reason' | 'by'>): Meeting {
  return { ...plan, sv: 1, state: 'planned', reason: '', by: null };
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
 * The meeting after the change. Only another time, zone, place or a cancellation raises `sv`: a typing
 * correction of the map or of what to bring reminds nobody twice. A cancelled meeting stays cancelled.
 */
export function changeMeeting(meeting: Meeting, change: MeetingChange, { by, at }: Order): Meeting {
  if (meeting.state === 'cancelled') return meeting;
  const { cancel, ...fields } = change;
  const lengthMs = meeting.endsAt - meeting.startsAt;
  const startsAt = fields.startsAt ?? meeting.startsAt;
  const moved: Meeting = {
    ...meeting,
    ...fields,
    endsAt: fields.endsAt ?? startsAt + lengthMs,
    state: cancel === undefined ? 'planned' : 'cancelled',
    reason: cancel?.reason ?? '',
  };
  const schedule = (one: Meeting): string => [one.startsAt, one.zone, one.place, one.state].join('|');
  return schedule(moved) === schedule(meeting) ? moved : { ...moved, sv: meeting.sv + 1, by, since: at };
}
