import type { Leases } from '../../domain/ports/leases.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { judgeStart, settledAt } from './data-shape.ts';
import type { DataShape, ShapeRecord } from './data-shape.ts';
import type { Database } from './database.ts';
import type { Migration, RawRow } from './migrations.ts';
import { newestShape } from './migrations.ts';
import type { Presence } from './processes.ts';
import { rewriteRows } from './rewrite-rows.ts';

/** Rows read and written at a time: small enough to let others in between. */
const BATCH = 500;
/** One process does the work; the next one goes on when it is silent for this long. Two at once would do no harm. */
const LEASE = 'migrate';
const LEASE_MS = 30_000;

interface Settings {
  readonly database: Database;
  readonly record: ShapeRecord;
  readonly presence: Pick<Presence, 'othersThan'>;
  readonly leases: Leases;
  /** This process, as the holder of the lease. */
  readonly id: string;
  readonly steps: readonly Migration[];
}

/**
 * Says that the data is on its way to the shape `target`, before anybody writes that shape. Throws `newer_version` or
 * `half_migrated` for data that this version does not know, and `other_version_running` while a process lives that
 * writes another shape: one that begins after the mark sees it, one that began before is seen here.
 */
export async function markReshape({ record, presence, steps }: Settings, target: number): Promise<void> {
  for (;;) {
    const shape = await record.read(newestShape(steps));
    const unknown = judgeStart(shape, newestShape(steps));
    if (unknown !== null) throw unknown;
    const marked = aim(shape, target);
    if (marked !== null) await refuseOthers(presence, target);
    if (marked === null || (await record.replace(shape, marked))) break;
  }
  await refuseOthers(presence, target);
}

async function refuseOthers(presence: Pick<Presence, 'othersThan'>, target: number): Promise<void> {
  const processes = await presence.othersThan(target);
  if (processes > 0) throw new StoreTrouble('other_version_running', { processes });
}

/** The data on its way to `target`; null when it is there or on its way. */
function aim({ least, most, reshape }: DataShape, target: number): DataShape | null {
  if (reshape === null && most === target) return null;
  const way = target > least && most <= target ? 'up' : 'down';
  const aimed = { least: Math.min(least, target), most: Math.max(most, target) };
  if (reshape?.way === way && aimed.least === least && aimed.most === most) return null;
  return { ...aimed, reshape: { way, cursor: '' } };
}

/**
 * Brings the rows where they are on the way to, from where whoever did it last left off. False: somebody else does it,
 * or `goesOn` said no; the rest is done later. Rejects as the database does.
 */
export async function reshapeRows(settings: Settings, goesOn: () => boolean): Promise<boolean> {
  const { record, leases, id, steps } = settings;
  let isHeld = false;
  try {
    for (;;) {
      const shape = await record.read(newestShape(steps));
      if (shape.reshape === null) return true;
      isHeld = goesOn() && (await leases.take(LEASE, id, LEASE_MS));
      if (!isHeld) return false;
      await record.replace(shape, await reshapeBatch(settings, shape, shape.reshape));
    }
  } finally {
    if (isHeld) await leases.release(LEASE, id);
  }
}

/** Does some rows of the present step; the shape as it is then. */
async function reshapeBatch(
  { database, steps }: Settings,
  shape: DataShape,
  { way, cursor }: NonNullable<DataShape['reshape']>,
): Promise<DataShape> {
  const number = way === 'up' ? shape.least + 1 : shape.most;
  const step = steps.find((each) => each.number === number);
  if (step === undefined) throw new Error(`no step ${number}`);
  return database.ask(async () => {
    const collection = database.connection.db!.collection<RawRow>(step.collection);
    const rows = await collection
      .find({ _id: { $gt: cursor } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    await rewriteRows(collection, rows, step[way]);
    const last = rows.at(-1);
    return last === undefined ? endStep(shape, way) : { ...shape, reshape: { way, cursor: last._id } };
  });
}

function endStep({ least, most }: DataShape, way: 'up' | 'down'): DataShape {
  const next = way === 'up' ? { least: least + 1, most } : { least, most: most - 1 };
  return next.least === next.most ? settledAt(next.most) : { ...next, reshape: { way, cursor: '' } };
}
