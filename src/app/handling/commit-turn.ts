import type { Address, Commit } from '../../domain/ports/addresses.ts';
import type { Handling } from './handling.ts';

/**
 * The one fenced write of a turn. The address as it stands afterwards when it is ours, null when somebody else has it.
 * An error after the write was sent means unknown, so the address itself is asked: our fence and the next turn = done.
 */
export async function commitTurn(use: Handling, held: Address, commit: Commit): Promise<Address | null> {
  const { fence, turn } = held;
  const after = (): Address => ({
    ...held,
    ...commit,
    ownedAt: use.clock.now(),
    turn: turn + 1,
    crashes: 0,
    unopened: undefined,
  });
  try {
    if (await use.addresses.commit(held.id, { fence, turn }, commit)) return after();
  } catch {
    use.log('commit in doubt', { address: held.id, turn });
  }
  const now = await use.addresses.read(held.id);
  return now?.fence === fence && now.turn === turn + 1 ? after() : null;
}

/**
 * Copies what the last commit owes and closes what it handled, by key, so that doing it twice is doing it once. Only
 * then may another commit take their place. Rings for the first answer; each answer that left rings for the next.
 */
export async function repair(use: Handling, held: Address): Promise<void> {
  const { did, owed } = held;
  if (owed.length > 0) await use.deliveries.add(owed);
  if (did.length > 0) await use.inbox.close(did);
  const first = owed[0];
  if (first === undefined) return;
  if (first.seq === null) await use.queue.wake({ type: 'pump', account: held.account, lane: 'bulk' });
  else await use.queue.wake({ type: 'reply', account: held.account, delivery: first.id });
}
