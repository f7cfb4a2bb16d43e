import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { moveLog } from './open-store.ts';
import type { Database } from './open-store.ts';

/** Writes of many callers that share one flush to the disk. */
export interface GroupCommit {
  /**
   * Runs `unit` inside the next group's transaction; resolves with its result when that is on the disk. It may run twice,
   * so all it does is read and write. A unit that throws is undone alone. When the commit fails, every unit of the group
   * rejects and nothing of them was kept.
   */
  write<Result>(unit: () => Result): Promise<Result>;
  /** Commits what waits, then refuses the rest with `closed`. */
  close(): void;
  /** The trouble that the last group met, for health; null when writing works. */
  trouble(): StoreTrouble | null;
}

interface Unit {
  /** Does the writing; what comes back tells the caller, and is called when the group is on the disk. */
  run(): () => void;
  reject(reason: unknown): void;
}

/** A group holds the event loop while it is written: 200 units are some 10 ms and already make the flush cheap. */
const LARGEST_GROUP = 200;
/** The log is moved into the data when nobody has written for this long, so that no caller waits for it. */
const IDLE_MS = 500;

/**
 * Gathers units until the event loop has read what came in, writes them in one transaction, and gathers again while
 * the callers of that group go on: the more callers, the fewer flushes each, and a single one waits for nobody.
 */
export function createGroupCommit(database: Database): GroupCommit {
  const writeTogether = prepareGroup(database);
  let waiting: Unit[] = [];
  let scheduled = false;
  let closed: StoreTrouble | null = null;
  let trouble: StoreTrouble | null = null;
  let idle: NodeJS.Timeout | null = null;

  const tidyWhenIdle = (): void => {
    idle ??= setTimeout(() => moveLog(database, 'passive'), IDLE_MS).unref();
    idle.refresh();
  };

  const flush = (): void => {
    const group = waiting.slice(0, LARGEST_GROUP);
    waiting = waiting.slice(LARGEST_GROUP);
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(flush);
    if (group.length === 0) return;
    try {
      const settles = writeTogether(group);
      trouble = null;
      tidyWhenIdle();
      for (const settle of settles) settle();
    } catch (error) {
      trouble = error instanceof StoreTrouble ? error : null;
      // After a flush that failed nobody knows what the disk holds; only a new process can find out.
      if (trouble?.code === 'disk_failing') closed = trouble;
      for (const unit of group) unit.reject(error);
    }
  };

  return {
    write: (unit) =>
      new Promise((resolve, reject) => {
        if (closed !== null) return reject(closed);
        const run = (): (() => void) => {
          const result = unit();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
        if (!scheduled) setImmediate(flush);
        scheduled = true;
      }),
    close: () => {
      while (waiting.length > 0) flush();
      if (idle !== null) clearTimeout(idle);
      closed ??= new StoreTrouble('closed');
    },
    trouble: () => trouble,
  };
}

/**
 * One transaction. Units hardly ever throw, and a savepoint for each costs as much as a write: they are written plainly,
 * and only when one throws, all are undone and written again, each in its savepoint. Throws when nothing was kept;
 * otherwise every unit can be settled.
 */
function prepareGroup(database: Database): (units: readonly Unit[]) => readonly (() => void)[] {
  const savepoint = database.prepare('savepoint unit');
  const release = database.prepare('release unit');
  const undo = database.prepare('rollback to unit');

  const runApart = (unit: Unit): (() => void) => {
    savepoint.run();
    try {
      const settle = unit.run();
      release.run();
      return settle;
    } catch (error) {
      // A full disk makes SQLite undo the whole transaction, not only this unit.
      if (!database.inTransaction()) throw error;
      undo.run();
      release.run();
      return () => unit.reject(error);
    }
  };

  const runTogether = (units: readonly Unit[]): readonly (() => void)[] => {
    savepoint.run();
    try {
      return units.map((unit) => unit.run());
    } catch (error) {
      if (!database.inTransaction()) throw error;
      undo.run();
      return units.map(runApart);
    }
  };

  return (units) => {
    database.exec('begin immediate');
    try {
      const settles = runTogether(units);
      database.exec('commit');
      return settles;
    } catch (error) {
      if (database.inTransaction()) database.exec('rollback');
      throw error;
    }
  };
}
