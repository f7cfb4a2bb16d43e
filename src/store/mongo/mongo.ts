import type { DocumentKind } from '../../domain/ports/documents.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Store } from '../../domain/ports/store.ts';

export interface MongoSettings {
  /** `MONGODB_URL`: with user, password and the database's name; never logged. */
  readonly url: string;
  /** `GELOMBANG_KEY`, the same for every process. */
  readonly key: string;
  /** Every kind of document that will be asked for: their collections and indexes are made at the start. */
  readonly kinds: readonly DocumentKind<never>[];
  readonly log: Log;
}

export interface MongoStore extends Store {
  /** Epoch milliseconds on the server's clock, as last heard and counted on by this process's monotonic clock. */
  readonly now: () => number;
}

/** Connects, checks and prepares the database. Throws `StoreTrouble`, and then holds nothing. */
export function openMongo(_settings: MongoSettings): Promise<MongoStore> {
  throw new Error('not built yet');
}
