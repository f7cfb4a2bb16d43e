import type { Batch } from './batch.ts';
import { agreesTo } from './contact.ts';
import type { Contact, Named } from './contact.ts';

/** Whom an announcement is for: a saved question, answered again when it is sent. */
export type Audience =
  | { readonly type: 'gelombang'; readonly batch: string; readonly status: ParticipantStatus }
  | { readonly type: 'kecamatan'; readonly district: Named }
  | { readonly type: 'tema'; readonly track: string }
  | { readonly type: 'semua' };

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

/** Whom news are for, in or out of a batch. News to people outside need their consent to `kabar`. */
export function isNews(audience: Audience): audience is News {
  return audience.type !== 'gelombang';
}

type News = Exclude<Audience, { readonly type: 'gelombang' }>;

/** Whether a person outside of a batch is meant: only who agreed to news (`kabar`) ever is. */
export function isMeant(audience: News, contact: Contact): boolean {
  return agreesTo(contact, 'kabar') && isAimedAt(audience, contact);
}

/** Whether news would concern the person, had they agreed to any. */
export function isAimedAt(audience: News, contact: Contact): boolean {
  if (audience.type === 'kecamatan') return contact.profile.district?.code === audience.district.code;
  return audience.type === 'semua' || contact.themes.includes(audience.track);
}
