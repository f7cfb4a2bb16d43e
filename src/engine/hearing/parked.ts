import { findFlow } from '../find-flow.ts';
import type { Happening, Outcome, Walk } from '../flow.ts';
import { closeFrame, DRAFT_MS, restore } from '../open-walk.ts';
import { packFields, unpackFields } from '../pack-value.ts';
import { proceed, walkAnew } from '../proceed.ts';
import type { Aside, EventWait } from '../session.ts';
import { dueAt, isMemo } from '../waiting/next-look.ts';
import { leave, openStep, openTitle, sentence, tell } from '../walk.ts';
import { putAside } from './aside.ts';
import { hasRights } from './rights.ts';

/**
 * What one person may wait for at a time, reminders that flows set for them included: each holds its answers, and a
 * session has to stay small. More is nobody's real life, but a keyword that is typed again and again.
 */
const MOST_PARKED = 8;

/** True when nothing more can be waited for. */
export function isParkedFull(walk: Walk): boolean {
  return walk.parked.length >= MOST_PARKED;
}

/** A conversation that waits for an event or a time leaves the chat free. */
export function park(walk: Walk): void {
  const { wait } = walk;
  if (wait.type !== 'event') return;
  const lifeMs = walk.frames[0]?.flow.head.draftMs ?? DRAFT_MS;
  const until = Math.max(walk.facts.now + lifeMs, wait.until ?? 0);
  walk.parked = [...walk.parked, { frames: walk.frames.map(closeFrame), wait, until }];
  leave(walk);
}

/** Words for a time to come; those that were kept for the same thing before make room for them. False: there is no room. */
export function keepMemo(walk: Walk, say: string, about: string, until: number): boolean {
  const others = walk.parked.filter(
    ({ wait }) => wait.type !== 'event' || wait.say === undefined || wait.about !== about,
  );
  if (others.length >= MOST_PARKED) return false;
  walk.parked = [...others, { frames: [], wait: { type: 'event', event: null, about, until, say }, until }];
  return true;
}

/** Notes what happened with every conversation that waits for it. They go on when somebody looks, which is at once. */
export function noteEvent(walk: Walk, { name, about, result, values }: Happening): void {
  const give = packFields(values);
  const got = { r: result ?? HAPPENED, ...(give === null ? {} : { give }) };
  walk.parked = walk.parked.map((one) => {
    const { wait } = one;
    const isMeant = wait.type === 'event' && wait.event === name && (wait.about === null || wait.about === about);
    return isMeant && wait.got === undefined ? { ...one, wait: { ...wait, got } } : one;
  });
}

/** The one result of an event that has no others. */
export const HAPPENED = 'terjadi';

/** `paling_lama` is over. */
export const TOO_LATE = 'terlambat';

/** The words that are due now, in the order in which they were kept; they are gone then. */
export function takeMemos(walk: Walk): readonly string[] {
  const due = walk.parked.filter((one) => isMemo(one) && dueAt(one) <= walk.facts.now);
  walk.parked = walk.parked.filter((one) => !due.includes(one));
  return due.flatMap(({ wait }) => (wait.type === 'event' && wait.say !== undefined ? [wait.say] : []));
}

/** Takes up a conversation whose time has come, and puts the open one aside for it. False: there is none, or no room. */
export function takeUpReady(walk: Walk): boolean {
  const ready = walk.parked.find((one) => !isMemo(one) && dueAt(one) <= walk.facts.now);
  if (ready === undefined || (walk.frames.length > 0 && !putAside(walk, 'waited'))) return false;
  walk.parked = walk.parked.filter((one) => one !== ready);
  if (ready.wait.type === 'event') goOn(walk, ready, ready.wait);
  return true;
}

/** Its flow may be another version by now: then it is walked anew, and goes on where it waits for the same. */
function goOn(walk: Walk, { frames }: Aside, wait: EventWait): void {
  if (restore(walk, frames)) walk.wait = wait;
  else walkAnew(walk, frames);
  if (!walk.frames.every(({ flow }) => hasRights(flow, walk.facts))) {
    tell(walk, sentence(walk, 'hak_berubah'));
    return leave(walk);
  }
  const step = openStep(walk);
  if (step === null || walk.wait.type !== 'event' || walk.wait.event !== wait.event) return;
  const outcome = outcomeOf(wait);
  if (outcome === null) {
    tell(walk, sentence(walk, 'draf_kedaluwarsa', { judul: openTitle(walk) }));
    return leave(walk);
  }
  walk.wait = { type: 'none' };
  proceed(walk, step.does.resume?.(walk, step, outcome) ?? { type: 'next' });
}

/** What the wait came to; null: it had no end of its own, and the draft is too old. */
function outcomeOf({ event, until, got }: EventWait): Outcome | null {
  if (got !== undefined) return { result: got.r, values: unpackFields(got.give ?? {}) };
  return event !== null && until === null ? null : { result: TOO_LATE, values: {} };
}

/** Says what is being waited for, where a flow has words for it (`sambil_menunggu`). False: nothing was said. */
export function tellWaiting(walk: Walk, only: (one: Aside) => boolean = () => true): boolean {
  for (const one of walk.parked.toReversed().filter(only)) {
    const there: Walk = { ...walk, frames: [], wait: one.wait };
    const at = restore(there, one.frames) ? openStep(there) : null;
    const before = walk.out.length;
    const spoken = walk.out.at(-1)?.out;
    at?.does.repeat?.(there, at);
    if (walk.out.length > before || walk.out.at(-1)?.out !== spoken) return true;
  }
  return false;
}

/** Lets go of the conversation that was begun last among those that wait; what it is called, null when none waits. */
export function dropNewest(walk: Walk): string | null {
  const last = walk.parked.findLast((one) => !isMemo(one));
  if (last === undefined) return null;
  walk.parked = walk.parked.filter((one) => one !== last);
  return findFlow(walk, last.frames[0]?.flow ?? '')?.head.title ?? '';
}
