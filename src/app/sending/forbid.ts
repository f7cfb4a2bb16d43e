import type { Address, Addresses, Refusal } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries, Dependence } from '../../domain/ports/deliveries.ts';
import { sleep } from './sending.ts';

/** Below the lease of an address, so that a deed that waits in vain is done again by its own holder. */
const patienceMs = 5000;
/** A call in flight ends within some hundred milliseconds. */
const lookMs = 50;

/** Something forbidden is still on its way. The change stands; the same deed again only waits again. */
class StillSending extends Error {
  override readonly name = 'StillSending';
}

export interface Forbid {
  /**
   * After a refusal was decided (`version`: of the document that decided it): writes it to every address of the contact,
   * and resolves when no push that entered before is on its way to any of them.
   */
  readonly stopPushes: (contact: string, refusal: Refusal, version: number) => Promise<void>;
  /** After a source was paused or cancelled, or a document was raised to a version: resolves when nothing of it flies. */
  readonly settled: (of: Dependence) => Promise<void>;
}

/**
 * Change first, then wait until nothing that depends on it is being sent, and only then acknowledge: what was marked
 * before the change is waited for, what is marked after it sees the change in its look or at the gate.
 */
export function createForbid(use: {
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
}): Forbid {
  const pushesTo = async (contact: string): Promise<readonly string[]> =>
    (await use.addresses.ofContact(contact)).flatMap(pushOf);
  return {
    stopPushes: async (contact, refusal, version) => {
      for (const { id } of await use.addresses.ofContact(contact)) await use.addresses.forbid(id, refusal, version);
      if (!refusal.stopped && refusal.muted.length === 0) return;
      const flying = await pushesTo(contact);
      await until(use.clock, async () => {
        const now = new Set(await pushesTo(contact));
        return !flying.some((push) => now.has(push));
      });
    },
    settled: (of) => until(use.clock, async () => (await use.deliveries.countSending(of)) === 0),
  };
}

/** The push on its way to an address, named so that the next one is another. */
function pushOf({ id, flight }: Address): readonly string[] {
  return flight === null || flight.class === 'reply' ? [] : [`${id}.${flight.number}`];
}

async function until(clock: Clock, quiet: () => Promise<boolean>): Promise<void> {
  const startedAt = clock.monotonic();
  while (!(await quiet())) {
    if (clock.monotonic() - startedAt > patienceMs) throw new StillSending();
    await sleep(clock, lookMs);
  }
}
