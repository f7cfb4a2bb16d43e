import type { Clock } from '../../domain/ports/clock.ts';
import type { Seal } from '../seal.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Database } from './open-store.ts';

/** What every port of this store stands on. Reads go to the database at once and see only what was committed. */
export interface Backing {
  readonly database: Database;
  readonly group: GroupCommit;
  readonly seal: Seal;
  readonly clock: Pick<Clock, 'now'>;
}
