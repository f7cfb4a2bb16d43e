import type { Address, Wait } from '../../domain/ports/addresses.ts';
import { isSealed } from '../../domain/ports/store-trouble.ts';
import type { Input } from '../../engine/turn.ts';
import { kindOf } from '../kind-of.ts';
import { forgetting } from './handling.ts';
import type { Handling, Person } from './handling.ts';
import { claimMedia } from './hold-media.ts';
import { named, toCall } from './run-turn.ts';

/**
 * Does the stored deed; its result is the next input. null: it failed, which is never a result of the flow. Doing it
 * again after a crash is harmless, because whatever a deed changes carries its id. Throws what does not open (`isSealed`): it would
 * fail for ever; a deletion goes on trying.
 */
export async function doDeed(use: Handling, held: Address, person: Person, wait: Wait): Promise<Input | null> {
  const { id, name, args } = wait.deed;
  try {
    const call = toCall(held, person, { id, args, now: wait.at });
    const outcome = await named(use.operations.deeds, name)(call);
    await claimMedia(use, args);
    return { type: 'result', id, ...outcome };
  } catch (error) {
    if (isSealed(error) && name !== forgetting) throw error;
    use.log('deed failed', { deed: id, name, failures: wait.failures + 1, error: kindOf(error) });
    return null;
  }
}
