import type { Clock } from '../domain/ports/clock.ts';

/** Between two looks; a call to a platform lasts some hundred milliseconds. */
const lookMs = 25;

/** Below the lease of an address, so that a deed that waits in vain is tried again by its own holder. */
const patienceMs = 8_000;

/** Resolves when `settled` says yes; throws after eight seconds, so that the deed which waits is done again later. */
export async function waitUntil(clock: Clock, settled: () => Promise<boolean>): Promise<void> {
  const giveUpAt = clock.monotonic() + patienceMs;
  while (!(await settled())) {
    if (clock.monotonic() >= giveUpAt) throw new Error('messages in flight did not settle');
    await new Promise<void>((resolve) => {
      clock.after(lookMs, resolve);
    });
  }
}
