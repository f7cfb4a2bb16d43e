import { join } from 'node:path';

import { expect, test } from 'vitest';

import { createUnopened } from '../../src/store/open-documents.ts';
import { createSeal } from '../../src/store/seal.ts';
import { createAccounts } from '../../src/store/sqlite/accounts.ts';
import { createAddresses } from '../../src/store/sqlite/addresses.ts';
import { createDeliveries } from '../../src/store/sqlite/deliveries.ts';
import { createDocuments } from '../../src/store/sqlite/documents.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { createInbox } from '../../src/store/sqlite/inbox.ts';
import { createKeyrings } from '../../src/store/sqlite/keyrings.ts';
import { createMedia } from '../../src/store/sqlite/media.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import { useFolders } from './temporary-folder.ts';

/** Indexes of rows that are open just now, what announcements say, and lists that are given: few at any time, so read whole. */
const SMALL = /inbox_waiting|inbox_aside|address_open|delivery_sending|delivery_uncertain|delivery_text|json_each/u;

const newFolder = useFolders();

test('every statement finds its rows by an index that fits it', () => {
  const database = openData(join(newFolder(), 'data.db'));
  migrate(database, migrations, 0);
  const statements: string[] = [];
  const noting: typeof database = {
    ...database,
    prepare: (sql) => {
      statements.push(sql);
      return database.prepare(sql);
    },
  };
  const group = createGroupCommit(database);
  const backing = { database: noting, group, seal: createSeal('k'.repeat(44)), clock: { now: () => 0 } };
  for (const create of [createInbox, createAddresses, createDeliveries, createAccounts, createKeyrings, createMedia])
    create(backing);
  createDocuments(
    backing,
    createUnopened(() => {}),
  );

  const slow = statements.flatMap((sql) => {
    const cells = Array.from({ length: sql.split('?').length - 1 }, () => null);
    const plan = database.prepare<{ detail: string }>(`explain query plan ${sql}`).all(...cells);
    const scans = plan.filter(({ detail }) => detail.startsWith('SCAN') && !SMALL.test(detail));
    return scans.map(({ detail }) => `${detail}: ${sql}`);
  });
  expect(slow).toEqual([]);
  expect(statements.length).toBeGreaterThan(50);
  database.close();
});
