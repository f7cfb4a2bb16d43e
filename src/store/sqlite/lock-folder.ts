import { readFileSync, writeFileSync } from 'node:fs';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { dataFolder, inFolder, makeFolder } from '../data-folder.ts';
import { openDatabase } from './open-store.ts';

/**
 * Holds the data folder for this process, until `release` or the process' end, however it ends. The lock is an
 * exclusive transaction on an empty second file, so that a backup may read the data file beside a running service.
 * Throws `folder_in_use` with the holder's process id.
 */
export function lockFolder(dataDir: string): { release(): void } {
  const folder = dataFolder(dataDir);
  makeFolder(dataDir);
  const lock = openDatabase(folder.lock, { busyMs: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const taken = error instanceof StoreTrouble && error.code === 'store_locked';
    throw taken ? new StoreTrouble('folder_in_use', { folder: dataDir, pid: readPid(folder.pid) }, error) : error;
  }
  inFolder(dataDir, () => writeFileSync(folder.pid, `${process.pid}\n`));
  return { release: () => lock.close() };
}

/** Only for the sentence: the lock itself is what decides. */
function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}
