import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { dataFolder, flush, inFolder, makeFolder } from './data-folder.ts';

export interface FoundKey {
  readonly key: string;
  /** null: the key came from the settings. Otherwise a copy of this file must be kept, away from the backups. */
  readonly file: string | null;
  /** Made just now: say so, for without it nobody can ever read this data again. */
  readonly made: boolean;
}

/**
 * The key of this data folder: the one given (`GELOMBANG_KEY`), else the one in the folder, else a new one, kept there
 * with mode 600. Throws `key_missing` rather than making a second key for data that a first one sealed.
 */
export function findKey(dataDir: string, given: string | undefined): FoundKey {
  if (given !== undefined && given.trim() !== '') return { key: given, file: null, made: false };
  const { key: file, data } = dataFolder(dataDir);
  if (existsSync(file)) {
    return { key: inFolder(dataDir, () => readFileSync(file, 'utf8').trim()), file, made: false };
  }
  if (existsSync(data)) throw new StoreTrouble('key_missing', { file });
  makeFolder(dataDir);
  const key = randomBytes(32).toString('base64');
  inFolder(dataDir, () => {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    flush(file);
    flush(dataDir);
  });
  return { key, file, made: true };
}
