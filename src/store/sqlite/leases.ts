import type { Clock } from '../../domain/ports/clock.ts';
import type { Leases } from '../../domain/ports/leases.ts';

/** Leases in memory: the folder belongs to one process, and with it all of them end. */
export function createLeases(clock: Pick<Clock, 'now'>): Leases {
  const held = new Map<string, { readonly owner: string; readonly until: number }>();
  return {
    take: async (name, owner, forMs) => {
      const now = clock.now();
      const hold = held.get(name);
      if (hold !== undefined && hold.owner !== owner && hold.until > now) return false;
      held.set(name, { owner, until: now + forMs });
      return true;
    },
    release: async (name, owner) => {
      if (held.get(name)?.owner === owner) held.delete(name);
    },
  };
}
