import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import { wire } from '../../src/wire/service.ts';

/** The service of the demonstration on a folder, not started yet, what it logs, and all that its people hear. */
export async function openDemo(dataDir: string) {
  const logged: string[] = [];
  const service = await wire({
    config: toConfig({ DATA_DIR: dataDir }),
    log: (event) => void logged.push(event),
    sentences: await loadSentences(),
    demo: true,
  });
  const heard = (): readonly string[] => service.simulator.feed.since(0).flatMap(({ out }) => out?.text ?? []);
  return { service, logged, heard };
}

/** The disk, while the service does not run. */
export function onDisk<Result>(dataDir: string, sql: string, work: (statement: Statement) => Result): Result {
  const database = new DatabaseSync(join(dataDir, 'gelombang.db'));
  const result = work(database.prepare(sql));
  database.close();
  return result;
}

type Statement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;

/** Changes one row on the disk. */
export function alter(dataDir: string, sql: string, ...values: readonly string[]): void {
  const changes = onDisk(dataDir, sql, (statement) => statement.run(...values).changes);
  if (changes !== 1) throw new Error(`${String(changes)} rows`);
}
