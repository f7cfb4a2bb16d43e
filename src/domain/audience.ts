import { ageAt } from '../language/calendar.ts';
import type { Batch } from './batch.ts';
import type { Contact, Named } from './contact.ts';

/** Whom an announcement is for: a saved question, answered again when it is sent. */
export type Audience =
  | { readonly type: 'gelombang'; readonly batch: string; readonly status: ParticipantStatus }
  | { readonly type: 'kecamatan'; readonly district: Named }
  | { readonly type: 'tema'; readonly track: string }
  | { readonly type: 'semua' }
  /** What an officer wrote as a sentence (audience-sentence.ts). */
  | { readonly type: 'kalimat'; readonly segments: readonly Segment[] }
  /** Those of an announcement to whom this happened, as far as they are still meant by it. */
  | { readonly type: 'ulang'; readonly announcement: string; readonly outcome: Retried; readonly audience: Audience };

/** What may be sent once more. */
export type Retried = 'failed' | 'uncertain';

/** One circle of people, narrowed; who is in several segments is one person. */
export interface Segment {
  readonly circle: Circle;
  /** Districts and villages, any of them; empty: wherever they live. */
  readonly places: readonly Named[];
  readonly age: AgeSpan | null;
  /** The code of a `jenis_kelamin`. */
  readonly gender: string | null;
}

export type Circle =
  | { readonly type: 'gelombang'; readonly batches: readonly string[]; readonly status: ParticipantStatus }
  | { readonly type: 'program'; readonly programme: string; readonly status: ParticipantStatus }
  | { readonly type: 'tema'; readonly track: string }
  | { readonly type: 'semua' }
  /** No people, but groups and channels, each told once. */
  | GroupCircle;

type GroupCircle = { readonly type: 'grup'; readonly groups: readonly string[] };

/** Full years, both ends included; null: no end. */
export interface AgeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Everybody who has a seat, is offered one or waits; only those with a seat; only those offered one; only the queue. */
export type ParticipantStatus = 'semua' | 'dikonfirmasi' | 'belum' | 'antre';

const statesOf: Readonly<Record<ParticipantStatus, readonly string[]>> = {
  semua: ['seat', 'offer', 'wait'],
  dikonfirmasi: ['seat'],
  belum: ['offer'],
  antre: ['wait'],
};

/** The people of a batch that an audience means, by contact. News about a class that one is in needs no other consent. */
export function participants(batch: Batch, status: ParticipantStatus): readonly string[] {
  return batch.entries
    .filter((entry) => statesOf[status].includes(entry.state))
    .map((entry) => entry.contact)
    .toSorted();
}

/** An audience as segments, however it was chosen. */
export function segmentsOf(audience: Audience): readonly Segment[] {
  if (audience.type === 'kalimat') return audience.segments;
  if (audience.type === 'ulang') return segmentsOf(audience.audience);
  if (audience.type === 'kecamatan') return [{ ...everybody, places: [audience.district] }];
  if (audience.type !== 'gelombang') return [{ ...everybody, circle: audience }];
  const { type, batch, status } = audience;
  return [{ ...everybody, circle: { type, batches: [batch], status } }];
}

/** An audience together with groups; null: nobody but them. */
export function withGroups(audience: Audience | null, groups: readonly string[]): Audience | null {
  if (groups.length === 0) return audience;
  const segments = audience === null ? [] : segmentsOf(audience);
  return { type: 'kalimat', segments: [...segments, { ...everybody, circle: { type: 'grup', groups } }] };
}

/** The groups that segments name, each once. */
export function groupsIn(segments: readonly Segment[]): readonly string[] {
  return [...new Set(segments.flatMap(({ circle }) => (circle.type === 'grup' ? circle.groups : [])))];
}

/** Whether an audience is groups and nobody else. */
export function isGroupsAlone(audience: Audience): boolean {
  const segments = segmentsOf(audience);
  return segments.length > 0 && peopleIn(segments).length === 0;
}

/** The segments that mean people. */
export function peopleIn(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ circle }) => circle.type !== 'grup');
}

const everybody: Segment = { circle: { type: 'semua' }, places: [], age: null, gender: null };

/** People by a class that they are in; all others need their consent to news (`kabar`). */
export type ClassCircle = Extract<Circle, { readonly type: 'gelombang' | 'program' }>;

/** Whether a circle is a class, or several. */
export function isClass(circle: Circle): circle is ClassCircle {
  return circle.type === 'gelombang' || circle.type === 'program';
}

/** Who is in which class, and the day on which ages count. */
export interface Knowledge {
  readonly isIn: (circle: ClassCircle, contact: string) => boolean;
  /** ISO date. */
  readonly today: string;
}

/**
 * Why a person is aimed at: `class`: news about a class of theirs; `news`: anything else, which nobody gets without
 * having agreed to it; null: not at all. What was never said about a person does not match.
 */
export function aimOf(segments: readonly Segment[], contact: Known, known: Knowledge): 'class' | 'news' | null {
  const hit = segments.filter((segment) => isIn(segment.circle, contact, known) && isSuch(segment, contact, known));
  if (hit.length === 0) return null;
  return hit.some(({ circle }) => isClass(circle)) ? 'class' : 'news';
}

type Known = Pick<Contact, 'id' | 'themes' | 'profile'>;

/** Somebody of whom no more is told than who they are. */
export function unopened(id: string): Known {
  return { id, themes: [], profile: {} };
}

/** Whether more of a person must be known than who they are, to tell whether these segments mean them. */
export function asksMore(segments: readonly Segment[]): boolean {
  return segments.some(
    ({ circle, places, age, gender }) => circle.type === 'tema' || places.length > 0 || age !== null || gender !== null,
  );
}

function isIn(circle: Circle, contact: Known, known: Knowledge): boolean {
  if (circle.type === 'semua') return true;
  if (circle.type === 'grup') return false;
  return circle.type === 'tema' ? contact.themes.includes(circle.track) : known.isIn(circle, contact.id);
}

function isSuch({ places, age, gender }: Segment, { profile }: Known, { today }: Knowledge): boolean {
  const { district, village, birth } = profile;
  if (places.length > 0 && !places.some(({ code }) => code === district?.code || code === village?.code)) return false;
  if (gender !== null && profile.gender?.code !== gender) return false;
  if (age === null) return true;
  if (birth === undefined) return false;
  const years = ageAt(birth, today);
  return years >= (age.from ?? 0) && years <= (age.to ?? Infinity);
}
