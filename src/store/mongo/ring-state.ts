import { randomUUID } from 'node:crypto';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { readBack } from './read-back.ts';
import { indexRing, isWhole, ringHeadKind, ringValueKind } from './ring-rows.ts';
import type { Litter, RingHead, RingIndex, RingValue } from './ring-rows.ts';

/** One account's ring as one process sees it. */
export interface RingState {
  readonly account: string;
  readonly heads: Collection<RingHead>;
  readonly values: Collection<RingValue>;
  /** Every write of this process is named by it and a number. */
  readonly self: string;
  writes: number;
  /** null: to be loaded. */
  known: Known | null;
  /** Somebody else has written, and this process has not read since. */
  taken: boolean;
}

/** What a process knows of a ring. */
export interface Known {
  readonly head: RingHead;
  /** Changed in place as this process writes, for it may be long; another one whenever the ring is loaded. */
  readonly live: RingIndex['live'];
  /** To be removed once the next generation's number is surely ours. */
  readonly litter: Litter;
  /** The head is a write of this process that was answered: nobody has used the next number. */
  readonly sure: boolean;
}

/** Who is overtaken this often in a row is not the one that should have the ring. */
export const TRIES = 20;

export function createRingState(backing: Pick<Backing, 'database'>, account: string): RingState {
  const [heads, values] = [openCollection(backing, ringHeadKind), openCollection(backing, ringValueKind)];
  return { account, heads, values, self: randomUUID(), writes: 0, known: null, taken: false };
}

export function readHead({ heads, account }: RingState): Promise<RingHead | null> {
  return heads.findOne({ _id: account });
}

/** The same write made both, or there is still none. */
export function isStill(head: RingHead | null, now: RingHead | null): boolean {
  return head?.by === now?.by;
}

export function isOurs({ self }: RingState, head: RingHead | null): boolean {
  return head?.by.startsWith(self) ?? false;
}

/** The head as a write of ours makes it of another one. */
export function followHead(state: RingState, from: RingHead, change: Partial<RingHead>): RingHead {
  state.writes += 1;
  return { ...from, ...change, generation: from.generation + 1, by: `${state.self}.${state.writes}` };
}

/** The compare-and-set: false when `from` is not the head any more. */
export function replaceHead(state: RingState, from: RingHead, to: RingHead): Promise<boolean> {
  const { heads } = state;
  const { _id, generation } = from;
  const write = () => (generation === 0 ? heads.insert(to) : heads.replace({ _id, generation }, to));
  return readBack(write, async () => {
    const now = await readHead(state);
    if (now?.by === to.by) return true;
    return (now?.generation ?? 0) > generation ? false : undefined;
  });
}

/** Reads which values there are. Throws `keyring_torn` when they are not those that the head knows of. */
export async function loadRing(state: RingState): Promise<Known> {
  const { account, values } = state;
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await readHead(state);
    const entries = await values.pick(['id', 'generation', 'gone'], { account }, { sort: { id: 1, generation: 1 } });
    const head = found ?? blankHead(account);
    const { live, litter } = indexRing(head, entries);
    // Without a head there is no row: the first write makes the head before any other.
    if (found === null ? entries.length === 0 : isWhole(head, live)) {
      state.taken = false;
      return (state.known = { head, live, litter, sure: false });
    }
    if (isStill(found, await readHead(state))) throw new StoreTrouble('keyring_torn');
  }
  throw new StoreTrouble('keyring_taken');
}

/** Before the first write. */
export function blankHead(account: string): RingHead {
  return { _id: account, generation: 0, by: '', floor: 0, skipped: [], count: 0, sum: 0 };
}
