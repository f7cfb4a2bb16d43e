import type { Slots } from '../../src/domain/ports/slots.ts';
import { createInlineSlots } from '../../src/queue/inline/inline-slots.ts';
import type { World } from './world.ts';

/** None is granted further ahead than this, so whoever begins beyond it comes close to nobody. */
const horizonMs = 1000;

/**
 * Slots that may be forgotten at any time, as Redis forgets them: what is granted afterwards begins beyond whatever was
 * granted before (`isHot`: at once, which is wrong), and the freeze is remembered by the account alone.
 */
export function createForgetfulSlots(world: World, isHot: boolean): { slots: Slots; flush: () => void } {
  const { now } = world;
  const clock = {
    now,
    wall: now,
    monotonic: now,
    after: (ms: number, run: () => void) => (world.after(ms, run), () => undefined),
  };
  let slots = createInlineSlots({ clock });
  let coldUntil = 0;
  return {
    flush: () => {
      slots = createInlineSlots({ clock });
      coldUntil = isHot ? 0 : now() + horizonMs;
    },
    slots: {
      take: (account, lane, given, leadMs) => slots.take(account, lane, given, Math.max(leadMs, coldUntil - now())),
      freeze: (...ask) => slots.freeze(...ask),
    },
  };
}
