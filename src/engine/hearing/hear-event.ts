import type { Happening, Walk } from '../flow.ts';
import { restore } from '../open-walk.ts';
import { proceed } from '../proceed.ts';
import type { Aside } from '../session.ts';
import { openStep } from '../walk.ts';
import { putAside } from './aside.ts';
import { noteEvent } from './parked.ts';

/**
 * Something happened outside of the chat. The open question hears it first, then those that were put aside; what is
 * parked only notes it, and goes on when the clock is looked at, by day.
 */
export function hearEvent(walk: Walk, event: Happening): void {
  if (answers(walk, event)) return;
  const aside = walk.aside.findLast((one) => isAwaited(walk, one, event));
  if (aside === undefined) return noteEvent(walk, event);
  walk.aside = walk.aside.filter((one) => one !== aside);
  putAside(walk, 'free');
  if (!restore(walk, aside.frames)) return;
  walk.wait = aside.wait;
  answers(walk, event);
}

/** Goes on with the event where the open question takes it for its answer. */
function answers(walk: Walk, event: Happening): boolean {
  const at = openStep(walk);
  const move = walk.wait.type === 'answer' ? (at?.does.hearEvent?.(walk, at, event) ?? null) : null;
  if (move === null) return false;
  proceed(walk, move);
  return true;
}

/** True when a conversation that was put aside would take the event; nothing is changed by asking. */
function isAwaited(walk: Walk, { frames, wait }: Aside, event: Happening): boolean {
  const there: Walk = { ...walk, frames: [], wait };
  const at = restore(there, frames) ? openStep(there) : null;
  return wait.type === 'answer' && at !== null && (at.does.hearEvent?.(there, at, event) ?? null) !== null;
}
