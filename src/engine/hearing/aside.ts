import type { Walk } from '../flow.ts';
import { closeFrame, draftUntil, restore } from '../open-walk.ts';
import { DOORS, repeatOpen, walkAnew } from '../proceed.ts';
import type { Wait } from '../session.ts';
import { leave, openTitle, sentence, tell } from '../walk.ts';
import { hasRoom } from './room.ts';
import type { Guest } from './room.ts';
import { hasDraft, holdsSomething } from './what-is-kept.ts';

/**
 * Puts the open conversation aside for another; false when too many wait already. One in which nothing was answered is
 * let go, unless it is to come back (`keeps`): a push broke into it, or a button of another led away from it.
 */
export function putAside(walk: Walk, guest: Guest, keeps = guest !== 'chosen'): boolean {
  const root = walk.frames[0]?.flow.name ?? '';
  if (walk.frames.some(holdsSomething) || (keeps && root !== '' && !DOORS.has(root))) {
    if (!hasRoom(walk, guest)) return false;
    const frames = walk.frames.map(closeFrame);
    walk.aside = [...walk.aside, { frames, wait: withoutOver(walk.wait), until: draftUntil(walk) }];
  }
  leave(walk);
  return true;
}

/** The wait for the flow's own question, without the service's over it. */
export function withoutOver(wait: Wait): Wait {
  if (wait.type !== 'answer') return wait;
  const { over: _over, ...question } = wait;
  return question;
}

/** A button of a conversation that was put aside: that one comes back, and the open one goes aside. */
export function takeUpTapped(walk: Walk, choice: string): void {
  const tapped = walk.aside.find(({ wait }) => wait.type === 'answer' && choice.startsWith(`${wait.ask}.`));
  if (tapped === undefined) return;
  walk.aside = walk.aside.filter((one) => one !== tapped);
  putAside(walk, 'free');
  if (restore(walk, tapped.frames)) walk.wait = tapped.wait;
  else walkAnew(walk, tapped.frames);
}

/** Goes on with the conversation that was put aside last; says so and repeats its question, unless nobody is there. */
export function takeBack(walk: Walk, isHeard: boolean): void {
  const last = walk.aside.at(-1);
  if (last === undefined) return;
  walk.aside = walk.aside.slice(0, -1);
  if (!restore(walk, last.frames)) return walkAnew(walk, last.frames);
  const judul = openTitle(walk);
  if (last.until <= walk.facts.now) {
    if (walk.frames.some(hasDraft)) tell(walk, sentence(walk, 'draf_kedaluwarsa', { judul }));
    walk.frames = [];
    return takeBack(walk, isHeard);
  }
  walk.wait = last.wait;
  if (!isHeard) return;
  tell(walk, sentence(walk, 'kita_lanjutkan', { judul }));
  repeatOpen(walk);
}
