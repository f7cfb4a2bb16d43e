import { dirname } from 'node:path';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { TroubleCode } from '../../domain/ports/store-trouble.ts';

/** Primary result codes that are nobody's bug (https://sqlite.org/rescode.html); every other one is ours. */
const TROUBLES: Readonly<Record<number, TroubleCode>> = {
  5: 'store_locked',
  6: 'store_locked',
  8: 'folder_read_only',
  10: 'disk_failing',
  11: 'file_corrupt',
  13: 'disk_full',
  14: 'folder_missing',
  26: 'file_corrupt',
};

/** `systemErrno` of EACCES and EROFS: the file cannot be opened because the folder may not be written. */
const REFUSED: ReadonlySet<unknown> = new Set([13, 30]);

/** What the SQLite library threw, as `StoreTrouble` when it is expected; anything else comes back unchanged. */
export function toTrouble(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ERR_INVALID_STATE') return new StoreTrouble('closed', {}, error);
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error;
  const refused = 'systemErrno' in error && REFUSED.has(error.systemErrno);
  const code = refused ? 'folder_read_only' : TROUBLES[error.errcode & 0xff];
  return code === undefined ? error : new StoreTrouble(code, { folder: dirname(file) }, error);
}
