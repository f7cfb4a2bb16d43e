import type { DocumentKind } from '../../domain/ports/documents.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { documentTable, kindOfTable } from '../house.ts';
import type { House } from '../house.ts';
import { keptTables } from '../kept-row.ts';
import type { Backing } from './backing.ts';
import { putCanary, readCanary } from './check-key.ts';
import { connect } from './connect.ts';
import type { Connected } from './connect.ts';
import { judgeStart, openShapeRecord } from './data-shape.ts';
import { createDatabase } from './database.ts';
import type { Database } from './database.ts';
import { deliveryKind } from './delivery-row.ts';
import { openKeptKeyrings } from './kept-keyrings.ts';
import { openKeptTable } from './kept-table.ts';
import { migrations, newestShape } from './migrations.ts';
import { keepHold, readMoveMark, releaseHold, takeHold } from './move-mark.ts';
import { checkRights, makeIndexes } from './prepare.ts';
import { countLiving } from './processes.ts';
import { createServerTime } from './server-time.ts';
import { allKinds } from './shapes.ts';
import { spreadNumbers } from './spread-numbers.ts';

interface Opening {
  readonly url: string;
  /** Who moves: the folder at the other end, which only one at a time can have. */
  readonly holder: string;
  readonly isSource: boolean;
  /** Their collections get their indexes before anything is copied into them. */
  readonly kinds: readonly DocumentKind<never>[];
}

/**
 * Opens the database for a move and keeps services out until it is closed. Throws `being_moved`, `database_in_use`,
 * `half_migrated`, and what else connecting throws, and then holds nothing.
 */
export async function openMongoHouse({ url, holder, isSource, kinds }: Opening): Promise<House> {
  const connected = await connect(url);
  const database = createDatabase(connected.connection, connected.host);
  const close = async (): Promise<void> => {
    try {
      await releaseHold({ database }, holder);
    } finally {
      await connected.connection.close();
    }
  };
  try {
    await checkRights(database, connected.host);
    await keepOthersOut(database, holder);
    await checkShape(database);
    if (isSource) await spreadNumbers(database, deliveryKind.name);
    else await makeIndexes(database, allKinds(kinds));
    return { ...createHouse(database, connected, holder), close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** First the hold, then the look: a service that begins now sees the one, and one that began before is seen. */
async function keepOthersOut(database: Database, holder: string): Promise<void> {
  const time = await createServerTime(database);
  if (!(await takeHold({ database }, holder))) throw new StoreTrouble('being_moved');
  const processes = await countLiving({ database, time });
  if (processes > 0) throw new StoreTrouble('database_in_use', { processes });
}

/** Rows are read and written in the newest shape only: a service of this version brings them there. */
async function checkShape(database: Database): Promise<void> {
  const newest = newestShape(migrations);
  const shape = await openShapeRecord({ database }).read(newest);
  const unknown = judgeStart(shape, newest);
  if (unknown !== null) throw unknown;
  if (shape.least < newest) throw new StoreTrouble('half_migrated', { found: shape.least, known: newest });
}

function createHouse(database: Database, { connection, host }: Connected, holder: string): Omit<House, 'close'> {
  const on: Pick<Backing, 'database'> = { database };
  return {
    place: `${host}/${connection.name}`,
    tables: async () => {
      const names = await database.ask(() => connection.db!.listCollections({}, { nameOnly: true }).toArray());
      const documents = names.flatMap(({ name }) => kindOfTable(name) ?? []).toSorted();
      return [...Object.keys(keptTables), ...documents.map(documentTable)];
    },
    table: (name) => (name === 'keyring' ? openKeptKeyrings(on) : openKeptTable(on, name)),
    canary: () => readCanary(on),
    putCanary: (canary) => putCanary(on, canary),
    mark: () => readMoveMark(on),
    putMark: (mark) => keepHold(on, holder, mark),
    hold: () => keepHold(on, holder),
  };
}
