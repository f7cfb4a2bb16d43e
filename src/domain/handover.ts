import type { DocumentKind } from './ports/documents.ts';

/** Somebody who waits for a person of the office, by the deed's id. */
export interface Handover {
  readonly id: string;
  readonly tenant: string;
  readonly contact: string;
  readonly reason: string;
  /** The role that should answer, as the flow says; empty: anyone. */
  readonly to: string;
  readonly flow: string;
  readonly at: number;
  readonly state: 'waiting' | 'answered';
}

export const handoverKind: DocumentKind<Handover> = {
  name: 'handovers',
  keys: ({ tenant, contact, state }) => ({ tenant, contact, state }),
  next: () => null,
};
