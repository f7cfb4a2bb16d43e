import type { Walk } from '../flow.ts';
import { hasDraft } from '../hearing/what-is-kept.ts';
import { draftUntil } from '../open-walk.ts';
import { proceed } from '../proceed.ts';
import { leave, openTitle, sentence, tell, top } from '../walk.ts';
import { politeFrom } from './next-look.ts';
import { remindOpen, sayMemos } from './remind.ts';

/**
 * Somebody looks because a time has come (`nextLook`): words that were kept for it, a question's time that is over, a
 * draft that is too old, or a reminder. Each speaks in a turn of its own.
 */
export function lookAtClock(walk: Walk): void {
  const { now } = walk.facts;
  if (walk.wait.type === 'deed' || sayMemos(walk) || walk.wait.type !== 'answer') return;
  const { until } = walk.wait;
  const question = top(walk).at?.does.question;
  if (until !== undefined && until <= now && question !== undefined) return proceed(walk, question.lapse(walk));
  if (draftUntil(walk) <= now) return giveUp(walk);
  remindOpen(walk);
}

function giveUp(walk: Walk): void {
  if (walk.frames.some(hasDraft)) tell(walk, sentence(walk, 'draf_kedaluwarsa', { judul: openTitle(walk) }));
  leave(walk);
}

/** True when what comes from outside may break into the open conversation: nobody has talked for a while. */
export function mayInterrupt(walk: Walk): boolean {
  return walk.wait.type === 'answer' && walk.reminds === null && politeFrom(walk) <= walk.facts.now;
}
