import type { Address } from '../../domain/ports/addresses.ts';
import type { Handling } from './handling.ts';

/**
 * The person speaks again while an answer to them is in doubt: they have seen it or moved on, so it is not repeated
 * and the answers behind it may go.
 */
export async function endDoubt({ addresses, deliveries }: Handling, held: Address): Promise<void> {
  if (held.nextReply > held.lastReply) return;
  const head = await deliveries.reply(held.id, held.nextReply);
  if (head === null || head.state !== 'uncertain') return;
  await deliveries.giveUpDoubt(head.id, head.attempt);
  await addresses.advance(held.id, held.nextReply);
}
