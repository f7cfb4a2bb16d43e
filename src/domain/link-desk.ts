import type { LinkOrder, LinkState } from './link.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * Where a command leaves an order for the process that holds the account, and finds its answer: with several processes nobody
 * knows which one it is. One order at a time; a newer one takes the place of one that nobody answered.
 */
export interface LinkDesk {
  readonly asked: { readonly id: string; readonly order: LinkOrder };
  readonly answered: { readonly id: string; readonly link: LinkState } | null;
}

/** By the account's name. */
export const linkDeskKind: DocumentKind<LinkDesk> = { name: 'link-desk', keys: () => ({}), next: () => null };
