import type { Channel, Part } from '../../domain/channel.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import type { Sending, Verdict } from './sending.ts';

/**
 * The part as the platform takes it at this moment: in free words while the person has written lately, then in an approved form.
 * Without one a push is skipped, and an answer comes too late.
 */
export async function phrase(
  { addresses, clock }: Pick<Sending, 'addresses' | 'clock'>,
  { window }: Channel,
  { address, class: kind }: Delivery,
  part: Part,
): Promise<Part | Exclude<Verdict, { type: 'go' }>> {
  if (window === undefined) return part;
  const heardAt = (await addresses.read(address))?.heardAt ?? null;
  if (heardAt !== null && clock.now() < heardAt + window.forMs) return part;
  const approved = window.approve(part);
  if (approved !== null) return approved;
  return kind === 'reply' ? { type: 'expired', code: 'window_closed' } : { type: 'skipped', code: 'no_template' };
}
