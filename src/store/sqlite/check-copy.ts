import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Seal } from '../seal.ts';
import { checkKey } from './check-key.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-store.ts';

/**
 * Reads a copy from end to end and counts its documents and messages. Throws `backup_corrupt` (naming it `shown`),
 * `newer_version`, and, when a seal is given, `wrong_key`.
 */
export function checkCopy(file: string, shown: string, seal?: Seal): number {
  const broken = (cause?: unknown): StoreTrouble => new StoreTrouble('backup_corrupt', { file: shown }, cause);
  const copy = openDatabase(file);
  try {
    const verdict = copy.prepare<{ integrity_check: string }>('pragma integrity_check').get()?.integrity_check;
    const tables = new Set(
      copy
        .prepare<{ name: string }>(`select name from sqlite_schema where type = 'table'`)
        .all()
        .map(({ name }) => name),
    );
    if (verdict !== 'ok' || !OUR_TABLES.every((table) => tables.has(table))) throw broken();
    const found = copy.prepare<{ number: number }>('select max(number) as number from migration').get()?.number ?? 0;
    const known = migrations.at(-1)?.number ?? 0;
    if (found > known) throw new StoreTrouble('newer_version', { found, known });
    if (seal !== undefined) checkKey(copy, seal);
    const counted = COUNTED_TABLES.filter((table) => tables.has(table));
    const counts = counted.map((table) => `(select count(*) from ${table})`).join(' + ');
    return copy.prepare<{ count: number }>(`select ${counts} as count`).get()?.count ?? 0;
  } catch (error) {
    throw error instanceof StoreTrouble && error.code === 'file_corrupt' ? broken(error) : error;
  } finally {
    copy.close();
  }
}

/** A file without these is no backup of ours. */
const OUR_TABLES = ['migration', 'canary', 'document'];
/** Those that a backup of the present version has; an older one lacks some. */
const COUNTED_TABLES = ['document', 'inbox', 'address', 'delivery'];
