import { isClass, participants } from '../../domain/audience.ts';
import type { ClassCircle, Knowledge, Segment } from '../../domain/audience.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';

/** Who is in the classes that some segments mean. */
export interface Members {
  readonly isIn: Knowledge['isIn'];
  /** Contact ids in order, when nobody else can be meant; null: anybody may be. */
  readonly everyone: readonly string[] | null;
}

/** Reads the batches that segments name. Their ids stand in memory: a class has its people in one document. */
export async function readMembers(office: Pick<Office, 'batches'>, segments: readonly Segment[]): Promise<Members> {
  const inside = new Map<ClassCircle, ReadonlySet<string>>();
  for (const { circle } of segments) {
    if (!isClass(circle)) continue;
    const batches = await batchesOf(office, circle);
    inside.set(circle, new Set(batches.flatMap((batch) => participants(batch, circle.status))));
  }
  const all = new Set([...inside.values()].flatMap((ids) => [...ids]));
  return {
    isIn: (circle, contact) => inside.get(circle)?.has(contact) ?? false,
    everyone: segments.every(({ circle }) => isClass(circle)) ? [...all].toSorted() : null,
  };
}

async function batchesOf({ batches }: Pick<Office, 'batches'>, circle: ClassCircle): Promise<readonly Batch[]> {
  if (circle.type === 'program') return findAll(batches, 'programme', circle.programme);
  const found = await Promise.all(circle.batches.map((id) => ifItOpens(batches.read(id))));
  return found.filter((batch) => batch !== null);
}
