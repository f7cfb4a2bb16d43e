import { entryOf } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { leave, take } from '../../src/domain/seats.ts';
import type { SeatRules } from './desk.ts';

export function versionOf(batch: Batch, contact: string): number {
  return entryOf(batch, contact)?.version ?? 0;
}

export function leaveNoTrace(...[batch, ask, now]: Parameters<typeof leave>): ReturnType<typeof leave> {
  const { batch: after, result } = leave(batch, ask, now);
  return { batch: { ...after, entries: after.entries.filter(({ state }) => state !== 'out') }, result };
}

/** The registration's number is all that is compared: it stays when its person leaves. */
export function takeByNumber(...[batch, ask]: Parameters<SeatRules['take']>): ReturnType<SeatRules['take']> {
  const n = entryOf(batch, ask.contact)?.n ?? 0;
  return take(batch, { ...ask, seen: n === ask.n ? versionOf(batch, ask.contact) : -1 });
}
