import type { Clock } from '../../domain/ports/clock.ts';
import type { Slots } from '../../domain/ports/slots.ts';
import { catchUpMs, catchUpRate, slotsAhead } from '../catch-up.ts';
import { createLines } from '../in-line.ts';

/**
 * Rate grants in the memory of the only process. Each bucket holds the time of its next free slot (GCRA). The account's never
 * lies in the past: whatever stalls, no window sees more than its rate and one. That of its pushes may lag so far.
 */
export function createInlineSlots({ clock }: { readonly clock: Clock }): Slots {
  const nextFree = new Map<string, number>();
  const frozenUntil = new Map<string, number>();
  const inLine = createLines();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));

  const grant = (account: string, perSecond: number, leadMs: number): number => {
    const now = clock.monotonic();
    const slot = Math.max(nextFree.get(account) ?? 0, now + (perSecond === Infinity ? 0 : leadMs));
    nextFree.set(account, slot + 1000 / perSecond);
    return slot - now;
  };
  /** How long a push waits for its share, which may lag behind, and for the one before it. */
  const share = (account: string, rates: Parameters<Slots['take']>[2]): number => {
    const now = clock.monotonic();
    const [mean, pace] = [`${account}.bulk`, `${account}.pace`];
    const owed = Math.max(nextFree.get(mean) ?? now, now - catchUpMs);
    const slot = Math.max(owed, nextFree.get(pace) ?? 0, now);
    nextFree.set(mean, owed + 1000 / rates.bulkPerSecond);
    nextFree.set(pace, slot + 1000 / catchUpRate(rates));
    return slot - now;
  };
  /** Waits until the account's next slot is near enough for a push. */
  const untilNear = async (account: string, perSecond: number, leadMs: number): Promise<void> => {
    const reachMs = leadMs + (slotsAhead * 1000) / perSecond;
    for (;;) {
      const waitMs = (nextFree.get(account) ?? 0) - clock.monotonic() - reachMs;
      if (waitMs <= 0) return;
      // A whole millisecond at least: the rest of a rounding would be waited for without end.
      await sleep(Math.ceil(waitMs));
    }
  };
  const isFrozen = (account: string): boolean => (frozenUntil.get(account) ?? 0) > clock.monotonic();

  return {
    take: async (account, lane, rates, leadMs) => {
      const { perSecond } = rates;
      if (isFrozen(account)) return null;
      if (lane === 'reply') return grant(account, perSecond, leadMs);
      // The account's slot is asked for only when the bulk slot comes, so that bulk never books ahead of a reply.
      const waitMs = share(account, rates);
      if (waitMs > 0) await sleep(waitMs);
      return inLine(account, async () => {
        await untilNear(account, perSecond, leadMs);
        return isFrozen(account) ? null : grant(account, perSecond, leadMs);
      });
    },
    freeze: async (account, forMs) => {
      frozenUntil.set(account, Math.max(frozenUntil.get(account) ?? 0, clock.monotonic() + forMs));
    },
  };
}
