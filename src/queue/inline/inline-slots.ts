import type { Clock } from '../../domain/ports/clock.ts';
import type { Slots } from '../../domain/ports/slots.ts';

/**
 * Rate grants in the memory of the only process. Each bucket holds the time of its next free slot (GCRA without burst):
 * whatever stalls, no window sees more than its rate and one.
 */
export function createInlineSlots({ clock }: { readonly clock: Clock }): Slots {
  const nextFree = new Map<string, number>();
  const frozenUntil = new Map<string, number>();

  const grant = (bucket: string, perSecond: number, leadMs: number): number => {
    const now = clock.monotonic();
    const slot = Math.max(nextFree.get(bucket) ?? 0, now + (perSecond === Infinity ? 0 : leadMs));
    nextFree.set(bucket, slot + 1000 / perSecond);
    return slot - now;
  };
  const isFrozen = (account: string): boolean => (frozenUntil.get(account) ?? 0) > clock.monotonic();

  return {
    take: async (account, lane, rates, leadMs) => {
      if (isFrozen(account)) return null;
      if (lane === 'bulk') {
        // The account's slot is asked for only when the bulk slot comes, so that bulk never books ahead of a reply.
        const waitMs = grant(`${account}.bulk`, rates.bulkPerSecond, leadMs) - leadMs;
        if (waitMs > 0) await new Promise<void>((resolve) => void clock.after(waitMs, resolve));
      }
      return isFrozen(account) ? null : grant(account, rates.perSecond, leadMs);
    },
    freeze: async (account, forMs) => {
      frozenUntil.set(account, Math.max(frozenUntil.get(account) ?? 0, clock.monotonic() + forMs));
    },
  };
}
