import { z } from 'zod';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { judgeMoveMark } from '../house.ts';
import type { MoveMark } from '../house.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import { passed } from './judge-time.ts';

const row = z.object({
  _id: z.string(),
  state: z.exactOptional(z.enum(['arriving', 'arrived', 'left'])),
  move: z.exactOptional(z.string()),
  house: z.exactOptional(z.string()),
  place: z.exactOptional(z.string()),
  /** Who moves from or to here just now, and when it last said so. */
  holder: z.exactOptional(z.string()),
  heldAt: z.exactOptional(z.date()),
});

const moveKind: CollectionKind<typeof row.shape> = { name: 'meta', part: 'move', row, indexes: [] };
const ID = 'move';

/** A move that was silent for so long is broken off; a page of rows takes seconds. */
const HELD_MS = 60_000;

type On = Pick<Backing, 'database'>;
const stamp = { $currentDate: { heldAt: true } } as const;
const letGo = { $unset: { holder: true, heldAt: true } } as const;

/** What a move left here; null: none ever did. */
export async function readMoveMark(on: On): Promise<MoveMark | null> {
  return toMark(await openCollection(on, moveKind).findOne({ _id: ID }));
}

/**
 * Why this process may not work here; null when it may. Asked after it registered: a move takes hold first and looks who
 * lives afterwards. `isNew`: whoever looked before this may not have seen it alive, so a hold counts too; one that is
 * silent is taken away, and its holder finds it gone. It is asked when the mark has been read: a sleep before that counts.
 */
export async function lookForMove(on: On, isNew: () => boolean): Promise<StoreTrouble | null> {
  const rows = openCollection(on, moveKind);
  const found = await rows.findOne({ _id: ID });
  const left = judgeMoveMark(toMark(found));
  if (left !== null || found?.holder === undefined || !isNew()) return left;
  const broken = await rows.update({ _id: ID, ...passed('heldAt', HELD_MS) }, letGo);
  return broken ? null : new StoreTrouble('being_moved');
}

function toMark(found: z.infer<typeof row> | null): MoveMark | null {
  const { state, move, house, place } = found ?? {};
  if (state === undefined || move === undefined || house === undefined || place === undefined) return null;
  return { state, move, house, place };
}

/** Begins to hold; the same owner may begin again. False: somebody else's move goes on. */
export async function takeHold(on: On, holder: string): Promise<boolean> {
  const rows = openCollection(on, moveKind);
  const take = { $set: { holder }, ...stamp };
  return (
    (await rows.upsert({ _id: ID, holder }, stamp)) ||
    (await rows.update({ _id: ID, holder: { $exists: false } }, take)) ||
    rows.update({ _id: ID, ...passed('heldAt', HELD_MS) }, take)
  );
}

/** Goes on holding, and marks. Throws `move_lost` when somebody took the hold away. */
export async function keepHold(on: On, holder: string, mark: Partial<MoveMark> = {}): Promise<void> {
  const set = Object.keys(mark).length === 0 ? {} : { $set: mark };
  const kept = await openCollection(on, moveKind).update({ _id: ID, holder }, { ...set, ...stamp });
  if (!kept) throw new StoreTrouble('move_lost');
}

/** Lets go; nothing when it does not hold. */
export async function releaseHold(on: On, holder: string): Promise<void> {
  await openCollection(on, moveKind).update({ _id: ID, holder }, letGo);
}
