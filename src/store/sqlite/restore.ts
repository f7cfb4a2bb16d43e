import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { dataFolder, flush, inFolder } from '../data-folder.ts';
import { readKey } from '../key-file.ts';
import { createSeal } from '../seal.ts';
import { checkCopy } from './check-copy.ts';
import { lockFolder } from './lock-folder.ts';
import { moveLog, openDatabase } from './open-store.ts';

export interface RestoreReport {
  readonly file: string;
  /** Documents and messages restored. */
  readonly rows: number;
  /** Where the data that stood there before is kept; null: there was none. */
  readonly kept: string | null;
}

export interface Restoring {
  readonly from: string;
  readonly dataDir: string;
  /** `GELOMBANG_KEY`; absent: the key file of the folder, which must be put there first. */
  readonly key?: string | undefined;
}

/**
 * Puts a checked backup in the place of the data, in one step: a crash leaves the old data or the new. Throws
 * `folder_in_use` while a service runs on the folder, `key_missing` or `wrong_key` when the copy could not be read
 * there, `backup_missing`, `backup_corrupt`, `newer_version`; and then changes nothing.
 */
export function restore({ from, dataDir, key }: Restoring): RestoreReport {
  if (!existsSync(from)) throw new StoreTrouble('backup_missing', { file: from });
  const folder = dataFolder(dataDir);
  const lock = lockFolder(dataDir);
  const part = `${folder.data}.part`;
  try {
    const seal = createSeal(readKey(dataDir, key));
    return inFolder(dataDir, () => {
      copyFileSync(from, part);
      const rows = checkCopy(part, from, seal);
      flush(part);
      const kept = keepPresent(folder.data);
      renameSync(part, folder.data);
      flush(dataDir);
      return { file: folder.data, rows, kept };
    });
  } finally {
    rmSync(part, { force: true });
    lock.release();
  }
}

/** Copies what stands there beside it, also when it is broken; what is left of its write-ahead log goes along. */
function keepPresent(data: string): string | null {
  if (!existsSync(data)) return null;
  const present = openDatabase(data);
  moveLog(present, 'truncate');
  present.close();
  const kept = findFreeName(data);
  copyFileSync(data, kept, constants.COPYFILE_FICLONE);
  if (existsSync(`${data}-wal`)) renameSync(`${data}-wal`, `${kept}-wal`);
  flush(kept);
  rmSync(`${data}-shm`, { force: true });
  return kept;
}

function findFreeName(data: string): string {
  let number = 1;
  while (existsSync(`${data}.before-restore-${number}`)) number += 1;
  return `${data}.before-restore-${number}`;
}
