import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { addMark, rowId } from './ring-rows.ts';
import type { Litter, RingHead, RingValue } from './ring-rows.ts';
import { blankHead, followHead, isOurs, loadRing, readHead, replaceHead, TRIES } from './ring-state.ts';
import type { Known, RingState } from './ring-state.ts';

/** So many of the numbers that nobody may use are remembered; what was written for older ones was swept as often. */
const SKIPPED = 64;

export type RingChanges = ReadonlyMap<string, Uint8Array | null>;

/**
 * Two round trips: the rows of a new generation, and the head that makes it current. Beside the first one goes what
 * earlier generations left.
 */
export async function writeRing(state: RingState, changes: RingChanges): Promise<void> {
  const base = state.known?.sure === true ? state.known : await claimNumber(state);
  const { rows, litter, head } = planWrite(state, base, changes);
  if (rows.length === 0) return;
  try {
    const [left] = await Promise.all([sweep(state, base.litter), insert(state, rows)]);
    if (!(await replaceHead(state, base.head, head))) throw lose(state);
    for (const { id, gone, generation } of rows) {
      if (gone) base.live.delete(id);
      else base.live.set(id, generation);
    }
    state.known = { head, live: base.live, litter: join(left, litter), sure: true };
  } catch (error) {
    const dead = rows.map(({ _id }) => _id);
    if (state.known === base) state.known = { ...base, litter: join(base.litter, { dead, gone: [] }), sure: false };
    throw error;
  }
}

/** Forgets everything, whoever wrote it. */
export async function clearRing(state: RingState): Promise<void> {
  const { account, values } = state;
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await readHead(state);
    // Rows that lost their head would count again one day.
    if (found === null) await values.remove({ account });
    const from = found ?? blankHead(account);
    const floor = from.generation + 1;
    const head = followHead(state, from, { floor, skipped: [], count: 0, sum: 0 });
    if (!(await replaceHead(state, from, head))) continue;
    state.known = { head, live: new Map(), litter: { dead: [], gone: [] }, sure: true };
    state.taken = false;
    await values.remove({ account, generation: { $lte: floor } });
    return;
  }
  throw lose(state);
}

/**
 * Makes the next number nobody's, so that whatever was or will be written for it by who died or froze never counts, and
 * the one after it ours.
 */
async function claimNumber(state: RingState): Promise<Known> {
  for (let tries = 0; tries < TRIES && !state.taken; tries++) {
    const base = state.known ?? (await loadRing(state));
    const skipped = [...base.head.skipped, base.head.generation + 1].slice(-SKIPPED);
    const head = followHead(state, base.head, { skipped });
    if (await replaceHead(state, base.head, head)) return (state.known = { ...base, head, sure: true });
    // Or a write of ours whose answer was lost has come true meanwhile.
    if (!isOurs(state, await readHead(state))) break;
    state.known = null;
  }
  throw lose(state);
}

function lose(state: RingState): StoreTrouble {
  [state.known, state.taken] = [null, true];
  return new StoreTrouble('keyring_taken');
}

interface Plan {
  readonly rows: readonly RingValue[];
  readonly head: RingHead;
  /** What these rows replace, and those among them that only say so. */
  readonly litter: Litter;
}

function planWrite(state: RingState, { head, live }: Known, changes: RingChanges): Plan {
  const { account } = state;
  const generation = head.generation + 1;
  const rows: RingValue[] = [];
  const dead: string[] = [];
  const gone: string[] = [];
  let { count, sum } = head;
  for (const [id, sealed] of changes) {
    const before = live.get(id);
    if (before === undefined && sealed === null) continue;
    const row = { _id: rowId(id, generation), account, id, generation, gone: sealed === null };
    rows.push(sealed === null ? row : { ...row, sealed });
    if (before !== undefined) {
      [count, sum] = [count - 1, addMark(sum, id, before, -1)];
      dead.push(rowId(id, before));
    }
    if (sealed === null) gone.push(row._id);
    else [count, sum] = [count + 1, addMark(sum, id, generation, 1)];
  }
  return { rows, head: followHead(state, head, { count, sum }), litter: { dead, gone } };
}

async function insert({ values }: RingState, rows: readonly RingValue[]): Promise<void> {
  await values.upsertMany(rows.map(({ _id, ...row }) => ({ filter: { _id }, update: { $setOnInsert: row } })));
}

/** Removes what may go; what is left then. What cannot be removed now is swept another time. */
async function sweep({ values }: RingState, litter: Litter): Promise<Litter> {
  const { dead, gone } = litter;
  try {
    if (dead.length > 0) await values.remove({ _id: { $in: dead } });
    return { dead: gone, gone: [] };
  } catch (error) {
    if (error instanceof StoreTrouble) return litter;
    throw error;
  }
}

function join(one: Litter, other: Litter): Litter {
  return { dead: [...one.dead, ...other.dead], gone: [...one.gone, ...other.gone] };
}
