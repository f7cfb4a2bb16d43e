/**
 * What can be wrong with the place where data is kept, none of it a bug. The sentence that says what to do stands in
 * the locale under `penyimpanan.<code>`, with `params` filled in; it never holds anything personal.
 */
export type TroubleCode =
  /** Another process holds the data folder; `folder`, `pid` (0: unknown). */
  | 'folder_in_use'
  /** The data folder cannot be made or opened; `folder`. */
  | 'folder_missing'
  | 'folder_read_only'
  /** The folder lies on a disk without the locks and shared memory that SQLite needs (a network disk). */
  | 'folder_unsuitable'
  /** Nothing was written; what was acknowledged stays, and writing goes on when there is room again. */
  | 'disk_full'
  /** Another program holds the data file itself; nothing was written. */
  | 'store_locked'
  | 'file_corrupt'
  /** The disk refused a read or a flush: the process must end, a new one finds what was really written. */
  | 'disk_failing'
  /** The data was written by a newer version of the service; `found`, `known`. */
  | 'newer_version'
  /** The key is not the one that sealed this data; `place` (table, column, id) where it is one value that does not open. */
  | 'wrong_key'
  /** There is data, but no key for it; `file` is where it is looked for. */
  | 'key_missing'
  /** The key is too short to be one, or unreadable; `file` or empty. */
  | 'key_invalid'
  /** A backup would overwrite something; `file`. */
  | 'target_exists'
  /** No such backup; `file`. */
  | 'backup_missing'
  /** The backup was altered, or is none; `file`. */
  | 'backup_corrupt'
  /** The URL is no URL of a MongoDB, or names no database; nothing of it is repeated, it may hold a password. */
  | 'database_url_invalid'
  /** The database server cannot be reached, or has no primary just now; what was acknowledged stays. `host`. */
  | 'database_away'
  /** User or password are wrong; `host`. */
  | 'database_refused'
  /** The user may not do what the service needs; `host`, `missing`: the action. */
  | 'database_no_rights'
  /** The URL asks for less than a majority, or for no journal; `asked`. */
  | 'database_weak'
  /** The server is too old; `found`, `needed`. */
  | 'database_old'
  /** Unique keys or indexes are missing or different; `collection`, `index`. */
  | 'database_indexes'
  /** Another version of the service, which knows another shape of the data, still runs; `processes`. */
  | 'other_version_running'
  /** A newer shape of the data was begun and not finished by a version that this one does not know; `found`, `known`. */
  | 'half_migrated'
  /** A move into this database began and did not end; `from`. */
  | 'half_moved'
  /** The data was moved out of here; `to`. */
  | 'moved_away'
  /** A move would mix two installations; `at`. */
  | 'target_used'
  /** A service still runs on the database that is moved from or to; `processes`. */
  | 'database_in_use'
  /** A move from or to here goes on just now, or was broken off less than a minute ago. */
  | 'being_moved'
  /** Nothing was ever kept there; `at`. */
  | 'nothing_to_move'
  /** Both ends of a move do not hold the same; `table`. */
  | 'move_differs'
  /** The move stood still for so long that a service may have begun to work at one of its ends. */
  | 'move_lost'
  /** A part of a linked device's keys is missing: the device must be unlinked and paired again. */
  | 'keyring_torn'
  /** Another process has written a linked device's keys meanwhile; nothing was written. */
  | 'keyring_taken'
  /** The store is closed; nothing was read or written. */
  | 'closed';

/** Whether something sealed does not open: altered, or without its key. It will not open by being asked again. */
export function isSealed(error: unknown): error is StoreTrouble {
  return error instanceof StoreTrouble && error.code === 'wrong_key';
}

/**
 * Thrown or rejected with by every store. `again`: the same call may succeed later. Nothing of it was kept, save that a
 * write has perhaps happened when the database went away.
 */
export class StoreTrouble extends Error {
  readonly code: TroubleCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly again: boolean;

  constructor(code: TroubleCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'StoreTrouble';
    this.code = code;
    this.params = params;
    this.again = code === 'disk_full' || code === 'store_locked' || code === 'database_away';
  }
}
