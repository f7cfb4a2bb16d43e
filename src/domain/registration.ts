import type { Contact, Named, Profile } from './contact.ts';
import type { FormAnswers } from './form.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * One person's registration in one programme, whatever the batch: its id is `<programme>.<contact>`, so a person is in a
 * programme at most once. Whether they sit, wait or left is decided in the batch; here stand the number and the answers.
 */
export interface Registration {
  readonly id: string;
  readonly tenant: string;
  /** What people quote: PD-0042. */
  readonly number: string;
  readonly programme: string;
  readonly batch: string;
  readonly contact: string;
  /** The deed that asked for this registration. */
  readonly by: string;
  /** The version of the person's entry in the batch when they asked; the guard of `take`. */
  readonly seen: number;
  /** The entry's number once the batch has decided. */
  readonly n: number | null;
  /** `asking`: the batch decides. `draft`: no seat, the answers wait for a yes to the queue. `in`: look into the batch. */
  readonly state: 'asking' | 'draft' | 'in' | 'left';
  readonly answers: Answers;
  readonly askedAt: number;
  /** Classes that they said they cannot come to. */
  readonly excused?: readonly Excuse[];
  /** Classes that they were seen in. */
  readonly attended?: readonly Presence[];
  /** How often they typed a code that was not on the board of this class. */
  readonly missed?: { readonly meeting: string; readonly times: number };
}

/** One class that somebody cannot come to. */
export interface Excuse {
  readonly meeting: string;
  /** The day that it was to be on, by the clock of its venue; excuses of before this was kept have none. */
  readonly day?: string;
  readonly reason?: string;
  /** The deed that said so. */
  readonly by: string;
  readonly at: number;
}

/** That somebody was in one class. */
export interface Presence {
  readonly meeting: string;
  readonly at: number;
  readonly late: boolean;
  /** The deed that wrote it. */
  readonly by: string;
}

/** The registration with an excuse; the last word about a class counts. */
export function excuse(registration: Registration, one: Excuse): Registration {
  const others = (registration.excused ?? []).filter(({ meeting }) => meeting !== one.meeting);
  return { ...registration, excused: [...others, one] };
}

/** What the person answered, and why they left when they did. */
export interface Answers extends Profile {
  readonly goal?: Named;
  readonly needs?: string;
  /** Whether it was filled in on its page or is looked at at the venue. */
  readonly nik?: 'terisi' | 'di_tempat';
  /** To the programme's own questions. */
  readonly own?: FormAnswers;
  readonly leftBecause?: string;
}

export const registrationKind: DocumentKind<Registration> = {
  name: 'registrations',
  keys: ({ tenant, contact, batch }) => ({ tenant, contact, batch }),
  next: ({ state, askedAt }) => (state === 'draft' ? askedAt + draftMs : null),
};

/** A draft lives seven days (retention, C4). */
const draftMs = 7 * 24 * 60 * 60_000;

/** The registration without its answers when it was a draft for seven days; null when there is nothing to forget. */
export function forgetDraft(registration: Registration, now: number): Registration | null {
  const old = registration.state === 'draft' && registration.askedAt + draftMs <= now;
  return old ? { ...registration, state: 'left', answers: {} } : null;
}

/** One person has one registration in one programme, whatever the batch. */
export function registrationId(programme: string, contact: string): string {
  return `${programme}.${contact}`;
}

/**
 * Whether a new asking may take the place of what is known: nothing was there, the person left, only a draft was kept,
 * or it is the deed `lapsed`, whose entry in its batch is out (an offer that ran over).
 */
export function mayAskAgain(known: Registration | null, lapsed: string | null): boolean {
  return known === null || known.state === 'left' || known.state === 'draft' || known.by === lapsed;
}

/** The profile with what was answered at this registration; earlier knowledge stays where nothing was asked. */
export function learnProfile(contact: Contact, answers: Answers): Contact {
  const { goal: _goal, needs: _needs, nik: _nik, own: _own, leftBecause: _left, ...profile } = answers;
  return { ...contact, profile: { ...contact.profile, ...profile } };
}
