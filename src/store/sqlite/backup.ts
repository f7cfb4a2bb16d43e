import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { dataFolder, flush, inFolder } from '../data-folder.ts';
import { checkCopy } from './check-copy.ts';
import { openDatabase } from './open-store.ts';

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  /** Documents and messages in the copy. */
  readonly rows: number;
  /** The key file that the copy cannot be read without, and that is NOT in it; null: the key stands in the settings. */
  readonly keyFile: string | null;
}

/**
 * Copies the data as it stood at one instant into the new file `to`, checks the copy and flushes it. Run it in a
 * process of its own: it may take long, and a running service goes on meanwhile. The key stays where it is, because a
 * copy beside its key is as good as unsealed: keep both, apart. Throws `StoreTrouble`, and then leaves nothing at `to`.
 */
export function backup({ dataDir, to }: { readonly dataDir: string; readonly to: string }): BackupReport {
  const folder = dataFolder(dataDir);
  if (!existsSync(folder.data)) throw new StoreTrouble('folder_missing', { folder: dataDir });
  if (existsSync(to)) throw new StoreTrouble('target_exists', { file: to });
  const part = `${to}.part`;
  return inFolder(dirname(to), () => {
    rmSync(part, { force: true });
    try {
      // Empty and there before SQLite writes: nobody else may read it, and what is wrong with its folder is said of that one.
      writeFileSync(part, '', { mode: 0o600 });
      copy(folder.data, part);
      const rows = checkCopy(part, to);
      flush(part);
      renameSync(part, to);
      flush(dirname(to));
      return { file: to, bytes: statSync(to).size, rows, keyFile: existsSync(folder.key) ? folder.key : null };
    } finally {
      rmSync(part, { force: true });
    }
  });
}

/** One read transaction, so one instant; writers go on beside it. */
function copy(data: string, to: string): void {
  const database = openDatabase(data);
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}
