import type { Address } from '../../domain/ports/addresses.ts';
import { backOffMs } from './handling.ts';
import type { Handling } from './handling.ts';

/** A look that comes this soon gets a timer; a later one is the sweep's, so that timers stay few. */
const soonMs = 60_000;

/** A store that is away is asked again after this; a new primary is mostly there by then. */
const awayMs = 5000;

/** Lets go until `next`, or looks again when somebody rang meanwhile. null: it is no longer ours. */
export async function rest(use: Handling, held: Address, next: number | null): Promise<Address | null> {
  const { id, fence, bell } = held;
  if (await use.addresses.release(id, { fence, bell }, { next, stumbled: false })) {
    await wakeAt(use, held, next);
    return null;
  }
  const now = await use.addresses.read(id);
  return now?.fence === fence ? { ...now, next } : null;
}

/** Lets go because the store is away: nobody's fault, so it is not counted, and tried again after a pause. */
export function waitForStore(use: Handling, held: Address): Promise<Address | null> {
  return rest(use, held, held.ownedAt + awayMs);
}

/** Lets go of an input that could not be handled; it is counted, and tried again a little later each time. */
export async function stumble(use: Handling, held: Address): Promise<null> {
  const { id, fence, bell } = held;
  const next = held.ownedAt + backOffMs(held.crashes + 1);
  await use.addresses.release(id, { fence, bell }, { next, stumbled: true });
  await wakeAt(use, held, next);
  return null;
}

async function wakeAt({ queue }: Handling, held: Address, next: number | null): Promise<void> {
  const delayMs = (next ?? Infinity) - held.ownedAt;
  if (delayMs <= soonMs) await queue.wake({ type: 'handle', address: held.id }, Math.max(0, delayMs));
}
