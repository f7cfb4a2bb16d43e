import type { Zone } from '../engine/value.ts';
import type { Wording } from './announcement-text.ts';
import type { Audience, Retried } from './audience.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * What officers push. Its words and its audience are frozen when it is submitted (a change is a new announcement), and
 * nothing leaves before somebody else than the author said yes.
 *
 *     draft -> waiting -> scheduled -> snapshotting -> running <-> paused -> done | cancelled
 *                  `----> returned
 */
export interface Announcement extends Wording {
  readonly id: string;
  readonly tenant: string;
  readonly number: string;
  readonly author: string;
  readonly state: AnnouncementState;
  readonly audience: Audience;
  readonly image: string | null;
  /** Its links are counted for those who agreed to that. */
  readonly countsTaps?: true;
  /** null: as soon as it is approved. */
  readonly sendAt: number | null;
  readonly zone: Zone;
  /** How many would get it when it was submitted. */
  readonly people: number;
  readonly decision: Decision | null;
  /** What was expected when it was approved, or before that when it was submitted; null: by a version that did not look. */
  readonly plan: Plan | null;
  /** When the snapshot begins; set by the approval. */
  readonly startAt: number | null;
  /** Each attempt at a snapshot has a higher one; rows that the last did not touch do not count. */
  readonly run: number;
  /** The last contact that the snapshot wrote. */
  readonly cursor: string;
  /** People in the snapshot; counted when it is complete. */
  readonly total: number | null;
  /** People whom nobody could tell, as what is known of them did not open when the snapshot was taken. */
  readonly unopened?: number;
  readonly result: Counts | null;
  /** When the sweep looks at it next. */
  readonly lookAt: number | null;
}

/** What an announcement would come to. */
export interface Plan {
  /** People reached through each account, and how many of them its caps count. */
  readonly accounts: Readonly<Record<string, { readonly people: number; readonly counted: number }>>;
  /** When the last one will probably have been told. */
  readonly finishAt: number;
  /** Nobody is told then or later: it is old news. */
  readonly until: number;
}

type AnnouncementState =
  | 'draft'
  | 'waiting'
  | 'returned'
  | 'scheduled'
  | 'snapshotting'
  | 'running'
  | 'paused'
  | 'done'
  | 'cancelled';

export interface Decision {
  readonly id: string;
  readonly by: string;
  readonly verdict: 'approved' | 'returned';
  readonly note: string;
  readonly at: number;
}

/** What became of the people in it. */
export interface Counts {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Opted out, left, or too late. */
  readonly skipped: number;
  readonly open: number;
}

export const announcementKind: DocumentKind<Announcement> = {
  name: 'announcements',
  keys: ({ tenant, author, state }) => ({ tenant, author, state }),
  next: (announcement) => announcement.lookAt,
};

/** The states in which an announcement still may send something, or wait for a yes. */
export function isOpen(announcement: Announcement): boolean {
  return !['returned', 'done', 'cancelled'].includes(announcement.state);
}

/** Two submissions with the same fingerprint, both open, are one double click. */
export function fingerprint({ author, audience, text, ownTexts, image, countsTaps, sendAt }: Announcement): string {
  return JSON.stringify([author, audience, text, ownTexts, image, countsTaps, sendAt]);
}

export type DecisionOutcome =
  | { readonly type: 'approved' | 'returned' }
  | { readonly type: 'own' }
  | { readonly type: 'decided'; readonly decision: Decision }
  | { readonly type: 'gone' };

/**
 * The yes or no of a second officer; the first to answer decides. The same decision again: the same outcome. A yes freezes
 * when it begins and what is expected of it.
 */
export function decideAnnouncement(
  announcement: Announcement,
  decision: Decision,
  { startAt, plan }: { readonly startAt: number; readonly plan: Plan },
): { readonly doc: Announcement; readonly result: DecisionOutcome } {
  const known = announcement.decision;
  if (known !== null) {
    const again: DecisionOutcome =
      known.id === decision.id ? { type: known.verdict } : { type: 'decided', decision: known };
    return { doc: announcement, result: again };
  }
  if (announcement.state !== 'waiting') return { doc: announcement, result: { type: 'gone' } };
  if (announcement.author === decision.by) return { doc: announcement, result: { type: 'own' } };
  if (decision.verdict === 'returned') {
    return { doc: { ...announcement, state: 'returned', decision }, result: { type: 'returned' } };
  }
  return {
    doc: { ...announcement, state: 'scheduled', decision, plan, startAt, lookAt: startAt },
    result: { type: 'approved' },
  };
}

/**
 * Whoever takes a snapshot notes each page within a second or so. Silent for this long, its process is gone, and another
 * begins again; sooner, several processes would take it from each other for ever.
 */
const snapshotLeaseMs = 60_000;

/**
 * A new attempt at the snapshot, once its time has come; null when there is none to begin, and while another attempt
 * goes on.
 */
export function beginSnapshot(announcement: Announcement, now: number): Announcement | null {
  const { state, startAt, lookAt } = announcement;
  const due = state === 'scheduled' && (startAt ?? 0) <= now;
  const lost = state === 'snapshotting' && (lookAt ?? 0) <= now;
  if (!due && !lost) return null;
  const run = announcement.run + 1;
  return { ...announcement, state: 'snapshotting', run, cursor: '', lookAt: now + snapshotLeaseMs };
}

/** The snapshot of `run` wrote everybody up to `cursor`; unchanged when another run has taken over. */
export function noteSnapshot(
  announcement: Announcement,
  { run, cursor, now }: { readonly run: number; readonly cursor: string; readonly now: number },
): Announcement {
  const mine = announcement.state === 'snapshotting' && announcement.run === run;
  return mine ? { ...announcement, cursor, lookAt: now + snapshotLeaseMs } : announcement;
}

/** The snapshot of `run` is complete: from here rows may leave. */
export function finishSnapshot(
  announcement: Announcement,
  { now, ...taken }: Pick<Announcement, 'run' | 'total' | 'unopened'> & { readonly now: number },
): Announcement {
  if (announcement.state !== 'snapshotting' || announcement.run !== taken.run) return announcement;
  return { ...announcement, ...taken, state: 'running', lookAt: now };
}

export type ControlAction = 'jeda' | 'lanjutkan' | 'batalkan';

/** Pause, resume or cancel; `over`: there is nothing left to control. A repetition changes nothing. */
export function controlAnnouncement(
  announcement: Announcement,
  action: ControlAction,
  now: number,
): { readonly doc: Announcement; readonly result: 'done' | 'over' } {
  const { state } = announcement;
  if (action === 'batalkan') {
    if (state === 'cancelled') return { doc: announcement, result: 'done' };
    if (!isOpen(announcement)) return { doc: announcement, result: 'over' };
    return { doc: { ...announcement, state: 'cancelled', lookAt: now }, result: 'done' };
  }
  const [from, to] = action === 'jeda' ? (['running', 'paused'] as const) : (['paused', 'running'] as const);
  if (state === from) {
    return { doc: { ...announcement, state: to, lookAt: to === 'paused' ? null : now }, result: 'done' };
  }
  return { doc: announcement, result: isOpen(announcement) ? 'done' : 'over' };
}

/** Notes how far it is; with no row open it is done, otherwise somebody looks again at `lookAt`. */
export function noteProgress(announcement: Announcement, counts: Counts, lookAt: number): Announcement {
  if (announcement.state === 'cancelled') {
    return { ...announcement, result: counts, lookAt: counts.open === 0 ? null : lookAt };
  }
  if (announcement.state !== 'running') return announcement;
  if (counts.open > 0) return { ...announcement, lookAt };
  return { ...announcement, state: 'done', result: counts, lookAt: null };
}

/** What stands behind the number of an announcement that goes once more to those whose message failed, or may not have arrived. */
const resendSuffix: Readonly<Record<Retried, string>> = { failed: 'G', uncertain: 'T' };

/** The id of that step; there is one of each. */
export function resendId(id: string, outcome: Retried): string {
  return `${id}.${outcome}`;
}

/** Whether an announcement may go once more to some of its people: it is over, and is not such a step itself. */
export function mayResend({ state, audience }: Announcement): boolean {
  return state === 'done' && audience.type !== 'ulang';
}

/**
 * The next step of an announcement that is over: the same words, approved by the same officer, for those alone whose message
 * ended so. It runs, pauses, is counted and cancelled as any other.
 */
export function resendOf(
  announcement: Announcement,
  outcome: Retried,
  { startAt, plan, people }: { readonly startAt: number; readonly plan: Plan; readonly people: number },
): Announcement {
  const { id, number, audience } = announcement;
  return {
    ...announcement,
    id: resendId(id, outcome),
    number: `${number}/${resendSuffix[outcome]}`,
    state: 'scheduled',
    audience: { type: 'ulang', announcement: id, outcome, audience },
    people,
    plan,
    startAt,
    lookAt: startAt,
    run: 0,
    cursor: '',
    total: null,
    result: null,
  };
}

/** For so long the same words are not told to the same person without being asked about. */
const sameWordsMs = 7 * 24 * 60 * 60_000;

/** Whether it was told to people so lately that they are not told the same again unasked. */
export function wasToldLately({ state, startAt }: Announcement, now: number): boolean {
  const began = ['snapshotting', 'running', 'paused', 'done', 'cancelled'].includes(state);
  return began && (startAt ?? 0) > now - sameWordsMs;
}
