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
  readonly answer?: Answer;
}

/** What an officer wrote back. */
export interface Answer {
  readonly text: string;
  readonly officer: string;
  /** The deed that wrote it. */
  readonly by: string;
  readonly at: number;
}

/** The handover with its answer; one that has another answer already stays as it is. */
export function answerHandover(handover: Handover, answer: Answer): Handover {
  return handover.state === 'waiting' ? { ...handover, state: 'answered', answer } : handover;
}

/** The newest word of everybody who waits, who has waited longest first. */
export function waitingPeople(handovers: readonly Handover[]): readonly Handover[] {
  const waiting = handovers.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.at - b.at);
  const since = new Map(waiting.toReversed().map(({ contact, at }) => [contact, at]));
  const newest = new Map(waiting.map((one) => [one.contact, one]));
  return [...newest.values()].toSorted((a, b) => (since.get(a.contact) ?? 0) - (since.get(b.contact) ?? 0));
}

export const handoverKind: DocumentKind<Handover> = {
  name: 'handovers',
  keys: ({ tenant, contact, state }) => ({ tenant, contact, state }),
  next: () => null,
};
