import type { Channel } from '../../domain/channel.ts';
import type { Delivery, Lane } from '../../domain/ports/deliveries.ts';
import { passLifeMs, sleep, slotWidthMs } from './sending.ts';
import type { Pass, Sending } from './sending.ts';

/** Replies have their own lane, so that a push of any size leaves them room. */
function laneOf(row: Delivery): Lane {
  return row.class === 'reply' ? 'reply' : 'bulk';
}

/**
 * A slot far enough ahead for gate, mark and look, as a moment on our monotonic clock; resolves when it is time to begin
 * with them. null: the account is frozen.
 */
export async function takeSlot(use: Sending, channel: Channel, row: Delivery, leadMs: number): Promise<number | null> {
  const inMs = await use.slots.take(row.account, laneOf(row), channel.limits, leadMs);
  if (inMs === null) return null;
  const startsAt = use.clock.monotonic() + inMs;
  if (inMs > leadMs) await sleep(use.clock, inMs - leadMs);
  return startsAt;
}

/**
 * Waits for the slot. One that was missed is lost, and the next is taken under the same mark while the pass lasts: on a
 * slow store every slot would be missed otherwise. False: frozen, or the pass is over.
 */
export async function reachSlot(
  use: Sending,
  channel: Channel,
  row: Delivery,
  pass: Pass,
  slot: number,
): Promise<boolean> {
  for (let startsAt: number | null = slot; startsAt !== null; startsAt = await takeSlot(use, channel, row, 0)) {
    const waitMs = startsAt - use.clock.monotonic();
    if (waitMs > 0) await sleep(use.clock, waitMs);
    const { monotonic, wall } = {
      monotonic: use.clock.monotonic() - pass.monotonic,
      wall: use.clock.wall() - pass.wall,
    };
    if (Math.max(monotonic, wall) >= passLifeMs) return false;
    if (use.clock.monotonic() <= startsAt + slotWidthMs) return true;
  }
  return false;
}
