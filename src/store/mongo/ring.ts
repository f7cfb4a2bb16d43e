import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Backing } from './backing.ts';
import { rowId } from './ring-rows.ts';
import type { RingValue } from './ring-rows.ts';
import { createRingState, isOurs, isStill, loadRing, readHead, TRIES } from './ring-state.ts';
import type { RingState } from './ring-state.ts';
import { clearRing, writeRing } from './write-ring.ts';
import type { RingChanges } from './write-ring.ts';

/**
 * One account's sealed values by id, kept in generations. A write first makes the rows of a new generation, and then one
 * compare-and-set of the account's head makes it current: what died between the two never counts. Rows never change.
 */
export interface Ring {
  /** Those of these ids that exist, as of one moment. */
  readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly write: (changes: RingChanges) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Every id, as of now. */
  readonly list: () => Promise<readonly string[]>;
}

/** Reads go at any time, writes one after another. */
export function openRing(backing: Pick<Backing, 'database'>, account: string): Ring {
  const state = createRingState(backing, account);
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const acted = writing.then(act);
    writing = acted.catch(() => undefined);
    return acted;
  };
  return {
    read: (ids) => readRing(state, ids, () => writing),
    write: (changes) => inTurn(() => writeRing(state, changes)),
    clear: () => inTurn(() => clearRing(state)),
    list: async () => [...(await loadRing(state)).live.keys()],
  };
}

/** One round trip while nobody else writes: the rows as we know them, and beside them the head that says whether we do. */
async function readRing(
  state: RingState,
  ids: readonly string[],
  written: () => Promise<unknown>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const seen = state.known ?? (await loadRing(state));
    const wanted = ids.flatMap((id) => {
      const generation = seen.live.get(id);
      return generation === undefined ? [] : [rowId(id, generation)];
    });
    const [head, found] = await Promise.all([readHead(state), findAll(state, wanted)]);
    const stood = (head?.by ?? '') === seen.head.by;
    // Only our own writes since then: what we knew was so when we were asked.
    const isCurrent = stood || (seen.sure && isOurs(state, head) && state.known?.live === seen.live);
    if (isCurrent && found.length === wanted.length) return toValues(found);
    if (stood && isStill(head, await readHead(state))) throw new StoreTrouble('keyring_torn');
    await written();
    if (!isCurrent && state.known === seen) state.known = null;
  }
  throw new StoreTrouble('keyring_taken');
}

async function findAll({ values }: RingState, wanted: readonly string[]): Promise<readonly RingValue[]> {
  return wanted.length === 0 ? [] : values.find({ _id: { $in: wanted } });
}

function toValues(found: readonly RingValue[]): ReadonlyMap<string, Uint8Array> {
  return new Map(found.flatMap(({ id, sealed }) => (sealed === undefined ? [] : [[id, sealed] as const])));
}
