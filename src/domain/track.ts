import type { DocumentKind } from './ports/documents.ts';

/** A theme of training; residents vote for it before any class of it exists. */
export interface Track {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly state: 'proposed' | 'open' | 'closed';
  /** Its place in lists. */
  readonly order: number;
}

export const trackKind: DocumentKind<Track> = {
  name: 'tracks',
  keys: (track) => ({ tenant: track.tenant }),
  next: () => null,
};
