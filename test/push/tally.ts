import type { Arrival } from './door.ts';
import type { Remains } from './remains.ts';

/** What became of everybody, in figures. */
export interface Tally {
  readonly people: number;
  /** Copies of whoever has most; 1 when nobody got it twice. */
  readonly mostCopies: number;
  /** Who got it more than once. */
  readonly twice: number;
  /** Who is in the snapshot and in no final state, or without a row. */
  readonly lost: number;
  /** Called `sent`, and the platform never took it. */
  readonly falselySent: number;
  /** The platform took it, and it is called neither `sent` nor in doubt. */
  readonly secretlySent: number;
  readonly uncertain: number;
  /** Of those in doubt, whom it reached. */
  readonly arrivedInDoubt: number;
}

/** Holds every person's row against what the platform took. */
export function tallyUp({ total, counts, people }: Remains, pushes: readonly Arrival[]): Tally {
  const copies = new Map<number, number>();
  for (const { chat, taken } of pushes) if (taken) copies.set(chat, (copies.get(chat) ?? 0) + 1);
  const rows = [...people];
  const ofState = (state: string): readonly number[] => rows.filter(([, its]) => its === state).map(([chat]) => chat);
  const doubtful = ofState('uncertain');
  const { pending, claimed, sending } = counts;
  return {
    people: total,
    mostCopies: Math.max(0, ...copies.values()),
    twice: [...copies.values()].filter((count) => count > 1).length,
    lost: total - people.size + pending + claimed + sending,
    falselySent: ofState('sent').filter((chat) => !copies.has(chat)).length,
    secretlySent: rows.filter(([chat, state]) => copies.has(chat) && state !== 'sent' && state !== 'uncertain').length,
    uncertain: doubtful.length,
    arrivedInDoubt: doubtful.filter((chat) => copies.has(chat)).length,
  };
}
