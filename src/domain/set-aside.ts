import type { Unopened } from './ports/addresses.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * What did not open of somebody's address when they went on without it, as it lay there: for whoever finds its key again. Gone with
 * the person's data, and after a while by itself.
 */
export interface SetAside {
  readonly id: string;
  readonly address: string;
  readonly contact: string;
  readonly at: number;
  readonly parts: Unopened;
}

/** Time to look for a key, and to restore a copy beside the service; longer than a conversation is good for. */
const keptMs = 30 * 24 * 60 * 60_000;

export const setAsideKind: DocumentKind<SetAside> = {
  name: 'set_aside',
  keys: ({ contact }) => ({ contact }),
  next: ({ at }) => at + keptMs,
};
