import type { Addresses, Refusal } from '../domain/ports/addresses.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Deliveries, Dependence } from '../domain/ports/deliveries.ts';
import { sleep } from './sending/sending.ts';

/** A call in flight ends within a second as a rule; a caller who cannot wait longer comes back with the same words. */
const patienceMs = 5000;
const pollMs = 50;

/** Something forbidden is still on its way. The change stands; the same deed again only waits again. */
export class StillSending extends Error {
  override readonly name = 'StillSending';
}

export interface Forbid {
  /**
   * After `refusal` was decided (its `version` is the deciding document's): sets it on every address of the contact, and
   * resolves when no push is on its way to any of them.
   */
  readonly stopPushes: (contact: string, refusal: Refusal, version: number) => Promise<void>;
  /** After a source was paused or cancelled, or a document was raised to a version: resolves when nothing of it flies. */
  readonly settled: (of: Dependence) => Promise<void>;
}

/**
 * Change first, then wait until nothing that depends on it is being sent, and only then acknowledge: what is marked
 * before the change is waited for, what is marked after it sees the change in its look or at the gate.
 */
export function createForbid(use: {
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
}): Forbid {
  return {
    stopPushes: async (contact, refusal, version) => {
      for (const { id } of await use.addresses.ofContact(contact)) await use.addresses.forbid(id, refusal, version);
      await until(use.clock, async () => !(await use.addresses.ofContact(contact)).some(hasPush));
    },
    settled: (of) => until(use.clock, async () => (await use.deliveries.countSending(of)) === 0),
  };
}

function hasPush({ flight }: { readonly flight: { readonly class: string } | null }): boolean {
  return flight !== null && flight.class !== 'reply';
}

async function until(clock: Clock, quiet: () => Promise<boolean>): Promise<void> {
  const startedAt = clock.monotonic();
  while (!(await quiet())) {
    if (clock.monotonic() - startedAt > patienceMs) throw new StillSending();
    await sleep(clock, pollMs);
  }
}
