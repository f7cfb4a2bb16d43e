import type { Clock } from '../../domain/ports/clock.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { sleep } from './sending.ts';

/** The sweep doubts a mark a minute after its gate (patience.flightMs); until shortly before, nobody else decides. */
const insistMs = 50_000;

const firstPauseMs = 100;
const longestPauseMs = 2000;

/** The store may have done what it was asked, and may answer again soon. */
export function isAway(error: unknown): boolean {
  return error instanceof StoreTrouble && error.again;
}

/**
 * Asks again while the store is away, for what is settled by asking twice: a message that was really sent shall not be in
 * doubt because the database was cut off for half a minute. `since`: when its gate was asked, on the monotonic clock.
 * Rejects with the store's last trouble when the time is over, with any other error at once.
 */
export async function insist<Result>(
  { clock }: { readonly clock: Clock },
  since: number,
  ask: () => Promise<Result>,
): Promise<Result> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error) || clock.monotonic() - since + pauseMs > insistMs) throw error;
    }
    await sleep(clock, pauseMs);
  }
}
