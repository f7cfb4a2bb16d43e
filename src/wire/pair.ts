import type { Config } from '../config/config.ts';
import { serversOf } from '../config/config.ts';
import type { Servers } from '../config/config.ts';
import { documentKinds } from '../domain/document-kinds.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Log } from '../domain/ports/log.ts';
import type { WatchedQueue } from '../domain/ports/queue.ts';
import type { Slots } from '../domain/ports/slots.ts';
import type { Store } from '../domain/ports/store.ts';
import { followServer } from '../queue/follow-server.ts';
import { createInlineQueue } from '../queue/inline/inline-queue.ts';
import { createInlineSlots } from '../queue/inline/inline-slots.ts';
import { createSystemClock } from '../queue/inline/system-clock.ts';
import { findKey } from '../store/key-file.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';

/** A store and a queue that belong together; nothing above knows which pair it is. */
export interface Pair {
  readonly store: Store;
  readonly queue: WatchedQueue;
  readonly slots: Slots;
  readonly clock: Clock;
  /** For tests and demonstrations: moves the clock forward to a moment. null: it follows a server's, which is nobody's to move. */
  readonly moveClock: ((at: number) => void) | null;
  /** No other process works on this store: whoever held something before this start is certainly dead. */
  readonly alone: boolean;
  /** How long gate, mark and look take here, 99 of 100 times. */
  readonly leadMs: number;
  /** The key file that was made just now; null: there was one, or the key came from the settings. */
  readonly newKeyFile: string | null;
}

/** Gate, mark and look on one SQLite file. */
const embeddedLeadMs = 60;

/** Gate, mark and look are four round trips, two of them waiting until a majority has its journal on the disk. */
const distributedLeadMs = 150;

/**
 * The data folder and this process, or MongoDB and Redis where both are set. A demonstration in a folder of its own may
 * begin at another moment (`startsAt`, epoch ms). Throws `StoreTrouble`, `QueueTrouble`.
 */
export async function openPair(config: Config, log: Log, startsAt?: number): Promise<Pair> {
  const servers = serversOf(config);
  return servers === null ? openEmbedded(config, log, startsAt) : openDistributed(servers, log);
}

function openEmbedded(config: Config, log: Log, startsAt: number | undefined): Pair {
  const clock = createSystemClock(startsAt);
  const key = findKey(config.DATA_DIR, config.GELOMBANG_KEY);
  return {
    store: openSqlite({ dataDir: config.DATA_DIR, key: key.key, clock, log }),
    queue: createInlineQueue({ clock }),
    slots: createInlineSlots({ clock }),
    clock,
    moveClock: clock.moveTo,
    alone: true,
    leadMs: embeddedLeadMs,
    newKeyFile: key.made ? key.file : null,
  };
}

/** The drivers are loaded only here: embedded, they would cost a start half a second. */
async function openDistributed({ mongodb, redis, key }: Servers, log: Log): Promise<Pair> {
  const [{ openMongo }, { openBullmq }] = await Promise.all([
    import('../store/mongo/mongo.ts'),
    import('../queue/bullmq/bullmq.ts'),
  ]);
  const store = await openMongo({ url: mongodb, key, kinds: documentKinds, log });
  try {
    const clock = followServer(store.now);
    const prefix = `gelombang.${store.fingerprint('redis', databaseOf(mongodb))}`;
    const { queue, slots } = await openBullmq({ url: redis, prefix, clock, log });
    return { store, queue, slots, clock, moveClock: null, alone: false, leadMs: distributedLeadMs, newKeyFile: null };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The database's name in a URL, which tells installations on the same servers apart. */
function databaseOf(url: string): string {
  return /^[^/]+\/\/[^/]+\/([^?]*)/u.exec(url)?.[1] ?? '';
}
