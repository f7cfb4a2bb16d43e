import { addDays, toEpoch } from '../language/calendar.ts';
import { keptUntil } from './contact.ts';
import type { Contact } from './contact.ts';

/** R19 of F13: who may lose something hears of it so many days before. */
export const warnedDays = 14;

/** The shortest time that an office may keep profiles. */
const leastYears = 1;

/** Looks are by day in every zone: noon in the east. */
const [lookAt, lookZone] = ['10:00', 'Asia/Jakarta'] as const;

/** What is to be done about a contact on a day. */
export type Retention =
  /** Nothing before `until`. */
  | { readonly type: 'wait'; readonly until: string }
  /** The data go on the day `on`: the person is told, and that is written down. */
  | { readonly type: 'warn'; readonly on: string }
  | { readonly type: 'erase' };

/**
 * Profiles are kept for `years` after the person last did something (UU 27/2022 art. 16 and 43: no longer than needed). Nobody's
 * data go before they were warned in time, however late the service looked; whatever they do meanwhile begins the years anew.
 */
export function judgeRetention(contact: Contact, years: number, today: string): Retention {
  const end = keptUntil(contact, years);
  const warnOn = addDays(end, -warnedDays);
  if (today < warnOn) return { type: 'wait', until: warnOn };
  const { ending } = contact;
  if (ending?.activeOn !== contact.activeOn) {
    const soonest = addDays(today, warnedDays);
    return { type: 'warn', on: end > soonest ? end : soonest };
  }
  return today < ending.on ? { type: 'wait', until: ending.on } : { type: 'erase' };
}

/** The contact after what was judged; the same when nothing is to be written. */
export function noteRetention(contact: Contact, retention: Retention): Contact {
  if (retention.type === 'erase') return contact;
  if (retention.type === 'wait')
    return contact.lookOn === retention.until ? contact : { ...contact, lookOn: retention.until };
  const { on } = retention;
  return { ...contact, lookOn: on, ending: { on, activeOn: contact.activeOn } };
}

/** When somebody must look at a contact: never later than the shortest retention demands. */
export function nextRetention({ lookOn, activeOn }: Contact): number {
  return toEpoch(lookOn ?? addDays(keptUntil({ activeOn }, leastYears), -warnedDays), lookAt, lookZone);
}
