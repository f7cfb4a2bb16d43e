import type { Aside, QuestionWait, Session } from '../session.ts';

/** A conversation that comes from outside (a push, something that was waited for) does not fall into another one. */
const POLITE_MS = 10 * 60_000;

/** Conversations put aside at once: more cannot be kept in mind, neither by the person nor by 4 kB. */
export const MOST_ASIDE = 3;

const HOUR_MS = 3_600_000;

/** R1 of F13: an unfinished draft is reminded of after a day and after three days of silence. */
const DRAFT_REMINDERS_MS = [24 * HOUR_MS, 72 * HOUR_MS] as const;

/**
 * When somebody must look at this session although nobody wrote: a reminder, a question's time limit, the draft's age,
 * or what a conversation waits for. null: never. Not later than now: at once.
 */
export function nextLook(session: Session): number | null {
  if (session.wait.type === 'deed') return null;
  const parked = (session.parked ?? []).map((one) => lookAtParked(session, one));
  const times = [...lookAtOpen(session), ...parked].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function lookAtOpen(session: Session): readonly number[] {
  const { frames, wait, until } = session;
  if (frames.length === 0) return [];
  if (wait.type !== 'answer') return [until];
  return [until, ...(wait.until === undefined ? [] : [wait.until]), ...remindersOf(session, wait).slice(0, 1)];
}

/** When the open question is still to be reminded of: at its own times, or as any draft that lies idle. */
export function remindersOf(
  { heardAt, until, looked }: Pick<Session, 'heardAt' | 'until' | 'looked'>,
  { remind }: QuestionWait,
): readonly number[] {
  return remind ?? draftReminders(heardAt).filter((time) => time > (looked ?? heardAt) && time < until);
}

/** When a draft that was last touched at `heardAt` is reminded of. */
export function draftReminders(heardAt: number): readonly number[] {
  return DRAFT_REMINDERS_MS.map((idleMs) => heardAt + idleMs);
}

/** Not while the person talks, and not while there is no room to put what they talk about aside. */
function lookAtParked(session: Session, one: Aside): number | null {
  const due = dueAt(one);
  if (session.frames.length === 0 || isMemo(one)) return due;
  return (session.aside ?? []).length < MOST_ASIDE ? Math.max(due, politeFrom(session)) : null;
}

/** When something from outside may break into the open conversation. */
export function politeFrom({ heardAt, wait }: Pick<Session, 'heardAt' | 'wait'>): number {
  return Math.max(heardAt, wait.type === 'answer' ? wait.askedAt : 0) + POLITE_MS;
}

/** When a parked conversation goes on: at once when what it waits for has come, else at its time, or when it is too old. */
export function dueAt({ wait, until }: Aside): number {
  if (wait.type !== 'event' || wait.got !== undefined) return 0;
  return wait.until ?? until;
}

/** True for words that are only to be said at their time (`ingatkan`): no conversation goes on with them. */
export function isMemo({ wait }: Aside): boolean {
  return wait.type === 'event' && wait.say !== undefined;
}
