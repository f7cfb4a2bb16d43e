import { plain } from '../language/normal.ts';
import type { Segment } from './audience.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * An audience under a name, for the next announcement. What was announced with it has a copy of its own: renaming or
 * removing it changes nothing that was submitted.
 */
export interface SavedAudience {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly segments: readonly Segment[];
  /** The officer who saved it last. */
  readonly by: string;
}

export const savedAudienceKind: DocumentKind<SavedAudience> = {
  name: 'audiences',
  keys: ({ tenant }) => ({ tenant }),
  next: () => null,
};

/** Of its name, so that there is one of each name. */
export function savedAudienceId(tenant: string, name: string): string {
  return `${tenant}.${plain(name).replaceAll(' ', '-')}`;
}

/** What a sentence begins with: a name like that would be read as one. */
const sentenceOpeners = new Set(['peserta', 'peminat', 'semua', 'warga', 'orang']);

const longestName = 40;

/** Whether an audience may be called so: a word or a few that nobody takes for a sentence. */
export function isAudienceName(name: string): boolean {
  const words = plain(name).split(' ');
  return /\p{L}/u.test(name) && name.length <= longestName && !sentenceOpeners.has(words[0] ?? '');
}
