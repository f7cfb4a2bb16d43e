import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Migration } from './migrations.ts';
import type { Database } from './open-store.ts';

/**
 * Brings the data to the newest shape, each step in a transaction of its own, so that a crash leaves a whole step.
 * Throws `newer_version` when a newer service wrote here: going back needs a backup, not an older program.
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): void {
  database.exec(
    'create table if not exists migration (number integer primary key, name text not null, at integer not null) strict',
  );
  const found =
    database.prepare<{ number: number }>('select coalesce(max(number), 0) as number from migration').get()?.number ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (found > known) throw new StoreTrouble('newer_version', { found, known });
  const note = database.prepare('insert into migration (number, name, at) values (?, ?, ?)');
  for (const { number, name, sql } of migrations.filter((each) => each.number > found)) {
    database.exec('begin immediate');
    try {
      database.exec(sql);
      note.run(number, name, now);
      database.exec('commit');
    } catch (error) {
      if (database.inTransaction()) database.exec('rollback');
      throw error;
    }
  }
}
