import { dayOf } from '../language/calendar.ts';

/** A person as the office knows them. Made by the first deed that must remember something; really gone after `hapus`. */
export interface Contact {
  readonly id: string;
  readonly tenant: string;
  readonly profile: Profile;
  /** Every yes and no with its proof, oldest first (UU 27/2022 art. 24: consent must be provable). */
  readonly consents: readonly Consent[];
  /** STOP was typed: nothing is pushed, the data stay. */
  readonly stopped: boolean;
  /** Kinds of push that the person refused. Never covers a change of a class they sit in. */
  readonly muted: readonly Purpose[];
  /** Rises with every change of `stopped` or `muted`; addresses take only a newer one. */
  readonly refusalVersion: number;
  /** The last deeds that changed them. */
  readonly refusedBy: readonly string[];
  /** Themes whose opening they want to hear of. */
  readonly themes: readonly string[];
  /** The language that they chose; absent: none. */
  readonly language?: string;
  /** Ways to reach them, the one used last at the end: pushes go there and nowhere else. */
  readonly addresses: readonly Reach[];
  /** The last day on which they did something that keeps their data: retention counts from it. */
  readonly activeOn: string;
  /** The day on which somebody looks whether the data are still to be kept; absent: before any retention could be over. */
  readonly lookOn?: string;
  /** They were told that their data go on this day, unless they do something after `activeOn`. */
  readonly ending?: { readonly on: string; readonly activeOn: string };
}

/** What was agreed to, or refused; `ketukan`: that taps on links in announcements are counted. */
export type Purpose = 'pelatihan' | 'pengingat' | 'kabar' | 'kiat' | 'ketukan';

export interface Reach {
  readonly address: string;
  readonly account: string;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** What is known of a person; every field was given by them, none is guessed. */
export interface Profile {
  readonly name?: string;
  /** ISO date. */
  readonly birth?: string;
  readonly gender?: Named;
  readonly district?: Named;
  readonly village?: Named;
  /** E.164. */
  readonly phone?: string;
  readonly email?: string;
  readonly education?: Named;
  readonly job?: Named;
  readonly employer?: string;
}

export interface Consent {
  /** The deed that recorded it. */
  readonly id: string;
  readonly purpose: string;
  readonly version: string;
  /** The text as it was shown, and the words of the answer. Empty when consent was taken back. */
  readonly text: string;
  readonly words: string;
  readonly agreed: boolean;
  readonly at: number;
  readonly address: string;
}

/** Someone about whom nothing is known but the way to reach them. */
export function createContact(id: string, tenant: string, activeOn: string): Contact {
  return {
    id,
    tenant,
    profile: {},
    consents: [],
    stopped: false,
    muted: [],
    refusalVersion: 0,
    refusedBy: [],
    themes: [],
    addresses: [],
    activeOn,
  };
}

/** True when nothing is remembered of a person but the language they chose: they are still new here. */
export function isStranger({ profile, consents, refusedBy, themes }: Contact): boolean {
  return Object.keys(profile).length + consents.length + refusedBy.length + themes.length === 0;
}

/** The contact after something reached us from `reach` on the day `today`. */
export function seenFrom(contact: Contact, reach: Reach, today: string): Contact {
  const others = contact.addresses.filter((other) => other.address !== reach.address);
  const activeOn = contact.activeOn < today ? today : contact.activeOn;
  return { ...contact, addresses: [...others, reach], activeOn };
}

/** The one address that pushes go to, or null. */
export function pushAddress(contact: Contact): Reach | null {
  return contact.addresses.at(-1) ?? null;
}

/** The consents that hold now, in the order in which they were given. */
export function currentConsents(contact: Contact): readonly Consent[] {
  return contact.consents.filter(
    (consent, index) =>
      consent.agreed && !contact.consents.slice(index + 1).some((later) => later.purpose === consent.purpose),
  );
}

/** Whether the last word of the person about this purpose was a yes. */
export function agreesTo(contact: Contact, purpose: Purpose): boolean {
  return currentConsents(contact).some((consent) => consent.purpose === purpose);
}

/** Writes down a yes or a no. A no to a kind of push also mutes it, a yes ends that; the same deed again changes nothing. */
export function recordConsent(contact: Contact, consent: Consent): Contact {
  if (contact.consents.some((known) => known.id === consent.id)) return contact;
  const after = { ...contact, consents: [...contact.consents, consent] };
  const purpose = pushPurposes.find((one) => one === consent.purpose);
  if (purpose === undefined) return after;
  const others = contact.muted.filter((muted) => muted !== purpose);
  return refuse(after, { muted: consent.agreed ? others : [...others, purpose] }, consent.at);
}

/** The kinds of push that a person can refuse one by one. */
export const pushPurposes = ['pengingat', 'kabar', 'kiat'] as const satisfies readonly Purpose[];

/** Nobody says STOP and MULAI this often while one process stands still. */
const rememberedRefusals = 20;

/** Sets what the person refuses; `refusalVersion` becomes the time, and rises even when two changes share a millisecond. */
function refuse(
  contact: Contact,
  change: { readonly stopped?: boolean; readonly muted?: readonly Purpose[] },
  at: number,
): Contact {
  return { ...contact, ...change, refusalVersion: Math.max(contact.refusalVersion + 1, at) };
}

/**
 * The person's word about pushes, once per deed: a process that stood still may come back with an old one, and a MULAI of
 * yesterday must not undo the STOP of today. Times would not tell, because rows are handled in the platform's order.
 */
export function refuseOnce(
  contact: Contact,
  change: Parameters<typeof refuse>[1],
  { id, now }: { readonly id: string; readonly now: number },
): Contact {
  if (contact.refusedBy.includes(id)) return contact;
  return { ...refuse(contact, change, now), refusedBy: [...contact.refusedBy, id].slice(-rememberedRefusals) };
}

/** The day until which a profile is kept: `years` after the person last did something. */
export function keptUntil(contact: Pick<Contact, 'activeOn'>, years: number): string {
  const year = Number(contact.activeOn.slice(0, 4)) + years;
  const day = `${year}${contact.activeOn.slice(4)}`;
  return dayOf(day) === null ? `${year}-03-01` : day;
}
