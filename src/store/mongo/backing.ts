import type { Seal } from '../seal.ts';
import type { Database } from './database.ts';
import type { ServerTime } from './server-time.ts';

/** What every port of this store stands on. */
export interface Backing {
  readonly database: Database;
  readonly seal: Seal;
  readonly time: ServerTime;
}
