import type { DocumentKind } from './ports/documents.ts';

/** A right that somebody used, by the deed's id: the recorded request of UU 27/2022 art. 14. Holds nothing personal. */
export interface PrivacyRequest {
  readonly id: string;
  readonly tenant: string;
  readonly number: string;
  readonly type: 'correction' | 'deletion' | 'withdrawal';
  readonly at: number;
}

export const requestKind: DocumentKind<PrivacyRequest> = {
  name: 'requests',
  keys: (request) => ({ tenant: request.tenant }),
  next: () => null,
};
