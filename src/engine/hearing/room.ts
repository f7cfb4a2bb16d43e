import type { Flow, Walk } from '../flow.ts';
import { closeFrame } from '../open-walk.ts';
import { MOST_ASIDE } from '../waiting/next-look.ts';
import { top } from '../walk.ts';

/** For what the open conversation is to be put aside. */
export type Guest =
  /** What the person begins beside it. */
  | 'chosen'
  /** What was waited for and goes on now. */
  | 'waited'
  /** What the office asks: it has to be answered by its buttons. */
  | 'pushed'
  /** What never stays, what the law gives a person, and what itself was put aside before. */
  | 'free';

/** Pushes find this much room behind what people began themselves: a reminder and the offer of a seat in one day. */
const PUSHED = 2;

const MOST: Readonly<Record<Guest, number>> = {
  chosen: MOST_ASIDE,
  waited: MOST_ASIDE,
  pushed: MOST_ASIDE + PUSHED,
  free: Infinity,
};

/** A stored session of this weight is full: what is open goes on, and nothing more is begun beside it. */
const FULL_BYTES = 8192;

/** True when one more conversation may be put aside for this. */
export function hasRoom(walk: Walk, guest: Guest): boolean {
  return walk.aside.length < MOST[guest] && (guest !== 'chosen' || !isFull(walk));
}

function isFull(walk: Walk): boolean {
  return weigh(walk) >= FULL_BYTES;
}

function weigh({ frames, aside, parked }: Walk): number {
  return new TextEncoder().encode(JSON.stringify([frames.map(closeFrame), aside, parked])).length;
}

/** A session of this weight takes no more stories: it holds some twenty of a thousand characters. */
const NO_MORE_STORIES_BYTES = 24 * 1024;
/** And of this weight no more answers at all. */
const HEAVIEST_BYTES = 32 * 1024;
const STORY_CHARACTERS = 100;
/** Weighing costs as much as storing: short answers are weighed together, so many of one flow at a time. */
const WEIGHED_AT_ONCE = 16;

/** True when the session has grown too heavy with the answer of this text, which the open flow just kept. */
export function isTooHeavy(walk: Walk, text: string): boolean {
  if (text.length > STORY_CHARACTERS) return weigh(walk) >= NO_MORE_STORIES_BYTES;
  return Object.keys(top(walk).path).length % WEIGHED_AT_ONCE === 0 && weigh(walk) >= HEAVIEST_BYTES;
}

/** Kinds of steps at which nobody has to answer anything. */
const PASSING: ReadonlySet<string> = new Set([
  'kirim',
  'jika',
  'atur',
  'bagian',
  'periksa',
  'lakukan',
  'selesai',
  'ingatkan',
]);

/** What a flow is that the person begins. */
export function guestOf({ head, steps }: Pick<Flow, 'head' | 'steps'>): Guest {
  return head.isLegalDuty || steps.every(({ word }) => PASSING.has(word)) ? 'free' : 'chosen';
}
