import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { dataFolder, flush, inFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { lockFolder } from './sqlite/lock-folder.ts';

export interface FoundKey {
  readonly key: string;
  /** null: the key came from the settings. Otherwise a copy of this file must be kept, away from the backups. */
  readonly file: string | null;
  /** Made just now: say so, for without it nobody can ever read this data again. */
  readonly made: boolean;
}

/**
 * The key of this data folder: the one given (`GELOMBANG_KEY`), else the one in the folder, else a new one, kept there
 * with mode 600. Throws `key_missing` rather than making a second key for data that a first one sealed, and
 * `folder_in_use` when another process begins there at this moment.
 */
export function findKey(dataDir: string, given: string | undefined): FoundKey {
  const folder = dataFolder(dataDir);
  if (isGiven(given)) return { key: given, file: null, made: false };
  const made = isUntouched(folder) && makeKey(folder);
  return { key: readKey(dataDir, given), file: folder.key, made };
}

/** The same without making one. Throws `key_missing`. */
export function readKey(dataDir: string, given: string | undefined): string {
  if (isGiven(given)) return given;
  const file = dataFolder(dataDir).key;
  if (!existsSync(file)) throw new StoreTrouble('key_missing', { file });
  return inFolder(dataDir, () => readFileSync(file, 'utf8').trim());
}

function isGiven(given: string | undefined): given is string {
  return given !== undefined && given.trim() !== '';
}

function isUntouched({ key, data }: DataFolder): boolean {
  return !existsSync(key) && !existsSync(data);
}

/**
 * Whole and on the disk before anything is sealed with it: neither a full disk nor a power cut may take the only key.
 * Under the folder's lock, because of two that begin at once the later one's file would replace the key that the earlier
 * one seals with. False: somebody was faster.
 */
function makeKey(folder: DataFolder): boolean {
  const lock = lockFolder(folder.dir);
  try {
    return inFolder(folder.dir, () => {
      if (!isUntouched(folder)) return false;
      const part = `${folder.key}.part`;
      writeFileSync(part, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
      flush(part);
      renameSync(part, folder.key);
      flush(folder.dir);
      return true;
    });
  } finally {
    lock.release();
  }
}
