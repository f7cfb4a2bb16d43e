import type { Clock } from '../../domain/ports/clock.ts';
import type { DocumentKind } from '../../domain/ports/documents.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Store } from '../../domain/ports/store.ts';
import { dataFolder, flush } from '../data-folder.ts';
import { judgeMoveMark } from '../house.ts';
import { createUnopened } from '../open-documents.ts';
import { createSeal } from '../seal.ts';
import { createAccounts } from './accounts.ts';
import { createAddresses } from './addresses.ts';
import { checkKey, leaveCanary } from './check-key.ts';
import { createDeliveries } from './deliveries.ts';
import { createDocuments } from './documents.ts';
import { createGroupCommit } from './group-commit.ts';
import { createInbox } from './inbox.ts';
import { createKeyrings } from './keyrings.ts';
import { createLeases } from './leases.ts';
import { lockFolder } from './lock-folder.ts';
import { createMedia } from './media.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { readMoveMark } from './move-mark.ts';
import { openData } from './open-store.ts';

export interface SqliteSettings {
  readonly dataDir: string;
  /** `GELOMBANG_KEY`, or what `findKey` found in the folder. */
  readonly key: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Absent: nobody reads one. */
  readonly log?: Log;
}

/** Opens the data folder for this process alone. Throws `StoreTrouble`, and then holds nothing. */
export function openSqlite({ dataDir, key, clock, log = () => {} }: SqliteSettings): Store {
  const seal = createSeal(key);
  const folder = dataFolder(dataDir);
  const undo: (() => void)[] = [];
  try {
    const lock = lockFolder(dataDir);
    undo.unshift(() => lock.release());
    const database = openData(folder.data);
    undo.unshift(() => database.close());
    migrate(database, migrations, clock.now());
    const moved = judgeMoveMark(readMoveMark(database));
    if (moved !== null) throw moved;
    if (!checkKey(database, seal)) leaveCanary(database, seal);
    flush(dataDir);
    const group = createGroupCommit(database);
    undo.unshift(() => group.close());
    const backing = { database, group, seal, clock };
    const unopened = createUnopened(log);
    const documents = createDocuments(backing, unopened);
    return {
      inbox: createInbox(backing),
      addresses: createAddresses(backing),
      deliveries: createDeliveries(backing),
      accounts: createAccounts(backing),
      leases: createLeases(clock),
      keyrings: createKeyrings(backing),
      media: createMedia(backing),
      documents: <Doc>(kind: DocumentKind<Doc>) => documents.of(kind),
      fingerprint: (purpose, text) => seal.fingerprint(purpose, text),
      trouble: () => group.trouble(),
      unopened: () => unopened.places(),
      close: async () => {
        for (const step of undo.splice(0)) step();
      },
    };
  } catch (error) {
    for (const step of undo.splice(0)) step();
    throw error;
  }
}
