import { createHash, randomUUID } from 'node:crypto';

import { counterKind, pulseId } from '../domain/numbering.ts';
import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { checkCanary } from './canary.ts';
import { compareTable, copyTable, isSame } from './copy-table.ts';
import type { TwoTables } from './copy-table.ts';
import { documentTable } from './house.ts';
import type { House } from './house.ts';
import { judgeMove } from './judge-move.ts';
import type { Course } from './judge-move.ts';
import type { Seal } from './seal.ts';

/** What a move says of itself while it goes on. */
export type MoveStep =
  | { readonly type: 'begun' | 'taken up'; readonly rows: number }
  /** Once a page: how many rows, of those of all tables, were copied and compared. */
  | { readonly type: 'page'; readonly deed: Deed; readonly table: string; readonly done: number; readonly of: number }
  | { readonly type: 'copied'; readonly table: string; readonly rows: number }
  /** Both ends hold as many rows, and the same in them. */
  | { readonly type: 'compared'; readonly table: string; readonly rows: number; readonly sum: string }
  | { readonly type: 'handed over' };

type Deed = 'copy' | 'compare';

const countersTable = documentTable(counterKind.name);

export interface Moving {
  readonly from: House;
  readonly to: House;
  /** Of the key that the new place will be opened with. */
  readonly seal: Seal;
  readonly onStep: (step: MoveStep) => void;
}

/**
 * Moves an installation from one store to another, of which nobody uses either meanwhile; `already`: an earlier move had
 * done it. Broken off anywhere, it is run again and goes on. Throws what `judgeMove` throws, `wrong_key`,
 * `nothing_to_move`, `move_differs` when both ends do not hold the same in the end, `move_lost` when somebody came in between.
 */
export async function moveHouse(moving: Moving): Promise<'moved' | 'already'> {
  const { from, to, seal, onStep } = moving;
  const canary = await from.canary();
  // What nothing was ever sealed in is empty.
  if (canary === null) throw new StoreTrouble('nothing_to_move', { at: from.place });
  checkCanary(canary, seal);
  const house = createHash('sha256').update(canary.sealed).digest('base64url');
  const course = await findCourse(moving, house);
  if (course.type === 'over') return 'already';
  const move = course.type === 'begin' ? randomUUID() : course.move;
  if (course.type !== 'hand over') {
    await to.putMark({ state: 'arriving', move, house, place: from.place });
    await to.putCanary(canary);
    await copyAndCompare(moving, course.type === 'begin');
  }
  await handOver(moving, { move, house });
  onStep({ type: 'handed over' });
  return 'moved';
}

async function findCourse({ from, to }: Moving, house: string): Promise<Course> {
  return judgeMove({
    from: await from.mark(),
    to: await to.mark(),
    house,
    isEmpty: await isEmpty(to),
    places: { from: from.place, to: to.place },
  });
}

/**
 * Two stores cannot be changed in one step, so between these two nobody serves, and that is the right side to fall on:
 * two services on two copies would drift apart for good, while none lasts until this command is run again, and then ends
 * at once, because both marks bear the same move and everything has been compared. Before the first step the old place
 * serves as ever and the new one refuses (`half_moved`); after the second it is the other way round (`moved_away`).
 */
async function handOver({ from, to }: Moving, { move, house }: { move: string; house: string }): Promise<void> {
  await to.hold();
  await from.putMark({ state: 'left', move, house, place: to.place });
  await to.putMark({ state: 'arrived', move, house, place: from.place });
}

async function copyAndCompare({ from, to, onStep }: Moving, isNew: boolean): Promise<void> {
  const tables = await tablesOf(from, to);
  const counts = await Promise.all(tables.map((table) => from.table(table).count()));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  onStep({ type: isNew ? 'begun' : 'taken up', rows });
  let done = 0;
  const both = (deed: Deed, table: string): TwoTables => ({
    from: from.table(table),
    to: to.table(table),
    onPage: async (more) => {
      done += more;
      onStep({ type: 'page', deed, table, done, of: 2 * rows });
      await Promise.all([from.hold(), to.hold()]);
    },
  });
  for (const [index, table] of tables.entries()) {
    await copyTable(both('copy', table));
    onStep({ type: 'copied', table, rows: counts[index] ?? 0 });
  }
  for (const table of tables) {
    const comparison = await compareTable(both('compare', table));
    if (!isSame(comparison)) throw new StoreTrouble('move_differs', { table });
    onStep({ type: 'compared', table, rows: comparison.from.count, sum: comparison.from.sum });
  }
}

/** Also what is only at the new place: it was there before and is no more. */
async function tablesOf(from: House, to: House): Promise<readonly string[]> {
  return [...new Set([...(await from.tables()), ...(await to.tables())])];
}

/** Also when a service, or `doctor`, has already looked there whether writing works: that is nobody's data. */
async function isEmpty(house: House): Promise<boolean> {
  for (const name of await house.tables()) {
    const table = house.table(name);
    const pulse = name === countersTable ? await table.among([pulseId]) : [];
    if ((await table.count()) > pulse.length) return false;
  }
  return true;
}
