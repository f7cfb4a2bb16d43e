import type { Config } from '../config/config.ts';
import type { Log } from '../domain/ports/log.ts';
import type { WatchedQueue } from '../domain/ports/queue.ts';
import type { Slots } from '../domain/ports/slots.ts';
import type { Store } from '../domain/ports/store.ts';
import { createInlineQueue } from '../queue/inline/inline-queue.ts';
import { createInlineSlots } from '../queue/inline/inline-slots.ts';
import { createSystemClock } from '../queue/inline/system-clock.ts';
import type { MovableClock } from '../queue/inline/system-clock.ts';
import { findKey } from '../store/key-file.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';

/** A store and a queue that belong together; nothing above knows which pair it is. */
export interface Pair {
  readonly store: Store;
  readonly queue: WatchedQueue;
  readonly slots: Slots;
  /** Moved forward by tests and demonstrations on the embedded pair alone: a server's clock is nobody's to move. */
  readonly clock: MovableClock;
  /** No other process works on this store: whoever held something before this start is certainly dead. */
  readonly alone: boolean;
  /** How long gate, mark and look take here, 99 of 100 times. */
  readonly leadMs: number;
  /** The key file that was made just now; null: there was one, or the key came from the settings. */
  readonly newKeyFile: string | null;
}

/** Gate, mark and look on one SQLite file. */
const embeddedLeadMs = 60;

/** The data folder and this process, or MongoDB and Redis where both are set. Throws `StoreTrouble`, `QueueTrouble`. */
export async function openPair(config: Config, _log: Log): Promise<Pair> {
  const clock = createSystemClock();
  const key = findKey(config.DATA_DIR, config.GELOMBANG_KEY);
  return {
    store: openSqlite({ dataDir: config.DATA_DIR, key: key.key, clock }),
    queue: createInlineQueue({ clock }),
    slots: createInlineSlots({ clock }),
    clock,
    alone: true,
    leadMs: embeddedLeadMs,
    newKeyFile: key.made ? key.file : null,
  };
}
