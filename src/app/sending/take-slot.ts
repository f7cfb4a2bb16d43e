import type { Channel } from '../../domain/channel.ts';
import { elapsedMs } from '../../domain/elapsed.ts';
import type { Delivery, Lane } from '../../domain/ports/deliveries.ts';
import { passLifeMs, sleep, slotWidthMs } from './sending.ts';
import type { Delivering, Pass } from './sending.ts';

/** Replies have their own lane, so that a push of any size leaves them room. */
function laneOf(row: Delivery): Lane {
  return row.class === 'reply' ? 'reply' : 'bulk';
}

/** A missed slot's successor is waited for under the same mark if it is this near. */
const nearMs = 250;

/**
 * A slot far enough ahead for gate, mark and look, as a moment on our monotonic clock; resolves when it is time to begin
 * with them. null: the account is frozen.
 */
export async function takeSlot(use: Delivering, channel: Channel, row: Delivery): Promise<number | null> {
  const leadMs = use.lead.ms();
  const inMs = await use.slots.take(row.account, laneOf(row), channel.limits, leadMs);
  if (inMs === null) return null;
  const startsAt = use.clock.monotonic() + inMs;
  if (inMs > leadMs) await sleep(use.clock, inMs - leadMs);
  return startsAt;
}

/**
 * Waits for the slot. Who missed it takes the account's next one under the same mark if that is near: a push has had its share of
 * the lane, and only lost the moment. False: the row has to begin again without one.
 */
export async function reachSlot(
  use: Delivering,
  channel: Channel,
  row: Delivery,
  pass: Pass,
  slot: number,
): Promise<boolean> {
  use.lead.note(use.clock.monotonic() - pass.monotonic);
  for (let startsAt = slot; ;) {
    const waitMs = startsAt - use.clock.monotonic();
    if (waitMs > 0) await sleep(use.clock, waitMs);
    if (elapsedMs(use.clock, pass) >= passLifeMs) return false;
    if (use.clock.monotonic() <= startsAt + slotWidthMs) return true;
    const inMs = await use.slots.take(row.account, 'reply', channel.limits, 0);
    if (inMs === null || inMs > nearMs) return false;
    startsAt = use.clock.monotonic() + inMs;
  }
}
