import type { DocumentKind } from './ports/documents.ts';

/** What a number begins with, as people read it aloud to an officer. */
export type Series = 'PD' | 'LP' | 'PG' | 'PB' | 'HP' | 'TP' | 'SR';

/** The last number given in one series of one tenant; numbers may have gaps. */
export interface Counter {
  readonly last: number;
}

/** The counter that a look at health raises to see that writing works. No series has this name, and nobody reads it. */
export const pulseId = 'health';

export const counterKind: DocumentKind<Counter> = { name: 'counters', keys: () => ({}), next: () => null };

/** The next number: PD-0042. Four digits, because short ones are mistaken for a year or an age when read aloud. */
export function nextNumber(
  series: Series,
  counter: Counter | null,
): { readonly doc: Counter; readonly result: string } {
  const last = (counter?.last ?? 0) + 1;
  return { doc: { last }, result: `${series}-${String(last).padStart(4, '0')}` };
}
