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

/** Whether a person outside of a batch is meant: only who agreed to news (`kabar`) ever is. */
export function isMeant(audience: Exclude<Audience, { readonly type: 'gelombang' }>, contact: Contact): boolean {
  if (!agreesTo(contact, 'kabar')) return false;
  if (audience.type === 'kecamatan') return contact.profile.district?.code === audience.district.code;
  return audience.type === 'semua' || contact.themes.includes(audience.track);
}
