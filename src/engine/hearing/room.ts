import type { Flow, Walk } from '../flow.ts';
import { closeFrame } from '../open-walk.ts';
import { MOST_ASIDE } from '../waiting/next-look.ts';

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

function isFull({ frames, aside, parked }: Walk): boolean {
  return new TextEncoder().encode(JSON.stringify([frames.map(closeFrame), aside, parked])).length >= FULL_BYTES;
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
