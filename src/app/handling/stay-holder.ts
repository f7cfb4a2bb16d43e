import type { Address } from '../../domain/ports/addresses.ts';
import type { Handling } from './handling.ts';

/** Thrice within the lease of ten seconds (sweep.ts): one renewal may be late or lost. */
const renewMs = 3000;

/** Counting a million people takes half a minute where a store is slow. What waits for longer waits for ever, and is taken for dead. */
const longestMs = 120_000;

/**
 * What `work` resolves to, or throws. While it works the store hears that the holder lives, so that work that takes long is not
 * counted as a death; only silence is.
 */
export async function stayHolder<Result>(
  { addresses, clock }: Pick<Handling, 'addresses' | 'clock'>,
  { id, fence }: Pick<Address, 'id' | 'fence'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const begunAt = clock.monotonic();
  const renew = (): void => {
    if (clock.monotonic() - begunAt > longestMs) return;
    // A store that is away is told again the next time.
    void addresses.renew(id, fence).catch(() => undefined);
    stop = clock.after(renewMs, renew);
  };
  let stop = clock.after(renewMs, renew);
  try {
    return await work();
  } finally {
    stop();
  }
}
