import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Store } from '../../src/domain/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeAddresses } from '../contract/addresses.ts';
import type { Bench } from '../contract/bench.ts';
import { describeDeliveries } from '../contract/deliveries.ts';
import { describeDocuments } from '../contract/documents.ts';
import { describeInbox } from '../contract/inbox.ts';
import { describeKeyrings } from '../contract/keyrings.ts';
import { describeLeases } from '../contract/leases.ts';
import { describeMedia } from '../contract/media.ts';

async function open(): Promise<Bench & Store> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gelombang-'));
  let time = Date.parse('2026-12-01T10:00:00+07:00');
  const store = openSqlite({ dataDir, key: 'k'.repeat(32), clock: { now: () => time } });
  return {
    ...store,
    now: () => time,
    pass: async (ms) => void (time += ms),
    close: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

describeInbox('SQLite', open);
describeAddresses('SQLite', open);
describeDeliveries('SQLite', open);
describeAccounts('SQLite', open);
describeDocuments('SQLite', open);
describeLeases('SQLite', open);
describeKeyrings('SQLite', open);
describeMedia('SQLite', open);
