import { entryOf } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { leave } from '../../src/domain/seats.ts';

export function versionOf(batch: Batch, contact: string): number {
  return entryOf(batch, contact)?.version ?? 0;
}

export function leaveNoTrace(...[batch, ask, now]: Parameters<typeof leave>): ReturnType<typeof leave> {
  const { batch: after, result } = leave(batch, ask, now);
  return { batch: { ...after, entries: after.entries.filter(({ state }) => state !== 'out') }, result };
}
