import { z } from 'zod';

import { elapsedMs, readClocks } from '../../domain/elapsed.ts';
import type { Clocks } from '../../domain/elapsed.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { CollectionKind } from './collection.ts';
import { judgeWork } from './data-shape.ts';
import type { ShapeRecord } from './data-shape.ts';
import type { Database } from './database.ts';
import { lookForMove } from './move-mark.ts';
import type { ServerTime } from './server-time.ts';

const row = z.object({ _id: z.string(), shape: z.number(), at: z.date() });

export const processKind: CollectionKind<typeof row.shape> = {
  name: 'process',
  row,
  indexes: [{ name: 'at', on: { at: 1 } }],
};

/** How often a process says that it lives, and looks at the data's shape. */
export const HEARTBEAT_MS = 10_000;
/** Silent for this long, a process counts as dead: two heartbeats may be lost. */
const DEAD_MS = 30_000;
/** Silent for almost that long, it looks again before it asks the database for anything else. */
const STALE_MS = 25_000;
/** Rows of the dead are only litter. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1_000;

/** This process among those that work on the same data. */
export interface Presence {
  /**
   * Says that it lives, then looks whether the data is still here and has the shape that it knows; if not, every later call is
   * refused. In this order: whoever moves the data marks it first and then looks who lives. Asking twice at once is once.
   */
  readonly beat: () => Promise<void>;
  /** The database for everybody else: a process that slept looks before it asks. */
  readonly guarded: Database;
  /** How many other living processes write another shape than this. */
  readonly othersThan: (shape: number) => Promise<number>;
  readonly leave: () => Promise<void>;
}

const ofThisMachine: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

interface Settings extends Pick<Backing, 'database' | 'time'> {
  /** A name that no other process ever had. */
  readonly id: string;
  /** The shape that this version writes. */
  readonly shape: number;
  readonly record: ShapeRecord;
  readonly clocks?: Clocks;
}

/** Registers this process. */
export async function enterProcess(settings: Settings): Promise<Presence> {
  const { database, time, id, shape, record, clocks = ofThisMachine } = settings;
  const rows = openCollection({ database }, processKind);
  let beating: Promise<void> | null = null;

  const say = (): Promise<unknown> => rows.upsert({ _id: id }, { $set: { shape }, $currentDate: { at: true } });
  let heardAt = readClocks(clocks);
  await say();
  await rows.remove({ at: { $lt: await ago(time, FORGOTTEN_MS) } });

  const isStale = (): boolean => elapsedMs(clocks, heardAt) > STALE_MS;
  const sayAndLook = async (): Promise<void> => {
    const begun = readClocks(clocks);
    await say();
    const trouble = judgeWork(await record.read(shape), shape) ?? (await lookForMove({ database }, isStale));
    if (trouble !== null) database.refuse(trouble);
    await time.read();
    heardAt = begun;
  };
  const beat = (): Promise<void> => {
    beating ??= sayAndLook().finally(() => (beating = null));
    return beating;
  };
  return {
    beat,
    guarded: {
      ...database,
      ask: async (call) => {
        // Not once: a look that began before the sleep tells nothing about now.
        while (isStale()) await beat();
        return database.ask(call);
      },
    },
    othersThan: async (other) =>
      rows.count({ _id: { $ne: id }, shape: { $ne: other }, at: { $gte: await ago(time, DEAD_MS) } }),
    leave: async () => void (await rows.remove({ _id: id })),
  };
}

/** How many processes work on this data just now. */
export async function countLiving({ database, time }: Pick<Backing, 'database' | 'time'>): Promise<number> {
  return openCollection({ database }, processKind).count({ at: { $gte: await ago(time, DEAD_MS) } });
}

async function ago(time: ServerTime, ms: number): Promise<Date> {
  return new Date((await time.read()) - ms);
}
