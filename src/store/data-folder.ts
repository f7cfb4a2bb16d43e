import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import type { TroubleCode } from '../domain/ports/store-trouble.ts';

/** What lies in the data folder. SQLite adds its `-wal` and `-shm` beside the data while it is open. */
export interface DataFolder {
  readonly dir: string;
  readonly data: string;
  readonly key: string;
  readonly lock: string;
  readonly pid: string;
}

export function dataFolder(dir: string): DataFolder {
  return {
    dir,
    data: join(dir, 'gelombang.db'),
    key: join(dir, 'kunci'),
    lock: join(dir, 'lock.db'),
    pid: join(dir, 'pid'),
  };
}

/** Makes the folder if absent, for the service's user alone. Throws `folder_missing`, `folder_read_only`, `disk_full`. */
export function makeFolder(dir: string): void {
  inFolder(dir, () => mkdirSync(dir, { recursive: true, mode: 0o700 }));
}

/** Runs something with files of the folder; what the file system refuses becomes a `StoreTrouble`. */
export function inFolder<Result>(dir: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    throw new StoreTrouble(REFUSALS[String(error.code)] ?? 'folder_missing', { folder: dir }, error);
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const REFUSALS: Readonly<Record<string, TroubleCode>> = {
  EACCES: 'folder_read_only',
  EPERM: 'folder_read_only',
  EROFS: 'folder_read_only',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
};
